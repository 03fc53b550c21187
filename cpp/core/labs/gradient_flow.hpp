#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/function.hpp"
#include "core/schema/schema.hpp"

/// The vanishing-gradient lab: a random network is run forward on a random input and backward from
/// a random gradient, and each layer is measured.
namespace actlab {

struct GradientFlowRequest {
  Function function;
  int depth, width;
  std::string initialisation;
  double gain;
  int batch;
  std::uint32_t seed;
};

/// One entry a layer, the first layer (nearest the input) first. Norms are Frobenius norms over the
/// whole batch, given as log10, so that nothing underflows; a norm of 0 gives -inf.
struct GradientFlow {
  std::vector<double> log10_delta;            ///< ‖δˡ‖ = ‖∂L/∂Zˡ‖
  std::vector<double> log10_weight_gradient;  ///< ‖∂L/∂Wˡ‖
  std::vector<double> log10_activation;       ///< ‖Hˡ‖
  std::vector<double> mean, deviation;        ///< of Hˡ
  std::vector<double> zero_share;             ///< of the entries of Hˡ that are exactly 0

  /// Decades per layer that the norm gains on its way back, from the last layer to the first.
  double slope_delta, slope_weight_gradient;
};

const Schema<GradientFlowRequest>& gradient_flow_schema();

/// L = (1/B) Σ ⟨g, hᴸ⟩ over B examples, with inputs and g standard normal and biases 0, all drawn
/// from the seed. Refuses a network that is too large, naming the field to lower.
Result<GradientFlow> gradient_flow(const GradientFlowRequest& request);

template <class Visit>
void visit_fields(const GradientFlow& r, Visit&& visit) {
  visit("log10_delta", r.log10_delta);
  visit("log10_weight_gradient", r.log10_weight_gradient);
  visit("log10_activation", r.log10_activation);
  visit("mean", r.mean);
  visit("deviation", r.deviation);
  visit("zero_share", r.zero_share);
  visit("slope_delta", r.slope_delta);
  visit("slope_weight_gradient", r.slope_weight_gradient);
}

}  // namespace actlab

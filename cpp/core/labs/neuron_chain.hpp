#pragma once

#include <vector>

#include "core/function.hpp"
#include "core/schema/schema.hpp"

/// A chain of five neurons, one to a layer: zₗ = wₗ hₗ₋₁ + b, hₗ = f(zₗ).
/// The derivative of the output by the input is the product of the factors wₗ f'(zₗ).
namespace actlab {

struct NeuronChainRequest {
  Function function;
  double x = 1;
  double w1 = 1, w2 = 1, w3 = 1, w4 = 1, w5 = 1;
  double b = 0;
};

/// One entry a neuron, the first next to the input.
struct NeuronChain {
  std::vector<double> z, h, df;
  std::vector<double> factor;  ///< wₗ f'(zₗ)
  std::vector<double> gradient;  ///< ∂h₅/∂hₗ₋₁, the product of the factors from neuron l to the last
  double largest_slope;          ///< sup |f'| with these parameters; +inf where f' is unbounded
};

const Schema<NeuronChainRequest>& neuron_chain_schema();
Result<NeuronChain> neuron_chain(const NeuronChainRequest& request);

template <class Visit>
void visit_fields(const NeuronChain& r, Visit&& visit) {
  visit("z", r.z);
  visit("h", r.h);
  visit("df", r.df);
  visit("factor", r.factor);
  visit("gradient", r.gradient);
  visit("largest_slope", r.largest_slope);
}

}  // namespace actlab

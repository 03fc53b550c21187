#pragma once

#include <vector>

#include "core/labs/random_network.hpp"

/// The vanishing-gradient lab: a random network is run forward on a random input and backward from
/// a random gradient, and each layer is measured.
namespace actlab {

/// One entry a layer, the first layer (nearest the input) first. Norms are Frobenius norms over the
/// whole batch, given as log10, so that nothing underflows; a norm of 0 gives -inf.
struct GradientFlow {
  std::vector<double> log10_delta;            ///< ‖δˡ‖ = ‖∂L/∂Zˡ‖
  std::vector<double> log10_weight_gradient;  ///< ‖∂L/∂Wˡ‖
  std::vector<double> log10_activation;       ///< ‖Hˡ‖

  std::vector<double> mean, deviation;  ///< of Hˡ
  std::vector<double> zero_share;       ///< entries of Hˡ that are exactly 0
  std::vector<double> saturated_share;  ///< entries where |f'| is below 1 % of the function's largest
  std::vector<double> dead_share;       ///< units with f' = 0 for every example of the batch

  /// The chain rule's ledger, log10 of the factors that take ‖δˡ⁺¹‖ to ‖δˡ‖: the weights
  /// ‖Gˡ‖/‖δˡ⁺¹‖ (0 for the last layer), the gate ‖Gˡ ⊙ f'‖/‖Gˡ‖, the normalisation's share.
  std::vector<double> ledger_weights, ledger_gate, ledger_normalisation;
  double log10_gate_bound;  ///< log10 sup |f'|: what the gate can do at most; +inf where f' is unbounded

  /// Histograms, `bins` entries a layer: of Hˡ between the two edges, and of log10 |δ| over all
  /// non-zero entries. The end bins hold what lies beyond them.
  double bins;
  double activation_from, activation_to;
  std::vector<double> activation_histogram;
  double delta_from, delta_to;
  std::vector<double> delta_histogram;

  /// Decades per layer that the norm gains on its way back, from the last layer to the first.
  double slope_delta, slope_weight_gradient;
  /// The first layer (from 1) whose output is infinite or NaN; 0 if there is none.
  double overflow_layer;
};

/// What a pass over the network's layers shows, forward from `input` and back from `output_gradient`.
GradientFlow measure(const RandomNetwork& network, const std::vector<Layer>& layers, const Matrix& input,
                     const Matrix& output_gradient);

/// L = (1/B) Σ ⟨g, hᴸ⟩ over B examples, all drawn from the seed. Refuses a network that is too
/// large, naming the field to lower.
Result<GradientFlow> gradient_flow(const RandomNetwork& network);

template <class Visit>
void visit_fields(const GradientFlow& r, Visit&& visit) {
  visit("log10_delta", r.log10_delta);
  visit("log10_weight_gradient", r.log10_weight_gradient);
  visit("log10_activation", r.log10_activation);
  visit("mean", r.mean);
  visit("deviation", r.deviation);
  visit("zero_share", r.zero_share);
  visit("saturated_share", r.saturated_share);
  visit("dead_share", r.dead_share);
  visit("ledger_weights", r.ledger_weights);
  visit("ledger_gate", r.ledger_gate);
  visit("ledger_normalisation", r.ledger_normalisation);
  visit("log10_gate_bound", r.log10_gate_bound);
  visit("bins", r.bins);
  visit("activation_from", r.activation_from);
  visit("activation_to", r.activation_to);
  visit("activation_histogram", r.activation_histogram);
  visit("delta_from", r.delta_from);
  visit("delta_to", r.delta_to);
  visit("delta_histogram", r.delta_histogram);
  visit("slope_delta", r.slope_delta);
  visit("slope_weight_gradient", r.slope_weight_gradient);
  visit("overflow_layer", r.overflow_layer);
}

}  // namespace actlab

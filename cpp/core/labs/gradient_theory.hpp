#pragma once

#include <vector>

#include "core/labs/random_network.hpp"

/// What mean-field theory predicts for the gradient lab, before anything is run.
namespace actlab {

/// One entry a layer, as in GradientFlow; all empty where the theory does not hold.
struct GradientTheory {
  std::vector<double> log10_delta, log10_weight_gradient, log10_activation;
  std::vector<double> q;    ///< variance of the pre-activations
  std::vector<double> chi;  ///< backward factor of ‖δ‖² of the layer

  double sigma_w2, sigma_b2;
  double unit_gain;    ///< 1/√(E f(z)²), z ~ N(0, 1): LeCun weights times this keep a second moment of 1
  double slope_delta;  ///< decades per layer on the way back, over this depth
  double q_limit;      ///< where the variance goes: a fixed point, 0 or infinity; NaN if not known
  double chi_limit;    ///< χ there; NaN if not known
  double depth_scale;  ///< |1/ln χ|: layers over which ‖δ‖² changes e-fold; infinite at χ = 1
  Text verdict;        ///< the same in words, with the reason where there is no prediction
};

/// Refuses nothing that the schema lets through.
Result<GradientTheory> gradient_theory(const RandomNetwork& network);

template <class Visit>
void visit_fields(const GradientTheory& r, Visit&& visit) {
  visit("log10_delta", r.log10_delta);
  visit("log10_weight_gradient", r.log10_weight_gradient);
  visit("log10_activation", r.log10_activation);
  visit("q", r.q);
  visit("chi", r.chi);
  visit("sigma_w2", r.sigma_w2);
  visit("sigma_b2", r.sigma_b2);
  visit("unit_gain", r.unit_gain);
  visit("slope_delta", r.slope_delta);
  visit("q_limit", r.q_limit);
  visit("chi_limit", r.chi_limit);
  visit("depth_scale", r.depth_scale);
  visit("verdict", r.verdict);
}

}  // namespace actlab

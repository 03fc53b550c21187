#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/schema/field.hpp"

namespace actlab {

/// How parameters θ follow their gradient g, with the learning rate η:
///
///     sgd       θ ← θ − η g
///     momentum  v ← μ v + g             θ ← θ − η v
///     adam      m ← β₁ m + (1 − β₁) g   v ← β₂ v + (1 − β₂) g²
///               θ ← θ − η m̂/(√v̂ + ε)    m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
///
/// with β₁ = 0.9, β₂ = 0.999, ε = 1e-8. Polyak 1964; Kingma & Ba 2015, arXiv 1412.6980.
enum class OptimiserKind { sgd, momentum, adam };

std::vector<Choice> optimiser_choices();
/// Precondition: id is that of a choice.
OptimiserKind optimiser_of(std::string_view id);

class Optimiser {
 public:
  Optimiser(OptimiserKind kind, double rate, double momentum, std::size_t parameters);

  /// One step; both spans have as many entries as there are parameters.
  void step(std::span<float> parameters, std::span<const float> gradient);

 private:
  OptimiserKind kind_;
  double rate_, momentum_;
  double beta1_power_ = 1, beta2_power_ = 1;
  std::vector<float> first_, second_;  ///< v of momentum or m of Adam; v of Adam
};

/// ‖g‖ in double.
double norm(std::span<const float> g);

/// Scales g to the norm `limit` if it is longer. Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063.
void clip_norm(std::span<float> g, double limit);

/// g ← g + λθ, the gradient of ½ λ‖θ‖².
void decay(std::span<const float> parameters, double lambda, std::span<float> g);

}  // namespace actlab

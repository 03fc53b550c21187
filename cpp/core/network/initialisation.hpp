#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/random.hpp"
#include "core/schema/field.hpp"

namespace actlab {

/// A rule for the random weights of a layer: mean 0, a variance that depends on the layer's size.
struct Initialisation {
  enum class Distribution {
    normal,
    uniform,
    orthogonal,  ///< QᵀQ or QQᵀ is a multiple of the identity
  };

  Choice choice;
  Distribution distribution;
  /// Var(W) for a layer with so many inputs and outputs; null where the deviation is set by hand.
  double (*variance)(std::size_t inputs, std::size_t outputs);
  /// Var(b) that the rule brings with it; null where biases start at 0.
  double (*bias_variance)(std::size_t inputs) = nullptr;
};

std::span<const Initialisation> initialisations();
/// The rule with this id, or null.
const Initialisation* find_initialisation(std::string_view id);
std::vector<Choice> initialisation_choices();

/// A rule with its numbers filled in.
struct WeightScheme {
  const Initialisation* rule;
  double gain = 1;     ///< multiplies the rule's deviation
  double sigma = 0;    ///< the deviation of a rule that is set by hand
  double sigma_b = 0;  ///< deviation of additional normal biases

  [[nodiscard]] double weight_variance(std::size_t inputs, std::size_t outputs) const;
  [[nodiscard]] double bias_variance(std::size_t inputs) const;
};

/// Fills `values` with normal deviates of this variance and mean 0.
void draw_normal(double variance, Random& random, std::span<float> values);

/// Fills `weights` (inputs × outputs) and `biases` (outputs).
void draw_layer(const WeightScheme& scheme, std::size_t inputs, std::size_t outputs, Random& random,
                std::span<float> weights, std::span<float> biases);

}  // namespace actlab

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
  enum class Distribution { normal, uniform };

  Choice choice;
  Distribution distribution;
  /// Var(W) for a layer with so many inputs and outputs.
  double (*variance)(std::size_t inputs, std::size_t outputs);
};

std::span<const Initialisation> initialisations();
/// The rule with this id, or null.
const Initialisation* find_initialisation(std::string_view id);
std::vector<Choice> initialisation_choices();

/// Fills `weights` (inputs × outputs) with deviates of the rule, the deviation multiplied by `gain`.
void draw_weights(const Initialisation& rule, double gain, std::size_t inputs, std::size_t outputs,
                  Random& random, std::span<float> weights);

}  // namespace actlab

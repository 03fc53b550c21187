#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "core/registry.hpp"

namespace actlab {

/// An activation function with its parameters filled in.
struct Function {
  const Activation* activation = nullptr;
  Parameters parameters{};

  [[nodiscard]] double f(double x) const { return activation->f(x, parameters); }
  [[nodiscard]] double df(double x) const { return activation->df(x, parameters); }
  [[nodiscard]] Facts facts() const { return activation->facts(parameters); }
  /// sup |f'|
  [[nodiscard]] double largest_slope() const {
    const Range slopes = facts().slopes;
    return std::max(std::fabs(slopes.min), std::fabs(slopes.max));
  }
  void forward_with_derivative(std::span<const float> x, std::span<float> y, std::span<float> dy) const {
    activation->forward_with_derivative(x, y, dy, parameters);
  }
};

}  // namespace actlab

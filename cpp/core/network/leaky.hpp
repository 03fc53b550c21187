#pragma once

#include <span>

#include "core/random.hpp"

namespace actlab {

/// A leaky ReLU with a slope of its own for each element: y = x and dy = 1 for x > 0, else y = a x
/// and dy = a. PReLU learns the slopes, RReLU draws them.
void leaky(std::span<const float> x, std::span<const float> a, std::span<float> y, std::span<float> dy);

/// Where RReLU's slopes come from, and the one that stands for them in evaluation.
struct RandomSlopes {
  double lower, upper;
  bool paper = false;  ///< 1/a is uniform (Xu et al. 2015), not a (PyTorch)

  /// The mean slope in PyTorch; one over the mean of 1/a in the paper.
  [[nodiscard]] double evaluation() const;
  void draw(Random& random, std::span<float> a) const;
};

}  // namespace actlab

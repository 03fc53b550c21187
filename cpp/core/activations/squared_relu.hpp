#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Squared ReLU: max(x, 0)². The slope is continuous and unbounded; f'' jumps at 0.
/// So et al. 2021 (Primer), arXiv 2109.08668.
template <class T>
struct SquaredRelu {
  T f(T x) const { return max(x, T(0)) * max(x, T(0)); }
  T df(T x) const { return T(2) * max(x, T(0)); }
  T d2f(T x) const { return keep_nan(x, select(x > T(0), T(2), T(0))); }

  static constexpr Info info() {
    return {
        .id = "squared_relu",
        .name = {"Squared ReLU", "平方 ReLU"},
    };
  }

  Facts facts() const {
    return {
        .values = {0, true, infinity, false},
        .slopes = {0, true, infinity, false},
        .kinks = {{0, 0}},
        .monotone = true,
        .left = Saturation::hard,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

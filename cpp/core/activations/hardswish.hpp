#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Hard swish: 0 for x ≤ −3, x for x ≥ 3, x(x + 3)/6 between. The slope jumps at both ends, from 0
/// to −½ and from 3/2 to 1; there it is that of the outer piece, f'(−3) = 0 and f'(3) = 1.
/// Howard et al. 2019 (MobileNetV3), arXiv 1905.02244.
template <class T>
struct Hardswish {
  T f(T x) const { return pieces(x, T(0), x * (x + T(3)) / T(6), x); }
  T df(T x) const { return pieces(x, T(0), (T(2) * x + T(3)) / T(6), T(1)); }
  T d2f(T x) const { return keep_nan(x, pieces(x, T(0), T(1.0 / 3), T(0))); }

  static T pieces(T x, T left, T middle, T right) {
    return select(x <= T(-3), left, select(x >= T(3), right, middle));
  }

  static constexpr Info info() {
    return {
        .id = "hardswish",
        .name = {"Hardswish", "硬 Swish（Hardswish）"},
        .libraries = {.pytorch = "Hardswish", .keras = "hard_silu", .onnx = "HardSwish"},
    };
  }

  Facts facts() const {
    return {
        .values = {-0.375, true, infinity, false},
        .slopes = {-0.5, false, 1.5, false},
        .extrema = {{-1.5, -0.375}},
        .kinks = {{-3, 0}, {3, 1}},
        .monotone = false,
        .left = Saturation::hard,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

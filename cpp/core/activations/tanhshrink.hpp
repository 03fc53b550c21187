#pragma once

#include "core/activations/info.hpp"
#include "core/activations/tanh.hpp"
#include "core/math/tanh.hpp"

namespace actlab {

/// Tanh shrinkage: x − tanh x, which is close to x³/3 at 0.
template <class T>
struct Tanhshrink {
  T f(T x) const { return select(abs(x) < T(1), near_zero(x), x - tanh(x)); }
  T df(T x) const { return tanh(x) * tanh(x); }
  T d2f(T x) const { return T(2) * tanh(x) * tanh_slope(x); }

  /// Without cancellation, from Lambert's fraction: tanh x = x/(1 + w) with w = x²/(3 + x²/(5 + …)).
  static T near_zero(T x) {
    T w = T(0);
    for (int odd = 17; odd >= 3; odd -= 2) w = x * x / (T(odd) + w);
    return x * w / (T(1) + w);
  }

  static Info info() {
    return {
        .id = "tanhshrink",
        .name = {"Tanhshrink", "Tanh 收缩（Tanhshrink）"},
        .libraries = {.pytorch = "Tanhshrink", .keras = "tanh_shrink"},
    };
  }

  Facts facts() const {
    return {
        .values = {-infinity, false, infinity, false},
        .slopes = {0, true, 1, false},
        .slope_extrema = {{0, 0}},
        .monotone = true,
        .left = Saturation::none,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

#pragma once

#include "core/activations/info.hpp"
#include "core/activations/tanh.hpp"
#include "core/math/tanh.hpp"

namespace actlab {

/// Tanh shrinkage: x − tanh x, which is close to x³/3 at 0.
template <class T>
struct Tanhshrink {
  static constexpr bool one_exponential = true;
  T f(T x) const { return x_minus_tanh(x); }
  T df(T x) const { return tanh(x) * tanh(x); }
  T d2f(T x) const { return T(2) * tanh(x) * tanh_slope(x); }

  static constexpr Info info() {
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

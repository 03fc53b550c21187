#pragma once

#include "core/activations/info.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/math/tanh.hpp"

namespace actlab {

/// tanh'(x) = 1 − tanh²x = 4 σ(2x) σ(−2x), the form without cancellation.
template <class T>
T tanh_slope(T x) {
  return T(4) * sigmoid_slope(T(2) * x);
}

/// Hyperbolic tangent: (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ) = 2σ(2x) − 1.
template <class T>
struct Tanh {
  static constexpr bool one_exponential = true;
  T f(T x) const { return tanh(x); }
  T df(T x) const { return tanh_slope(x); }
  T d2f(T x) const { return T(-2) * tanh(x) * tanh_slope(x); }

  static constexpr Info info() {
    return {
        .id = "tanh",
        .name = {"Tanh", "双曲正切函数（tanh）"},
        .libraries = {.pytorch = "Tanh", .keras = "tanh", .onnx = "Tanh"},
    };
  }

  Facts facts() const {
    return {
        .values = {-1, false, 1, false},
        .slopes = {0, false, 1, true},
        .slope_extrema = {{0, 1}},
        .monotone = true,
        .left = Saturation::soft,
        .right = Saturation::soft,
    };
  }
};

}  // namespace actlab

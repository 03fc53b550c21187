#pragma once

#include "core/activations/info.hpp"
#include "core/math/exp.hpp"
#include "core/math/tanh.hpp"

namespace actlab {

/// σ(x) = 1 / (1 + e⁻ˣ), by an exponential that cannot overflow.
template <class T>
T sigmoid(T x) {
  const T z = exp_of_negative(-abs(x));
  return select(x < T(0), z, T(1)) / (T(1) + z);
}

/// factor · σ(x), rounded once where σ(x) itself is subnormal; 0 far to the left, however large the factor.
template <class T>
T sigmoid_times(T factor, T x) {
  const T y = factor / (T(1) + exp_of_negative(-abs(x)));
  return select(x < T(0), exp_times(y, -abs(x)), y);
}

/// The same for |factor| <= 1000 where x < 0, with fewer operations.
template <class T>
T sigmoid_times_moderate(T factor, T x) {
  const T y = factor / (T(1) + exp_of_negative(-abs(x)));
  return select(x < T(0), exp_times_moderate(y, -abs(x)), y);
}

/// factor · σ'(x) with σ'(x) = σ(x) σ(−x); 0 far out, however large the factor.
template <class T>
T sigmoid_slope_times(T factor, T x) {
  const T d = T(1) + exp_of_negative(-abs(x));
  return exp_times(factor / (d * d), -abs(x));
}

/// σ'(x).
template <class T>
T sigmoid_slope(T x) {
  const T d = T(1) + exp_of_negative(-abs(x));
  return exp_times_moderate(T(1) / (d * d), -abs(x));
}

/// Logistic sigmoid: 1 / (1 + e⁻ˣ).
template <class T>
struct Sigmoid {
  static constexpr bool one_exponential = true;
  T f(T x) const { return sigmoid(x); }
  T df(T x) const { return sigmoid_slope(x); }
  T d2f(T x) const { return -sigmoid_slope(x) * tanh(T(0.5) * x); }

  static constexpr Info info() {
    return {
        .id = "sigmoid",
        .name = {"Sigmoid", "Sigmoid 函数"},
        .libraries = {.pytorch = "Sigmoid", .keras = "sigmoid", .onnx = "Sigmoid"},
    };
  }

  Facts facts() const {
    return {
        .values = {0, false, 1, false},
        .slopes = {0, false, 0.25, true},
        .slope_extrema = {{0, 0.25}},
        .monotone = true,
        .left = Saturation::soft,
        .right = Saturation::soft,
    };
  }
};

}  // namespace actlab

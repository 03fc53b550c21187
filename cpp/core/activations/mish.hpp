#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"
#include "core/math/exp.hpp"

namespace actlab {

/// Mish: x·g(x) with the gate g(x) = tanh(softplus(x)).
/// Misra, BMVC 2020, arXiv 1908.08681.
template <class T>
struct Mish {
  /// With e = eˣ and n = e² + 2e, g = n/(n + 2). All is written in z = exp(−|x|), which cannot overflow
  /// (for x ≥ 0 numerator and denominator are multiplied by z²), and with a factor z taken out of g on
  /// the left, of g' and of g'', so that it can be multiplied last:
  /// g = z·left + right, g' = z·slope, g'' = z·curvature.
  struct Gate {
    T left, right, slope, curvature;
  };
  static Gate gate(T x) {
    const T z = exp(-abs(x));
    const auto negative = x < T(0);
    const T n = select(negative, z + T(2), T(1) + T(2) * z);
    const T d = select(negative, z * n + T(2), n + T(2) * (z * z));
    const T e = select(negative, T(1), z);
    const T cubic = select(negative, T(2) + z * (T(2) - z * (T(3) + T(2) * z)),
                           z * (z * (T(2) + T(2) * z) - T(3)) - T(2));
    return {select(negative, n / d, T(0)), select(negative, T(0), n / d), T(4) * e * (T(1) + z) / (d * d),
            T(4) * e * cubic / (d * d * d)};
  }

  T f(T x) const {
    const Gate g = gate(x);
    return exp_times(x * g.left, -abs(x)) + x * g.right;
  }
  T df(T x) const {
    const Gate g = gate(x);
    return exp_times(g.left + x * g.slope, -abs(x)) + g.right;
  }
  T d2f(T x) const {
    const Gate g = gate(x);
    return exp_times(T(2) * g.slope + x * g.curvature, -abs(x));
  }

  static Info info() {
    return {
        .id = "mish",
        .name = {"Mish", "Mish 函数"},
        .libraries = {.pytorch = "Mish", .keras = "mish", .onnx = "Mish"},
    };
  }

  Facts facts() const {
    const Extremum lowest = {-1.1924312145154952, -0.30884341301725041};
    const Extremum flattest = {-2.2563763963607931, -0.11252612238946256};
    const Extremum steepest = {1.4905711794854285, 1.0884981612517279};
    return {
        .values = {lowest.y, true, infinity, false},
        .slopes = {flattest.y, true, steepest.y, true},
        .extrema = {lowest},
        .slope_extrema = {flattest, steepest},
        .monotone = false,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

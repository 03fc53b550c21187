#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"
#include "core/math/exp.hpp"

namespace actlab {

/// Mish: x·g(x) with the gate g(x) = tanh(softplus(x)).
/// Misra, BMVC 2020, arXiv 1908.08681.
template <class T>
struct Mish {
  /// With e = eˣ: g = n/(n + 2) for n = e² + 2e, and g' = 4e(1 + e)/(n + 2)². Both are written in
  /// z = exp(−|x|), which cannot overflow: for x ≥ 0 numerator and denominator are multiplied by z².
  struct Gate {
    T g, slope, curvature;
  };
  static Gate gate(T x) {
    const T z = exp(-abs(x));
    const auto left = x < T(0);
    const T n = select(left, z * (z + T(2)), T(1) + T(2) * z);
    const T d = n + select(left, T(2), T(2) * (z * z));
    const T e = select(left, z, z * z);
    const T cubic =
        select(left, T(2) + z * (T(2) - z * (T(3) + T(2) * z)), z * (z * (T(2) + T(2) * z) - T(3)) - T(2));
    return {n / d, T(4) * e * (T(1) + z) / (d * d), T(4) * e * cubic / (d * d * d)};
  }

  T f(T x) const { return limit_product(x, gate(x).g); }
  T df(T x) const { return gate(x).g + limit_product(x, gate(x).slope); }
  T d2f(T x) const { return T(2) * gate(x).slope + limit_product(x, gate(x).curvature); }

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

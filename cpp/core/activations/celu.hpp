#pragma once

#include "core/activations/info.hpp"
#include "core/math/exp.hpp"
#include "core/math/expm1.hpp"

namespace actlab {

/// Continuously differentiable ELU: x for x > 0, α(e^(x/α) − 1) for x ≤ 0. The slope is continuous
/// for every α > 0; f'' jumps at 0.
/// Barron 2017, arXiv 1704.07483.
template <class T>
struct Celu {
  static constexpr bool one_exponential = true;
  T alpha;

  T f(T x) const { return select(x > T(0), x, alpha * expm1_of_negative(min(x, T(0)) / alpha)); }
  T df(T x) const { return select(x > T(0), T(1), exp_of_negative(min(x, T(0)) / alpha)); }
  T d2f(T x) const { return select(x > T(0), T(0), exp_of_negative(min(x, T(0)) / alpha) / alpha); }
  T dparameter(T x) const {
    const T u = min(x, T(0)) / alpha;
    return expm1(u) - exp_times(u, u);
  }

  static constexpr Info info() {
    return {
        .id = "celu",
        .name = {"CELU", "连续可微指数线性单元（CELU）"},
        .libraries = {.pytorch = "CELU", .keras = "celu", .onnx = "Celu"},
        .parameters = {{.name = "alpha",
                        .symbol = "α",
                        .initial = 1,
                        .min = 0.1,
                        .max = 3,
                        .presets = {{"pytorch", 1}, {"keras", 1}, {"onnx", 1}},
                        .learned = true}},
    };
  }

  Facts facts() const {
    return {
        .values = {-double(alpha), false, infinity, false},
        .slopes = {0, false, 1, true},
        .kinks = {{0, 1}},
        .monotone = true,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

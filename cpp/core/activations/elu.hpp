#pragma once

#include "core/activations/info.hpp"
#include "core/math/exp.hpp"
#include "core/math/expm1.hpp"

namespace actlab {

/// Exponential linear unit: x for x > 0, α(eˣ − 1) for x ≤ 0.
/// Clevert, Unterthiner & Hochreiter 2016, arXiv 1511.07289.
/// The branch that includes 0 gives the slope there: f'(0) = α.
template <class T>
struct Elu {
  static constexpr bool one_exponential = true;
  T alpha;

  T f(T x) const { return max(x, T(0)) + alpha * expm1_of_negative(min(x, T(0))); }
  T df(T x) const { return select(x > T(0), T(1), exp_times_moderate(alpha, min(x, T(0)))); }
  T d2f(T x) const { return select(x > T(0), T(0), exp_times_moderate(alpha, min(x, T(0)))); }
  T dparameter(T x) const { return select(x > T(0), T(0), expm1_of_negative(min(x, T(0)))); }

  static constexpr Info info() {
    return {
        .id = "elu",
        .name = {"ELU", "指数线性单元（ELU）"},
        .libraries = {.pytorch = "ELU", .keras = "ELU", .onnx = "Elu"},
        .parameters =
            {{.name = "alpha",
              .symbol = "α",
              .initial = 1,
              .min = 0.1,
              .max = 2,
              .presets = {{"paper", 1}, {"pytorch", 1}, {"keras", 1}, {"onnx", 1}, {"source_post", 0.2}},
              .learned = true}},
    };
  }

  Facts facts() const {
    const double a = double(alpha);
    return {
        .values = {-a, false, infinity, false},
        .slopes = {0, false, a > 1 ? a : 1, true},
        .kinks = {{0, a}},
        .monotone = true,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

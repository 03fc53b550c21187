#pragma once

#include "core/activations/info.hpp"
#include "core/math/exp.hpp"
#include "core/math/expm1.hpp"

namespace actlab {

/// Scaled exponential linear unit: λx for x > 0, λα(eˣ − 1) for x ≤ 0, with f'(0) = λα. The two
/// constants map N(0, 1) to mean 0 and variance 1.
/// Klambauer, Unterthiner, Mayr & Hochreiter, NeurIPS 2017, arXiv 1706.02515.
template <class T>
struct Selu {
  static constexpr bool one_exponential = true;
  static constexpr double lambda = 1.0507009873554804934;
  static constexpr double alpha = 1.6732632423543772848;
  static constexpr double lambda_alpha = 1.7580993408473768599;  // rounded once, not the product of two

  T f(T x) const { return T(lambda) * max(x, T(0)) + T(lambda_alpha) * expm1_of_negative(min(x, T(0))); }
  T df(T x) const { return select(x > T(0), T(lambda), exp_times_moderate(T(lambda_alpha), min(x, T(0)))); }
  T d2f(T x) const { return select(x > T(0), T(0), exp_times_moderate(T(lambda_alpha), min(x, T(0)))); }

  static constexpr Info info() {
    return {
        .id = "selu",
        .name = {"SELU", "缩放指数线性单元（SELU）"},
        .libraries = {.pytorch = "SELU", .keras = "selu", .onnx = "Selu"},
    };
  }

  Facts facts() const {
    return {
        .values = {-lambda_alpha, false, infinity, false},
        .slopes = {0, false, lambda_alpha, true},
        .kinks = {{0, lambda_alpha}},
        .monotone = true,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

#pragma once

#include "core/activations/info.hpp"
#include "core/activations/leaky_relu.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Parametric ReLU: x for x > 0, ax for x ≤ 0, where a is learned; f'(0) = a.
/// He, Zhang, Ren & Sun, ICCV 2015, arXiv 1502.01852.
template <class T>
struct Prelu {
  T a;

  T f(T x) const { return select(x > T(0), x, limit_product(x, a)); }
  T df(T x) const { return keep_nan(x, select(x > T(0), T(1), a)); }
  T d2f(T x) const { return keep_nan(x, T(0)); }
  T dparameter(T x) const { return min(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "prelu",
        .name = {"PReLU", "参数化修正线性单元（PReLU）"},
        .libraries = {.pytorch = "PReLU", .keras = "PReLU", .onnx = "PRelu"},
        .parameters = {{.name = "a",
                        .symbol = "a",
                        .initial = 0.25,
                        .min = -0.5,
                        .max = 1,
                        .presets = {{"paper", 0.25}, {"pytorch", 0.25}, {"keras", 0}, {"source_post", 0.25}},
                        .learned = true}},
    };
  }

  Facts facts() const { return LeakyRelu<T>{a}.facts(); }
};

}  // namespace actlab

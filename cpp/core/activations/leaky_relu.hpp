#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Leaky ReLU: x for x > 0, αx for x ≤ 0, with f'(0) = α.
/// Maas, Hannun & Ng, ICML 2013 workshop.
template <class T>
struct LeakyRelu {
  T alpha;

  T f(T x) const { return select(x > T(0), x, limit_product(x, alpha)); }
  T df(T x) const { return keep_nan(x, select(x > T(0), T(1), alpha)); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "leaky_relu",
        .name = {"Leaky ReLU", "带泄漏修正线性单元（Leaky ReLU）"},
        .libraries = {.pytorch = "LeakyReLU", .keras = "LeakyReLU", .onnx = "LeakyRelu"},
        .parameters = {{.name = "negative_slope",
                        .symbol = "α",
                        .initial = 0.01,
                        .min = 0,
                        .max = 0.5,
                        .presets = {{"paper", 0.01},
                                    {"pytorch", 0.01},
                                    {"keras", 0.3},
                                    {"onnx", 0.01},
                                    {"source_post", 0.2}}}},
    };
  }

  Facts facts() const {
    const double a = double(alpha);
    return {
        .values = {a > 0 ? -infinity : 0, a <= 0, infinity, false},
        .slopes = {min(a, 1.0), true, max(a, 1.0), true},
        .extrema = a < 0 ? FewOf<Extremum, 2>{{0, 0}} : FewOf<Extremum, 2>{},
        .kinks = {{0, a}},
        .monotone = a >= 0,
        .left = a == 0 ? Saturation::hard : Saturation::none,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

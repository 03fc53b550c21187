#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Soft shrinkage (soft threshold): x is moved towards 0 by λ, and is 0 where |x| ≤ λ. The slope at
/// ±λ is 0. Donoho 1995, "De-noising by soft-thresholding", IEEE Transactions on Information Theory.
template <class T>
struct Softshrink {
  T lambda;

  T f(T x) const { return x - min(max(x, -lambda), lambda); }
  T df(T x) const { return keep_nan(x, select(abs(x) > lambda, T(1), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "softshrink",
        .name = {"Softshrink", "软收缩（Softshrink）"},
        .libraries = {.pytorch = "Softshrink", .keras = "soft_shrink", .onnx = "Shrink(lambd=λ, bias=λ)"},
        .parameters = {{.name = "lambda",
                        .symbol = "λ",
                        .initial = 0.5,
                        .min = 0,
                        .max = 2,
                        .presets = {{"pytorch", 0.5}, {"keras", 0.5}, {"onnx", 0.5}}}},
    };
  }

  Facts facts() const {
    const double l = double(lambda);
    return {
        .values = {-infinity, false, infinity, false},
        .slopes = {0, true, 1, true},
        .kinks = l > 0 ? FewOf<Kink, 2>{{-l, 0}, {l, 0}} : FewOf<Kink, 2>{{0, 0}},
        .monotone = true,
        .left = Saturation::none,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Hard shrinkage (hard threshold): 0 where |x| ≤ λ, else x. The value jumps at ±λ; the slope there
/// is 0. Donoho & Johnstone 1994, "Ideal spatial adaptation by wavelet shrinkage", Biometrika.
template <class T>
struct Hardshrink {
  T lambda;

  T f(T x) const { return select(abs(x) <= lambda, T(0), x); }
  T df(T x) const { return keep_nan(x, select(abs(x) > lambda, T(1), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "hardshrink",
        .name = {"Hardshrink", "硬收缩（Hardshrink）"},
        .libraries = {.pytorch = "Hardshrink", .keras = "hard_shrink", .onnx = "Shrink(lambd=λ)"},
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

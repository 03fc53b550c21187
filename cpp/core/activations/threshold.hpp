#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Threshold: x for x > θ, the constant v for x ≤ θ, with f'(θ) = 0. Unless v = θ the value jumps.
template <class T>
struct Threshold {
  T theta, v;

  T f(T x) const { return select(x <= theta, v, x); }
  T df(T x) const { return keep_nan(x, select(x > theta, T(1), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "threshold",
        .name = {"Threshold", "阈值函数（Threshold）"},
        .libraries = {.pytorch = "Threshold", .keras = "threshold", .onnx = "ThresholdedRelu"},
        .parameters =
            {{.name = "threshold",
              .symbol = "θ",
              .initial = 1,
              .min = -1,
              .max = 2,
              .presets = {{"onnx", 1}}},
             {.name = "value", .symbol = "v", .initial = 0, .min = -1, .max = 1, .presets = {{"onnx", 0}}}},
    };
  }

  Facts facts() const {
    const double t = double(theta), low = double(v);
    return {
        .values = {min(t, low), low <= t, infinity, false},
        .slopes = {0, true, 1, true},
        .kinks = {{t, 0}},
        .monotone = low <= t,
        .left = Saturation::hard,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

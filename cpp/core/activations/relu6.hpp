#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// ReLU6: min(max(x, 0), c) with c = 6; the slope is 0 at both corners.
/// Krizhevsky 2010, "Convolutional Deep Belief Networks on CIFAR-10".
template <class T>
struct Relu6 {
  T cap;

  T f(T x) const { return min(max(x, T(0)), cap); }
  T df(T x) const { return keep_nan(x, select(x > T(0) && x < cap, T(1), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "relu6",
        .name = {"ReLU6", "ReLU6（上限为 6 的 ReLU）"},
        .libraries = {.pytorch = "ReLU6", .keras = "relu6", .onnx = "Clip(0, 6)"},
        .parameters = {{.name = "cap",
                        .symbol = "c",
                        .initial = 6,
                        .min = 1,
                        .max = 10,
                        .presets = {{"paper", 6}, {"pytorch", 6}, {"keras", 6}}}},
    };
  }

  Facts facts() const {
    return {
        .values = {0, true, double(cap), true},
        .slopes = {0, true, 1, true},
        .kinks = {{0, 0}, {double(cap), 0}},
        .monotone = true,
        .left = Saturation::hard,
        .right = Saturation::hard,
    };
  }
};

}  // namespace actlab

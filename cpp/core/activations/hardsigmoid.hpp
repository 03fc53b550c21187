#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Hard sigmoid: x/6 + ½, cut off at 0 and 1; the slope is 0 at both corners, ±3. The form of
/// PyTorch and of Keras 3.
template <class T>
struct Hardsigmoid {
  T f(T x) const { return min(max((x + T(3)) / T(6), T(0)), T(1)); }
  T df(T x) const { return keep_nan(x, select(abs(x) < T(3), T(1.0 / 6), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "hardsigmoid",
        .name = {"Hardsigmoid", "硬 Sigmoid（Hardsigmoid）"},
        .libraries = {.pytorch = "Hardsigmoid", .keras = "hard_sigmoid", .onnx = "HardSigmoid(alpha=1/6)"},
    };
  }

  Facts facts() const {
    return {
        .values = {0, true, 1, true},
        .slopes = {0, true, 1.0 / 6, true},
        .kinks = {{-3, 0}, {3, 0}},
        .monotone = true,
        .left = Saturation::hard,
        .right = Saturation::hard,
    };
  }
};

/// Hard sigmoid, steeper: x/5 + ½, cut off at 0 and 1; the slope is 0 at both corners, ±2.5. The
/// default of ONNX, and the form of Keras 2.
template <class T>
struct HardsigmoidOnnx {
  T f(T x) const { return min(max((x + T(2.5)) / T(5), T(0)), T(1)); }
  T df(T x) const { return keep_nan(x, select(abs(x) < T(2.5), T(0.2), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "hardsigmoid_onnx",
        .name = {"Hardsigmoid (ONNX)", "硬 Sigmoid（ONNX 形式）"},
        .libraries = {.onnx = "HardSigmoid"},
    };
  }

  Facts facts() const {
    return {
        .values = {0, true, 1, true},
        .slopes = {0, true, 0.2, true},
        .kinks = {{-2.5, 0}, {2.5, 0}},
        .monotone = true,
        .left = Saturation::hard,
        .right = Saturation::hard,
    };
  }
};

}  // namespace actlab

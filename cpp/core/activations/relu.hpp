#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Rectified linear unit: max(x, 0), with f'(0) = 0.
/// Nair & Hinton, ICML 2010; Glorot, Bordes & Bengio, AISTATS 2011.
template <class T>
struct Relu {
  T f(T x) const { return max(x, T(0)); }
  T df(T x) const { return keep_nan(x, select(x > T(0), T(1), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "relu",
        .name = {"ReLU", "修正线性单元（ReLU）"},
        .libraries = {.pytorch = "ReLU", .keras = "relu", .onnx = "Relu"},
    };
  }

  Facts facts() const {
    return {
        .values = {0, true, infinity, false},
        .slopes = {0, true, 1, true},
        .kinks = {{0, 0}},
        .monotone = true,
        .left = Saturation::hard,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

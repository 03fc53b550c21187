#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Softsign: x / (1 + |x|). It saturates like 1/x, not exponentially; f'' jumps at 0.
/// Studied by Glorot & Bengio, AISTATS 2010.
template <class T>
struct Softsign {
  T f(T x) const { return finite(x) / (T(1) + abs(finite(x))); }
  T df(T x) const {
    const T r = T(1) / (T(1) + abs(x));
    return r * r;
  }
  T d2f(T x) const {
    const T r = T(1) / (T(1) + abs(x));
    return select(x < T(0), T(2), T(-2)) * (r * r * r);
  }

  static constexpr Info info() {
    return {
        .id = "softsign",
        .name = {"Softsign", "Softsign 函数"},
        .libraries = {.pytorch = "Softsign", .keras = "softsign", .onnx = "Softsign"},
    };
  }

  Facts facts() const {
    return {
        .values = {-1, false, 1, false},
        .slopes = {0, false, 1, true},
        .kinks = {{0, 1}},
        .monotone = true,
        .left = Saturation::soft,
        .right = Saturation::soft,
    };
  }
};

}  // namespace actlab

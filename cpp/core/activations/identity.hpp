#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Identity: x. A network of it is linear.
template <class T>
struct Identity {
  T f(T x) const { return x; }
  T df(T x) const { return keep_nan(x, T(1)); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "identity",
        .name = {"Identity", "恒等函数"},
        .libraries = {.pytorch = "Identity", .keras = "linear", .onnx = "Identity"},
    };
  }

  Facts facts() const {
    return {
        .values = {-infinity, false, infinity, false},
        .slopes = {1, true, 1, true},
        .monotone = true,
        .left = Saturation::none,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

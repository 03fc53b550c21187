#pragma once

#include "core/activations/info.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/math/log1p.hpp"

namespace actlab {

/// Log-sigmoid: ln σ(x) = −ln(1 + e⁻ˣ).
template <class T>
struct Logsigmoid {
  static constexpr bool one_exponential = true;
  T f(T x) const { return -log1p_exp(-x); }
  T df(T x) const { return sigmoid(-x); }
  T d2f(T x) const { return -sigmoid_slope(x); }

  static constexpr Info info() {
    return {
        .id = "logsigmoid",
        .name = {"LogSigmoid", "对数 Sigmoid（LogSigmoid）"},
        .libraries = {.pytorch = "LogSigmoid", .keras = "log_sigmoid"},
    };
  }

  Facts facts() const {
    return {
        .values = {-infinity, false, 0, false},
        .slopes = {0, false, 1, false},
        .monotone = true,
        .left = Saturation::none,
        .right = Saturation::soft,
    };
  }
};

}  // namespace actlab

#pragma once

#include "core/activations/info.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/math/log1p.hpp"

namespace actlab {

/// Softplus: ln(1 + e^(βx)) / β, a smooth ReLU.
/// Dugas, Bengio, Bélisle, Nadeau & Garcia, NIPS 2000.
template <class T>
struct Softplus {
  static constexpr bool one_exponential = true;
  T beta;

  T f(T x) const { return max(x, T(0)) + log1p_exp_of_negative(-abs(beta * x)) * (T(1) / beta); }
  T df(T x) const { return sigmoid(beta * x); }
  T d2f(T x) const { return beta * sigmoid_slope(beta * x); }

  static constexpr Info info() {
    return {
        .id = "softplus",
        .name = {"Softplus", "Softplus 函数"},
        .libraries = {.pytorch = "Softplus", .keras = "softplus", .onnx = "Softplus"},
        .parameters = {{.name = "beta",
                        .symbol = "β",
                        .initial = 1,
                        .min = 0.25,
                        .max = 10,
                        .presets = {{"paper", 1}, {"pytorch", 1}, {"keras", 1}, {"onnx", 1}}}},
    };
  }

  Facts facts() const {
    return {
        .values = {0, false, infinity, false},
        .slopes = {0, false, 1, false},
        .monotone = true,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

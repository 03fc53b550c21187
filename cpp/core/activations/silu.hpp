#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/math/tanh.hpp"

namespace actlab {

/// Swish: xσ(βx). β = 0 gives x/2, β → ∞ gives ReLU; the extreme slopes are the same for every β > 0.
/// Ramachandran, Zoph & Le 2017, arXiv 1710.05941.
template <class T>
struct Swish {
  static constexpr bool one_exponential = true;
  T beta;

  T f(T x) const { return sigmoid_times(x, limit_product(x, beta)); }
  /// f' = σ(v) + v σ'(v) with v = βx: on the left z(1 − t + z)/(1 + z)² for t = |v| and z = exp(−t), without
  /// cancellation, and on the right 1 less that.
  T df(T x) const {
    const T v = limit_product(x, beta), t = min(abs(v), T(1000));
    const T z = exp_of_negative(-t);
    const T d = T(1) + z;
    const T left = exp_times_moderate(((T(1) - t) + z) / (d * d), -t);
    return select(v < T(0), left, T(1) - left);
  }
  T d2f(T x) const {
    const T z = beta * finite(x);
    return beta * sigmoid_slope_times(T(2) - z * tanh(T(0.5) * z), z);
  }
  T dparameter(T x) const { return limit_product(x * x, sigmoid_slope(beta * finite(x))); }

  static constexpr Info info() {
    return {
        .id = "swish",
        .name = {"Swish", "Swish 函数"},
        .libraries = {.onnx = "Swish"},
        .parameters = {{.name = "beta",
                        .symbol = "β",
                        .initial = 1,
                        .min = 0,
                        .max = 10,
                        .presets = {{"paper", 1}, {"onnx", 1}},
                        .learned = true}},
    };
  }

  Facts facts() const {
    const double b = double(beta);
    if (b == 0) {
      return {
          .values = {-infinity, false, infinity, false},
          .slopes = {0.5, true, 0.5, true},
          .monotone = true,
          .left = Saturation::none,
          .right = Saturation::none,
      };
    }
    // x₀ = −(1 + W(1/e)) and f(x₀) = −W(1/e) for β = 1; x₁ is the root of x tanh(x/2) = 2.
    const Extremum lowest = {-1.2784645427610738 / b, -0.27846454276107380 / b};
    const double x1 = 2.3993572805154677 / b, steepest = 1.0998393201288669;
    return {
        .values = {lowest.y, true, infinity, false},
        .slopes = {1 - steepest, true, steepest, true},
        .extrema = {lowest},
        .slope_extrema = {{-x1, 1 - steepest}, {x1, steepest}},
        .monotone = false,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

/// Sigmoid linear unit: xσ(x), which is Swish with β = 1.
/// Hendrycks & Gimpel 2016, arXiv 1606.08415; Elfwing, Uchibe & Doya 2017, arXiv 1702.03118.
template <class T>
struct Silu {
  static constexpr bool one_exponential = true;
  static Swish<T> swish() { return {T(1)}; }

  T f(T x) const {
    const T bounded = max(x, T(-1000));  // σ(x) is 0 long before
    return sigmoid_times_moderate(bounded, bounded);
  }
  T df(T x) const { return swish().df(x); }
  T d2f(T x) const { return swish().d2f(x); }

  static constexpr Info info() {
    return {
        .id = "silu",
        .name = {"SiLU", "Sigmoid 线性单元（SiLU）"},
        .libraries = {.pytorch = "SiLU", .keras = "silu", .onnx = "Swish"},
    };
  }

  Facts facts() const { return swish().facts(); }
};

}  // namespace actlab

#pragma once

#include "core/activations/info.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/activations/silu.hpp"
#include "core/math/normal.hpp"
#include "core/math/tanh.hpp"

/// The Gaussian error linear unit and its two approximations.
/// Hendrycks & Gimpel 2016, arXiv 1606.08415.
namespace actlab {

/// GELU: xΦ(x), with Φ the distribution function of N(0, 1) and φ its density. With t = |x| it is
/// max(x, 0) − tΦ(−t).
template <class T>
struct Gelu {
  static constexpr bool one_exponential = true;
  T f(T x) const { return max(x, T(0)) - normal_shortfall(x); }
  T df(T x) const {
    const T left = normal_shortfall_slope(x);
    return select(x > T(0), T(1) - left, left);
  }
  T d2f(T x) const { return normal_pdf_times(T(2) - x * x, x); }

  static constexpr Info info() {
    return {
        .id = "gelu",
        .name = {"GELU", "高斯误差线性单元（GELU）"},
        .libraries = {.pytorch = "GELU", .keras = "gelu", .onnx = "Gelu"},
    };
  }

  Facts facts() const {
    const Extremum lowest = {-0.75179152469356446, -0.16997120747990366};
    const double root2 = 1.4142135623730951, steepest = 1.1289041451851548;
    return {
        .values = {lowest.y, true, infinity, false},
        .slopes = {1 - steepest, true, steepest, true},
        .extrema = {lowest},
        .slope_extrema = {{-root2, 1 - steepest}, {root2, steepest}},
        .monotone = false,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

/// GELU, tanh form: ½x(1 + tanh(v/2)) = xσ(v) with v = 2√(2/π) (x + 0.044715 x³).
template <class T>
struct GeluTanh {
  static constexpr bool one_exponential = true;
  static constexpr double c = 1.5957691216057307118, k = 0.044715;  // c = 2√(2/π)

  static T v(T x) { return T(c) * (x + T(k) * (x * x * x)); }
  static T dv(T x) { return T(c) * (T(1) + T(3 * k) * (x * x)); }
  static T d2v(T x) { return T(6 * c * k) * x; }

  T f(T x) const { return sigmoid_times(x, v(x)); }
  T df(T x) const { return sigmoid(v(x)) + sigmoid_slope_times(x * dv(x), v(x)); }
  T d2f(T unlimited_x) const {
    const T x = max(min(unlimited_x, T(100)), T(-100));           // σ'(v) is 0 long before
    const T bend = d2v(x) - dv(x) * dv(x) * tanh(T(0.5) * v(x));  // σ(v)'' = σ'(v) · bend
    return sigmoid_slope_times(T(2) * dv(x) + x * bend, v(x));
  }

  static constexpr Info info() {
    return {
        .id = "gelu_tanh",
        .name = {"GELU (tanh)", "GELU（tanh 近似）"},
        .libraries = {.pytorch = "GELU(approximate='tanh')",
                      .keras = "gelu(approximate=True)",
                      .onnx = "Gelu(approximate=\"tanh\")"},
    };
  }

  Facts facts() const {
    const Extremum lowest = {-0.75246142207101625, -0.17004075057125406};
    const double x1 = 1.4185040087908284, steepest = 1.1289930686587718;
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

/// GELU, sigmoid form: xσ(1.702x), which is Swish with β = 1.702.
template <class T>
struct GeluSigmoid {
  static constexpr bool one_exponential = true;
  static Swish<T> swish() { return {T(1.702)}; }

  T f(T x) const { return swish().f(x); }
  T df(T x) const { return swish().df(x); }
  T d2f(T x) const { return swish().d2f(x); }

  static constexpr Info info() {
    return {
        .id = "gelu_sigmoid",
        .name = {"GELU (sigmoid)", "GELU（Sigmoid 近似）"},
    };
  }

  Facts facts() const { return swish().facts(); }
};

}  // namespace actlab

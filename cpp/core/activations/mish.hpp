#pragma once

#include "core/activations/info.hpp"
#include "core/math/exp.hpp"

namespace actlab {

/// Mish: x tanh(softplus(x)) = x n/(n + 2) with n = e² + 2e and e = eˣ.
/// Misra, BMVC 2020, arXiv 1908.08681.
template <class T>
struct Mish {
  static constexpr bool one_exponential = true;
  /// Where e is 0 or n/(n + 2) is 1.
  static T bounded(T x) { return max(min(x, T(20)), T(-1000)); }

  /// With d = n + 2: e x (e + 2)/d is exact in the left tail, x − 2x/d on the right.
  T f(T x) const {
    const T b = bounded(x);
    const T e = exp_of_negative(b);
    const T d = e * (e + T(2)) + T(2);
    const T y = b * ((T(2) + select(x > T(0), T(0), e)) / d);
    return select(x > T(0), x - y, exp_times_moderate(y, b));
  }

  /// e (4(x + 1) + e(4x + 6 + e(4 + e)))/d² is exact in the left tail, and
  /// 1 − 2(d − 2x e(1 + e))/d² from a little left of 0 on.
  T df(T unlimited_x) const {
    const T x = bounded(unlimited_x);
    const T e = exp_of_negative(x);
    const T d = e * (e + T(2)) + T(2);
    const T left = T(4) * (x + T(1)) + e * ((T(4) * x + T(6)) + e * (T(4) + e));
    const T right = T(2) * (d - T(2) * x * (e + e * e));
    const T y = select(x < T(-0.3), left, right) / (d * d);
    return select(x < T(-0.3), exp_times_moderate(y, x), T(1) - y);
  }

  /// f'' is a quotient of polynomials in e. On the right, where e could overflow, numerator and denominator
  /// are divided by their highest power of e, which leaves polynomials in 1/e with the coefficients in
  /// reverse order. So a polynomial is given here by its coefficients in e, and is one in z = exp(−|x|).
  struct Polynomials {
    T x, z;

    /// Beyond ±1000, e is 0 or infinite for every T.
    explicit Polynomials(T unlimited_x)
        : x(max(min(unlimited_x, T(1000)), T(-1000))), z(exp_of_negative(-abs(x))) {}

    [[nodiscard]] T either(T left, T right) const { return select(x < T(0), left, right); }
    T operator()(T a, T b) const { return either(a, b) + z * either(b, a); }
    T operator()(T a, T b, T c) const { return either(a, c) + z * (b + z * either(c, a)); }
    T operator()(T a, T b, T c, T d) const {
      return either(a, d) + z * (either(b, c) + z * (either(c, b) + z * either(d, a)));
    }
  };

  T d2f(T unlimited_x) const {
    const Polynomials p(unlimited_x);
    const T d = p(T(2), T(2), T(1));
    const T n = T(2) * p(T(1), T(1)) * d + p.x * p(T(2), T(2), T(-3), T(-2));
    return exp_times(T(4) * p.either(T(1), p.z) * n / (d * d * d), -abs(p.x));
  }

  static constexpr Info info() {
    return {
        .id = "mish",
        .name = {"Mish", "Mish 函数"},
        .libraries = {.pytorch = "Mish", .keras = "mish", .onnx = "Mish"},
    };
  }

  Facts facts() const {
    const Extremum lowest = {-1.1924312145154952, -0.30884341301725041};
    const Extremum flattest = {-2.2563763963607931, -0.11252612238946256};
    const Extremum steepest = {1.4905711794854285, 1.0884981612517279};
    return {
        .values = {lowest.y, true, infinity, false},
        .slopes = {flattest.y, true, steepest.y, true},
        .extrema = {lowest},
        .slope_extrema = {flattest, steepest},
        .monotone = false,
        .left = Saturation::soft,
        .right = Saturation::none,
    };
  }
};

}  // namespace actlab

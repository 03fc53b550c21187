#pragma once

#include "core/activations/info.hpp"
#include "core/math/exp.hpp"

namespace actlab {

/// Mish: x tanh(softplus(x)) = x n/(n + 2) with n = e² + 2e and e = eˣ.
/// Misra, BMVC 2020, arXiv 1908.08681.
template <class T>
struct Mish {
  /// f, f' and f'' are quotients of polynomials in e = eˣ. On the right, where e could overflow, numerator
  /// and denominator are divided by their highest power of e, which leaves polynomials in 1/e with the
  /// coefficients in reverse order. So a polynomial is given here by its coefficients in e, and is
  /// one in z = exp(−|x|).
  struct Polynomials {
    T x, z;

    /// Beyond ±1000, e is 0 or infinite for every T.
    explicit Polynomials(T unlimited_x) : x(max(min(unlimited_x, T(1000)), T(-1000))), z(exp(-abs(x))) {}

    T operator()(T a, T b) const { return either(a, b) + z * either(b, a); }
    T operator()(T a, T b, T c) const { return either(a, c) + z * (b + z * either(c, a)); }
    T operator()(T a, T b, T c, T d) const {
      return either(a, d) + z * (either(b, c) + z * (either(c, b) + z * either(d, a)));
    }
    [[nodiscard]] T either(T left, T right) const { return select(x < T(0), left, right); }
    /// e·y on the left; y on the right, where the division has taken e away.
    [[nodiscard]] T times_e(T y) const { return select(x < T(0), exp_times(y, -abs(x)), y); }
  };

  T f(T x) const {
    const Polynomials p(x);
    return p.times_e(max(x, T(-1000)) * p(T(2), T(1)) / p(T(2), T(2), T(1)));
  }
  T df(T x) const {
    const Polynomials p(x);
    const T d = p(T(2), T(2), T(1));
    return p.times_e(p(T(4) * (p.x + T(1)), T(4) * p.x + T(6), T(4), T(1)) / (d * d));
  }
  T d2f(T x) const {
    const Polynomials p(x);
    const T d = p(T(2), T(2), T(1));
    const T n = T(2) * p(T(1), T(1)) * d + p.x * p(T(2), T(2), T(-3), T(-2));
    return exp_times(T(4) * p.either(T(1), p.z) * n / (d * d * d), -abs(p.x));
  }

  static Info info() {
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

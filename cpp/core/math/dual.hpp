#pragma once

#include "core/math/erfc.hpp"
#include "core/math/exp.hpp"
#include "core/math/expm1.hpp"
#include "core/math/log.hpp"
#include "core/math/log1p.hpp"
#include "core/math/normal.hpp"
#include "core/math/tanh.hpp"

/// Dual numbers a + b ε with ε² = 0: a function computed on (x, 1) gives its value and its
/// derivative (forward automatic differentiation). They take part in a formula written for `double`
/// and so check a derivative that was written by hand.
namespace actlab {

template <class T>
struct Dual {
  T value;
  T derivative;

  Dual() = default;
  Dual(T v, T d) : value(v), derivative(d) {}
  /// A constant.
  explicit Dual(double constant) : value(T(constant)), derivative(T(0)) {}
  explicit operator double() const { return double(value); }

  /// The independent variable: dx/dx = 1.
  static Dual variable(T x) { return {x, T(1)}; }

  friend Dual operator+(Dual a, Dual b) { return {a.value + b.value, a.derivative + b.derivative}; }
  friend Dual operator-(Dual a, Dual b) { return {a.value - b.value, a.derivative - b.derivative}; }
  friend Dual operator*(Dual a, Dual b) {
    return {a.value * b.value, a.derivative * b.value + a.value * b.derivative};
  }
  friend Dual operator/(Dual a, Dual b) {
    const T quotient = a.value / b.value;
    return {quotient, (a.derivative - quotient * b.derivative) / b.value};
  }
  friend Dual operator-(Dual a) { return {-a.value, -a.derivative}; }
  Dual& operator+=(Dual b) { return *this = *this + b; }
  Dual& operator-=(Dual b) { return *this = *this - b; }
  Dual& operator*=(Dual b) { return *this = *this * b; }
  Dual& operator/=(Dual b) { return *this = *this / b; }

  friend auto operator<(Dual a, Dual b) { return a.value < b.value; }
  friend auto operator<=(Dual a, Dual b) { return a.value <= b.value; }
  friend auto operator>(Dual a, Dual b) { return a.value > b.value; }
  friend auto operator>=(Dual a, Dual b) { return a.value >= b.value; }
  friend auto operator==(Dual a, Dual b) { return a.value == b.value; }
  friend auto operator!=(Dual a, Dual b) { return a.value != b.value; }
};

template <class T>
struct ScalarOf<Dual<T>> {
  using type = T;
};

template <class Condition, class T>
Dual<T> select(Condition condition, Dual<T> yes, Dual<T> no) {
  return {select(condition, yes.value, no.value), select(condition, yes.derivative, no.derivative)};
}
template <class T>
Dual<T> min(Dual<T> a, Dual<T> b) {
  return select(b < a, b, a);
}
template <class T>
Dual<T> max(Dual<T> a, Dual<T> b) {
  return select(a < b, b, a);
}
/// |x|, with the slope 1 at ±0: the same as x < 0 ? -x : x, so that a formula which selects by x < 0
/// and uses |x| stays on one piece.
template <class T>
Dual<T> abs(Dual<T> x) {
  return {abs(x.value), select(x.value < T(0), -x.derivative, x.derivative)};
}
template <class T>
Dual<T> sqrt(Dual<T> x) {
  const T root = sqrt(x.value);
  return {root, x.derivative / (T(2) * root)};
}
template <class T>
Dual<T> floor(Dual<T> x) {
  return {floor(x.value), T(0)};
}
/// The sign is taken as a constant.
template <class T>
Dual<T> copysign(Dual<T> magnitude, Dual<T> sign) {
  const Dual<T> positive = abs(magnitude);
  return {copysign(positive.value, sign.value), copysign(T(1), sign.value) * positive.derivative};
}

template <class T>
Dual<T> exp(Dual<T> x) {
  const T y = exp(x.value);
  return {y, y * x.derivative};
}
template <class T>
Dual<T> exp_of_negative(Dual<T> x) {
  const T y = exp_of_negative(x.value);
  return {y, y * x.derivative};
}
template <class T>
Dual<T> expm1(Dual<T> x) {
  return {expm1(x.value), exp(x.value) * x.derivative};
}
template <class T>
Dual<T> expm1_of_negative(Dual<T> x) {
  return {expm1_of_negative(x.value), exp_of_negative(x.value) * x.derivative};
}
template <class T>
Dual<T> log(Dual<T> x) {
  return {log(x.value), x.derivative / x.value};
}
template <class T>
Dual<T> log10(Dual<T> x) {
  return {log10(x.value), x.derivative * T(0.43429448190325182765) / x.value};
}
template <class T>
Dual<T> log1p(Dual<T> x) {
  return {log1p(x.value), x.derivative / (T(1) + x.value)};
}
template <class T>
Dual<T> log1p_exp_of_negative(Dual<T> x) {
  const T z = exp_of_negative(x.value);
  return {log1p_exp_of_negative(x.value), z / (T(1) + z) * x.derivative};
}
template <class T>
Dual<T> log1p_exp(Dual<T> x) {
  const T z = exp(-abs(x.value));
  return {log1p_exp(x.value), select(x.value < T(0), z, T(1)) / (T(1) + z) * x.derivative};
}
template <class T>
Dual<T> tanh(Dual<T> x) {
  const T z = exp(T(-2) * abs(x.value));
  return {tanh(x.value), T(4) * z / ((T(1) + z) * (T(1) + z)) * x.derivative};
}
template <class T>
Dual<T> erf(Dual<T> x) {
  return {erf(x.value), T(1.12837916709551257390) * exp(-x.value * x.value) * x.derivative};
}
template <class T>
Dual<T> erfc(Dual<T> x) {
  return {erfc(x.value), T(-1.12837916709551257390) * exp(-x.value * x.value) * x.derivative};
}
template <class T>
Dual<T> exp_times(Dual<T> factor, Dual<T> x) {
  return {exp_times(factor.value, x.value),
          exp_times(factor.derivative + factor.value * x.derivative, x.value)};
}
template <class T>
Dual<T> exp_times_moderate(Dual<T> factor, Dual<T> x) {
  return exp_times(factor, x);
}
template <class T>
Dual<T> x_minus_tanh(Dual<T> x) {
  const T t = tanh(x.value);
  return {x_minus_tanh(x.value), t * t * x.derivative};
}
template <class T>
Dual<T> normal_cdf(Dual<T> x) {
  return {normal_cdf(x.value), normal_pdf(x.value) * x.derivative};
}
template <class T>
Dual<T> normal_pdf(Dual<T> x) {
  const T y = normal_pdf(x.value);
  return {y, -x.value * y * x.derivative};
}
template <class T>
Dual<T> normal_shortfall(Dual<T> x) {
  return {normal_shortfall(x.value), normal_shortfall_slope(x.value) * abs(x).derivative};
}
template <class T>
Dual<T> normal_cdf_times(Dual<T> factor, Dual<T> x) {
  return factor * normal_cdf(x);
}
template <class T>
Dual<T> normal_pdf_times(Dual<T> factor, Dual<T> x) {
  return factor * normal_pdf(x);
}

}  // namespace actlab

#pragma once

#include "core/math/exp.hpp"

/// The standard normal distribution, with a small relative error in the tail.
namespace actlab {
namespace detail {

/// factor · exp(−t²/2). The square is taken exactly, as a sum of two numbers, lest the exponential
/// magnify its rounding.
template <Real T>
T exp_of_minus_half_square_times(T factor, T t) {
  const T bounded = min(abs(t), T(FormatOf<T>::normal_max));
  const T square = bounded * bounded;
  const T high = high_half(bounded);
  const T lost = (high * high - square) + (bounded - high) * (bounded + high);
  return exp_times(factor, T(-0.5) * square, T(-0.5) * lost);
}

/// exp(t²/2) Φ(−t) for t >= 0, a function that falls slowly from ½ like 1/t.
template <Real T>
T scaled_normal_tail(T t) {
  using C = CoefficientsOf<T>;
  const T bounded = min(t, T(FormatOf<T>::normal_max));
  const T centre = T(C::normal_tail_centre);
  const T y = (bounded - centre) / (bounded + centre);
  return polynomial(y, C::normal_tail) / (T(1) + bounded);
}

}  // namespace detail

/// factor · φ(x) with the density φ(x) = exp(−x²/2)/√(2π); 0 for x far out, however large the factor.
template <Real T>
T normal_pdf_times(T factor, T x) {
  return detail::exp_of_minus_half_square_times(factor * T(detail::CoefficientsOf<T>::inverse_sqrt_2pi), x);
}

/// factor · Φ(x) with the distribution function Φ(x) = ∫ φ from −∞ to x; 0 for x far to the left.
template <Real T>
T normal_cdf_times(T factor, T x) {
  const T t = abs(x);
  const T tail = detail::exp_of_minus_half_square_times(factor * detail::scaled_normal_tail(t), t);
  return select(x > T(0), factor - tail, tail);
}

/// φ(x), the density.
template <Real T>
T normal_pdf(T x) {
  return normal_pdf_times(T(1), x);
}

/// Φ(x), the distribution function.
template <Real T>
T normal_cdf(T x) {
  return normal_cdf_times(T(1), x);
}

extern template double normal_pdf_times(double, double);
extern template double normal_cdf_times(double, double);
extern template double normal_pdf(double);
extern template double normal_cdf(double);

}  // namespace actlab

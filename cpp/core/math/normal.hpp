#pragma once

#include "core/math/exp.hpp"

/// The standard normal distribution, with a small relative error in the tail.
namespace actlab {
namespace detail {

/// exp(−t²/2): the square is taken exactly, as a sum of two numbers, lest the exponential magnify
/// its rounding.
template <Real T>
T exp_of_minus_half_square(T t) {
  const T bounded = min(abs(t), T(FormatOf<T>::normal_max));
  const T square = bounded * bounded;
  const T high = high_half(bounded);
  const T lost = (high * high - square) + (bounded - high) * (bounded + high);
  return exp(T(-0.5) * square, T(-0.5) * lost);
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

/// φ(x) = exp(−x²/2)/√(2π), the density.
template <Real T>
T normal_pdf(T x) {
  return detail::exp_of_minus_half_square(x) * T(detail::CoefficientsOf<T>::inverse_sqrt_2pi);
}

/// Φ(x) = ∫ φ from −∞ to x, the distribution function.
template <Real T>
T normal_cdf(T x) {
  const T tail = detail::exp_of_minus_half_square(x) * detail::scaled_normal_tail(abs(x));
  return select(x > T(0), T(1) - tail, tail);
}

}  // namespace actlab

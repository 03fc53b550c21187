#pragma once

#include "core/math/normal.hpp"

/// The error function and its complement, by the normal distribution: erfc(x) = 2Φ(−√2 x).
namespace actlab {
namespace detail {

/// erfc(a) for a >= 0, with a small relative error.
template <Real T>
T erfc_tail(T a) {
  using C = CoefficientsOf<T>;
  const T bounded = min(a, T(FormatOf<T>::normal_max));
  const T square = bounded * bounded;
  const T high = high_half(bounded);
  const T lost = (high * high - square) + (bounded - high) * (bounded + high);
  return exp_times(T(2) * scaled_normal_tail(normal_argument(T(C::sqrt_2) * bounded)), -square, -lost);
}

}  // namespace detail

/// erf(x) = 2/√π ∫ exp(−t²) dt from 0 to x.
template <Real T>
T erf(T x) {
  const T near = x + x * detail::polynomial(x * x, detail::CoefficientsOf<T>::erf);
  return select(abs(x) < T(0.5), near, copysign(T(1) - detail::erfc_tail(abs(x)), x));
}

/// erfc(x) = 1 − erf(x).
template <Real T>
T erfc(T x) {
  const T tail = detail::erfc_tail(abs(x));
  return select(x < T(0), T(2) - tail, tail);
}

extern template double erf(double);
extern template double erfc(double);

}  // namespace actlab

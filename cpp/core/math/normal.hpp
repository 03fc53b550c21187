#pragma once

#include "core/math/exp.hpp"

/// The standard normal distribution, with a small relative error in the tail.
namespace actlab {
namespace detail {

/// |x|, bounded where exp(−x²/2) is 0 even with a factor of 100: the t of what follows.
template <Real T>
T normal_argument(T x) {
  return min(abs(x), T(FormatOf<T>::normal_max));
}

/// −t²/2 as a sum of two numbers, lest the exponential magnify the rounding of the square: with the upper
/// half h of t's bits, −h²/2 is exact, and −(t − h)(t + h)/2 is small.
template <Real T>
struct MinusHalfSquare {
  T high, low;

  explicit MinusHalfSquare(T t) {
    const T h = high_half(t);
    high = T(-0.5) * (h * h);
    low = T(-0.5) * ((t - h) * (t + h));
  }
};

/// factor · exp(−t²/2)
template <Real T>
T exp_of_minus_half_square_times(T factor, T t) {
  const MinusHalfSquare<T> x(t);
  return exp_times(factor, x.high, x.low);
}

/// The same for factors up to 100 and t of shortfall_argument, with fewer operations.
template <Real T>
T exp_of_minus_half_square_times_moderate(T factor, T t) {
  const MinusHalfSquare<T> x(t);
  return Exponential<T>(x.high, x.low).decay_times(factor);
}

/// |x|, bounded where exp(−x²/2) is 0 even with a factor of 100, and where its argument needs no bound.
template <Real T>
T shortfall_argument(T x) {
  using F = FormatOf<T>;
  static_assert(F::shortfall_max * F::shortfall_max <= -2 * F::exp_min);
  return min(abs(x), T(F::shortfall_max));
}

/// exp(t²/2) Φ(−t), a function that falls slowly from ½ like 1/t.
template <Real T>
T scaled_normal_tail(T t) {
  using C = CoefficientsOf<T>;
  const T centre = T(C::normal_tail_centre);
  const T y = (t - centre) / (t + centre);
  return polynomial_in_two_chains(y, C::normal_tail) / (T(1) + t);
}

}  // namespace detail

/// factor · φ(x) with the density φ(x) = exp(−x²/2)/√(2π); 0 for x far out, however large the factor.
template <Real T>
T normal_pdf_times(T factor, T x) {
  return detail::exp_of_minus_half_square_times(factor * T(detail::CoefficientsOf<T>::inverse_sqrt_2pi),
                                                detail::normal_argument(x));
}

/// factor · Φ(x) with the distribution function Φ(x) = ∫ φ from −∞ to x; 0 for x far to the left.
template <Real T>
T normal_cdf_times(T factor, T x) {
  const T t = detail::normal_argument(x);
  const T tail = detail::exp_of_minus_half_square_times(factor * detail::scaled_normal_tail(t), t);
  return select(x > T(0), factor - tail, tail);
}

/// |x| Φ(−|x|): how far xΦ(x) stays below max(x, 0).
template <Real T>
T normal_shortfall(T x) {
  const T t = detail::shortfall_argument(x);
  return detail::exp_of_minus_half_square_times_moderate(t * detail::scaled_normal_tail(t), t);
}

/// Φ(−|x|) − |x| φ(x), its derivative by |x|.
template <Real T>
T normal_shortfall_slope(T x) {
  const T t = detail::shortfall_argument(x);
  const T pdf = t * T(detail::CoefficientsOf<T>::inverse_sqrt_2pi);
  return detail::exp_of_minus_half_square_times_moderate(detail::scaled_normal_tail(t) - pdf, t);
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
extern template double normal_shortfall(double);
extern template double normal_shortfall_slope(double);
extern template double normal_pdf(double);
extern template double normal_cdf(double);

}  // namespace actlab

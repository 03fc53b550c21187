#pragma once

#include <limits>

#include "core/math/scalar.hpp"

/// Where plain arithmetic would lose a NaN or make one. What all functions promise at the edges:
///
///   x            f(x), f'(x), f''(x) and the derivative by a parameter
///   NaN          NaN
///   ±∞           the limit
///   ±0           the same number for both; where f passes through the origin, f(-0) = -0
///   a kink       see Kink in info.hpp
///   subnormal    as any other number; nothing is flushed to zero
namespace actlab {

/// `value`, except that a NaN x stays NaN: for a value that was chosen by comparisons with x.
template <class T>
T keep_nan(T x, T value) {
  return select(x == x, value, x);
}

/// x with ±∞ replaced by the largest finite number of that sign.
template <class T>
T finite(T x) {
  constexpr auto largest = std::numeric_limits<scalar_of<T>>::max();
  return max(min(x, T(largest)), T(-largest));
}

/// x·s where a zero s wins: ±∞ · 0 is 0, the limit for a slope of 0 or a factor that vanishes fast.
template <class T>
T limit_product(T x, T s) {
  return select(s == T(0), finite(x) * s, x * s);
}

}  // namespace actlab

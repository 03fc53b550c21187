#pragma once

#include "core/math/exp.hpp"

namespace actlab {

/// eˣ − 1, with a small relative error at 0.
template <Real T>
T expm1(T x) {
  using F = detail::FormatOf<T>;
  const detail::Exponential<T> e(max(min(x, T(F::exp_max)), T(F::expm1_min)));
  const T scale = detail::power_of_two(e.n() - T(1));  // 2ⁿ / 2, which does not overflow
  const T half = scale * e.expm1 + (scale - T(0.5));
  return select(abs(x) < T(F::tiny), x, half + half);
}

/// eˣ − 1 for x <= 0, with the bits of expm1 and fewer operations. It is nowhere below x, and -0 at -0.
template <Real T>
T expm1_of_negative(T x) {
  return max(x, detail::Exponential<T>(max(x, T(detail::FormatOf<T>::exp_min))).decay_minus_one());
}

extern template double expm1(double);
extern template double expm1_of_negative(double);

}  // namespace actlab

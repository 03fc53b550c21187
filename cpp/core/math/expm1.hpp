#pragma once

#include "core/math/exp.hpp"

namespace actlab {

/// eˣ − 1, with a small relative error at 0.
template <Real T>
T expm1(T x) {
  using F = detail::FormatOf<T>;
  const T bounded = max(min(x, T(F::exp_max)), T(F::expm1_min));
  const detail::ExpReduction<T> e(bounded);
  const T scale = detail::power_of_two(e.n - T(1));  // 2ⁿ / 2, which does not overflow
  const T half = scale * e.expm1() + (scale - T(0.5));
  return select(abs(x) < T(F::tiny), x, half + half);
}

extern template double expm1(double);

}  // namespace actlab

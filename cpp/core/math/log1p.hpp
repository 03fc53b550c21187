#pragma once

#include <limits>

#include "core/math/exp.hpp"
#include "core/math/log.hpp"

namespace actlab {

/// ln(1 + x), with a small relative error at 0: -inf at -1, NaN below.
template <Real T>
T log1p(T x) {
  using F = detail::FormatOf<T>;
  using Limits = std::numeric_limits<scalar_of<T>>;
  const T u = T(1) + x;
  const T x_in_u = u - T(1);
  const T lost = (T(1) - (u - x_in_u)) + (x - x_in_u);  // 1 + x = u + lost, exactly
  const detail::LogReduction<T> e(u);
  const T y = detail::log1p_reduced(e.f, e.n, lost / u);
  const T below = select(x == T(-1), T(-Limits::infinity()), T(Limits::quiet_NaN()));
  const T special = select(x <= T(-1), below, x);
  return select(x > T(-1) && x < T(Limits::infinity()) && abs(x) >= T(F::tiny), y, special);
}

/// ln(1 + eˣ) for x <= 0.
template <Real T>
T log1p_exp_of_negative(T x) {
  return detail::log1p_reduced(exp_of_negative(x));
}

/// ln(1 + eˣ).
template <Real T>
T log1p_exp(T x) {
  return max(x, T(0)) + log1p_exp_of_negative(-abs(x));
}

extern template double log1p(double);
extern template double log1p_exp_of_negative(double);
extern template double log1p_exp(double);

}  // namespace actlab

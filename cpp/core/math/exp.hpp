#pragma once

#include "core/math/real.hpp"

namespace actlab {
namespace detail {

/// x = n ln 2 + r with an integer n and |r| <= ½ ln 2, for x within the range of exp.
template <Real T>
struct ExpReduction {
  T n, r;

  explicit ExpReduction(T x) {
    using C = CoefficientsOf<T>;
    n = round_to_integer(x * T(C::log2_e));
    r = (x - n * T(C::ln2_high)) - n * T(C::ln2_low);  // n · ln2_high is exact
  }

  /// eʳ − 1.
  [[nodiscard]] T expm1() const { return r + (r * r) * polynomial(r, CoefficientsOf<T>::expm1); }

  /// factor · 2ⁿ eʳ. The scaling is in two steps, since 2ⁿ may be out of range where the result is not.
  [[nodiscard]] T times(T factor) const {
    const T half = round_to_integer(T(0.5) * n);
    return (factor + expm1() * factor) * power_of_two(half) * power_of_two(n - half);
  }
};

template <Real T>
T within_range_of_exp(T x) {
  return max(min(x, T(FormatOf<T>::exp_max)), T(FormatOf<T>::exp_min));
}

}  // namespace detail

/// eˣ. Subnormal results are gradual.
template <Real T>
T exp(T x) {
  return detail::ExpReduction<T>(detail::within_range_of_exp(x)).times(T(1));
}

/// factor · exp(x + correction) for x <= 0, rounded once where eˣ itself is subnormal; 0 for very low x,
/// however large the factor. The correction is what is too small for the sum: |correction| < 2⁻¹⁰.
template <Real T>
T exp_times(T factor, T x, T correction = T(0)) {
  detail::ExpReduction<T> e(detail::within_range_of_exp(x));
  e.r += correction;
  return select(x < T(detail::FormatOf<T>::exp_min), T(0), e.times(factor));
}

}  // namespace actlab

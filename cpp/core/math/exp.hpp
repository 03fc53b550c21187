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

  /// The same for n <= 0, with fewer operations.
  [[nodiscard]] T decay_times(T factor) const {
    using F = FormatOf<T>;
    return (factor + expm1() * factor) * power_of_two(n, F::lift) * T(F::unlift);
  }
};

}  // namespace detail

/// eˣ. Subnormal results are gradual.
template <Real T>
T exp(T x) {
  using F = detail::FormatOf<T>;
  return detail::ExpReduction<T>(max(min(x, T(F::exp_max)), T(F::exp_min))).times(T(1));
}

/// eˣ for x <= 0, with the bits of exp and fewer operations.
template <Real T>
T exp_of_negative(T x) {
  return detail::ExpReduction<T>(max(x, T(detail::FormatOf<T>::exp_min))).decay_times(T(1));
}

/// factor · eˣ for x <= 0, rounded once where eˣ itself is subnormal; 0 for very low x, however large the
/// factor.
template <Real T>
T exp_times(T factor, T x) {
  const T lowest = T(detail::FormatOf<T>::exp_min);
  return select(x < lowest, T(0), detail::ExpReduction<T>(max(x, lowest)).decay_times(factor));
}

/// factor · exp(x + correction), where the correction is what is too small for the sum: |correction| < 2⁻¹⁰.
template <Real T>
T exp_times(T factor, T x, T correction) {
  const T lowest = T(detail::FormatOf<T>::exp_min);
  detail::ExpReduction<T> e(max(x, lowest));
  e.r += correction;
  return select(x < lowest, T(0), e.decay_times(factor));
}

extern template double exp(double);
extern template double exp_of_negative(double);
extern template double exp_times(double, double);
extern template double exp_times(double, double, double);

}  // namespace actlab

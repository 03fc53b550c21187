#pragma once

#include "core/math/real.hpp"

namespace actlab {
namespace detail {

/// x = n ln 2 + r with an integer n and |r| <= ½ ln 2, for x within the range of exp.
template <Real T>
struct ExpReduction {
  T shifted;  ///< n + exp_shift
  T r;

  explicit ExpReduction(T x) {
    using C = CoefficientsOf<T>;
    const T shift = T(FormatOf<T>::exp_shift);
    shifted = x * T(C::log2_e) + shift;
    const T n = shifted - shift;
    r = (x - n * T(C::ln2_high)) - n * T(C::ln2_low);  // n · ln2_high is exact
  }
  /// x + correction, where the correction is too small for the sum; |r| may be larger by it.
  ExpReduction(T x, T correction) : ExpReduction(x) { r += correction; }
};

/// eʳ − 1.
template <Real T>
T expm1_reduced(T r) {
  return r + (r * r) * polynomial(r, CoefficientsOf<T>::expm1);
}

/// The exponential in its parts: 2ⁿ (1 + expm1).
template <Real T>
struct ExpParts {
  T shifted;  ///< n + exp_shift: its lowest bits are the exponent's of 2ⁿ, lifted
  T expm1;

  [[nodiscard]] T n() const { return shifted - T(FormatOf<T>::exp_shift); }
  /// 2ⁿ, lifted.
  [[nodiscard]] T lifted_power() const { return from_bits(bits(shifted) << FormatOf<T>::mantissa_bits); }

  /// factor · 2ⁿ eʳ. The scaling is in two steps, since 2ⁿ may be out of range where the result is not.
  [[nodiscard]] T times(T factor) const {
    const T half = round_to_integer(T(0.5) * n());
    return (factor + expm1 * factor) * power_of_two(half) * power_of_two(n() - half);
  }

  /// The same for n <= 0, and not far above, with fewer operations.
  [[nodiscard]] T decay_times(T factor) const {
    return (factor + expm1 * factor) * lifted_power() * T(FormatOf<T>::unlift);
  }

  /// 2ⁿ eʳ − 1 for such n.
  [[nodiscard]] T decay_minus_one() const {
    const T power = lifted_power() * T(FormatOf<T>::unlift);
    return power * expm1 + (power - T(1));
  }
};

/// The exponential of x, or of x + correction.
template <Real T>
struct Exponential : ExpParts<T> {
  template <class... Correction>
  explicit Exponential(T x, Correction... correction) : Exponential(ExpReduction<T>(x, correction...)) {}
  explicit Exponential(const ExpReduction<T>& e) : ExpParts<T>{e.shifted, expm1_reduced(e.r)} {}
};

}  // namespace detail

/// eˣ. Subnormal results are gradual.
template <Real T>
T exp(T x) {
  using F = detail::FormatOf<T>;
  return detail::Exponential<T>(max(min(x, T(F::exp_max)), T(F::exp_min))).times(T(1));
}

/// eˣ for x <= 0, and not far above (up to 40), with the bits of exp and fewer operations.
template <Real T>
T exp_of_negative(T x) {
  return detail::Exponential<T>(max(x, T(detail::FormatOf<T>::exp_min))).decay_times(T(1));
}

/// factor · eˣ for such x, rounded once where eˣ itself is subnormal; 0 for very low x, however large the
/// factor.
template <Real T>
T exp_times(T factor, T x) {
  const T lowest = T(detail::FormatOf<T>::exp_min);
  return select(x < lowest, T(0), detail::Exponential<T>(max(x, lowest)).decay_times(factor));
}

/// The same for |factor| <= 1000, with fewer operations.
template <Real T>
T exp_times_moderate(T factor, T x) {
  return detail::Exponential<T>(max(x, T(detail::FormatOf<T>::exp_min))).decay_times(factor);
}

/// factor · exp(x + correction), where the correction is what is too small for the sum: |correction| < 2⁻⁴.
template <Real T>
T exp_times(T factor, T x, T correction) {
  const T lowest = T(detail::FormatOf<T>::exp_min);
  return select(x < lowest, T(0), detail::Exponential<T>(max(x, lowest), correction).decay_times(factor));
}

extern template double exp(double);
extern template double exp_of_negative(double);
extern template double exp_times(double, double);
extern template double exp_times_moderate(double, double);
extern template double exp_times(double, double, double);

}  // namespace actlab

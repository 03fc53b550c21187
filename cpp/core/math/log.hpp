#pragma once

#include <limits>

#include "core/math/real.hpp"

namespace actlab {
namespace detail {

/// ln(1 + f) for -0.3 <= f <= 1, as f less a small number: f − (f²/2 − s(f²/2 + R(s²))) with s = f/(2 + f),
/// since ln(1 + f) = 2 atanh(s) = 2s + sR.
template <Real T>
struct Log1pParts {
  T f, half_square, tail;

  explicit Log1pParts(T argument) : f(argument), half_square(T(0.5) * (f * f)) {
    const T s = f / (T(2) + f);
    const T z = s * s;
    tail = s * (half_square + z * polynomial(z, CoefficientsOf<T>::log));
  }
};

template <Real T>
T log1p_reduced(T f) {
  const Log1pParts<T> p(f);
  return p.f - (p.half_square - p.tail);
}

/// n ln 2 + ln(1 + f) + correction; what dominates is added last.
template <Real T>
T log1p_reduced(T f, T n, T correction) {
  using C = CoefficientsOf<T>;
  const Log1pParts<T> p(f);
  return n * T(C::ln2_high) + (p.f - (p.half_square - (p.tail + (n * T(C::ln2_low) + correction))));
}

/// |x| = 2ⁿ (1 + f) with √½ <= 1 + f < √2, for a finite, normal x.
template <Real T>
struct LogReduction {
  T n, f;

  explicit LogReduction(T x) {
    using F = FormatOf<T>;
    constexpr auto root_half = __builtin_bit_cast(typename F::Bits, CoefficientsOf<T>::sqrt_half);
    const auto pattern = bits(abs(x));
    const auto exponent = (pattern - root_half) >> F::mantissa_bits;
    const T magic = T(F::integer_magic);
    n = from_bits(bits(magic) + exponent) - magic;
    f = from_bits(pattern - (exponent << F::mantissa_bits)) - T(1);
  }
};

}  // namespace detail

/// The natural logarithm: -inf at ±0, NaN below.
template <Real T>
T log(T x) {
  using F = detail::FormatOf<T>;
  using Limits = std::numeric_limits<scalar_of<T>>;
  const auto subnormal = x < T(F::smallest_normal);
  const T lift = T(F::mantissa_bits + 1);
  const detail::LogReduction<T> e(select(subnormal, x * detail::power_of_two(lift), x));
  const T y = detail::log1p_reduced(e.f, e.n - select(subnormal, lift, T(0)), T(0));
  const T below = select(x == T(0), T(-Limits::infinity()), T(Limits::quiet_NaN()));
  return select(x > T(0), select(x < T(Limits::infinity()), y, x), select(x == x, below, x));
}

/// The logarithm to base 10.
template <Real T>
T log10(T x) {
  return log(x) * T(detail::CoefficientsOf<T>::log10_e);
}

extern template double log(double);
extern template double log10(double);

}  // namespace actlab

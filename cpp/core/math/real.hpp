#pragma once

#include <cstdint>

#include "core/math/coefficients.hpp"
#include "core/math/float4.hpp"
#include "core/math/scalar.hpp"

/// What the elementary functions are made of. They are written once over `Real` numbers, without a
/// branch, and round in the same order for every type: a lane of Float4 has the bits of the float.
namespace actlab {

template <class T>
inline constexpr bool is_real = false;
template <>
inline constexpr bool is_real<float> = true;
template <>
inline constexpr bool is_real<double> = true;
template <>
inline constexpr bool is_real<Float4> = true;

template <class T>
concept Real = is_real<T>;

namespace detail {

/// The layout of the scalar behind a Real.
template <class Scalar>
struct Format;
template <>
struct Format<float> {
  using Bits = std::int32_t;
  static constexpr int mantissa_bits = 23;
  static constexpr Bits one = 0x3F800000;    ///< the bits of 1
  static constexpr Bits high_half = ~0xFFF;  ///< keeps 12 significant bits: their squares are exact
  static constexpr float exponent_bias = 127;
  static constexpr float integer_magic = 0x1.8p23f;  ///< adding it rounds to an integer
  static constexpr float smallest_normal = 0x1p-126f;
  static constexpr float tiny = 0x1p-26f;  ///< x² is nothing beside a smaller x
  static constexpr float exp_min = -112,
                         exp_max = 88.75;  ///< beyond, exp is inf, and 0 even with a factor of 100
  static constexpr float lift = 65, unlift = 0x1p-65f;  ///< bring exp's 2^n into the normal range, and back
  /// Adding it rounds to an integer n, whose low bits are then the exponent of 2^(n + lift).
  static constexpr float exp_shift = integer_magic + (exponent_bias + lift);
  static constexpr float expm1_min = -20;        ///< below, expm1 rounds to -1
  static constexpr float normal_max = 15;        ///< beyond, the normal tail is 0
  static constexpr float shortfall_max = 14.9F;  ///< the same, within what exp_min allows
};
template <>
struct Format<double> {
  using Bits = std::int64_t;
  static constexpr int mantissa_bits = 52;
  static constexpr Bits one = 0x3FF0000000000000;
  static constexpr Bits high_half = ~0x7FFFFFF;
  static constexpr double exponent_bias = 1023;
  static constexpr double integer_magic = 0x1.8p52;
  static constexpr double smallest_normal = 0x1p-1022;
  static constexpr double tiny = 0x1p-55;
  static constexpr double exp_min = -760, exp_max = 709.8;
  static constexpr double lift = 129, unlift = 0x1p-129;
  static constexpr double exp_shift = integer_magic + (exponent_bias + lift);
  static constexpr double expm1_min = -40;
  static constexpr double normal_max = 39, shortfall_max = 38.9;
};

template <Real T>
using FormatOf = Format<scalar_of<T>>;
template <Real T>
using CoefficientsOf = Coefficients<scalar_of<T>>;

inline std::int32_t bits(float x) { return __builtin_bit_cast(std::int32_t, x); }
inline std::int64_t bits(double x) { return __builtin_bit_cast(std::int64_t, x); }
inline float from_bits(std::int32_t b) { return __builtin_bit_cast(float, b); }
inline double from_bits(std::int64_t b) { return __builtin_bit_cast(double, b); }

/// The nearest integer, for |x| < 2^(mantissa_bits - 2).
template <Real T>
T round_to_integer(T x) {
  const T magic = T(FormatOf<T>::integer_magic);
  return (x + magic) - magic;
}

/// 2^n for an integer n, within the range of normal exponents.
template <Real T>
T power_of_two(T n) {
  using F = FormatOf<T>;
  return from_bits(bits(n + T(F::integer_magic + F::exponent_bias)) << F::mantissa_bits);
}

/// x without the lower half of its significant bits.
template <Real T>
T high_half(T x) {
  return from_bits(bits(x) & FormatOf<T>::high_half);
}

/// c[0] + c[1] x + c[2] x² + …
template <Real T, class Scalar, int count>
T polynomial(T x, const Scalar (&c)[count]) {
  T value = T(c[count - 1]);
  for (int k = count - 2; k >= 0; --k) value = value * x + T(c[k]);
  return value;
}

/// The same in two chains, the even powers and the odd ones: an operation more, and half the wait.
template <Real T, class Scalar, int count>
T polynomial_in_two_chains(T x, const Scalar (&c)[count]) {
  const T square = x * x;
  T value = T(c[count - 1]), next = T(c[count - 2]);
  for (int k = count - 3; k >= 0; --k) {
    const T before = next;
    next = value * square + T(c[k]);
    value = before;
  }
  return value * x + next;
}

}  // namespace detail
}  // namespace actlab

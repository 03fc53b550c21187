#include "core/network/matrix.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace actlab {
namespace {

/// x · 2^shift, rounded once.
float times_power_of_two(float x, double power) { return static_cast<float>(power * static_cast<double>(x)); }

}  // namespace

void ScaledMatrix::rescale() {
  // The bits of |x| are ordered as |x| is, with infinity and NaN at the end; integers vectorise.
  std::int32_t largest_bits = 0;
  for (const float x : matrix.values) {
    largest_bits = std::max(largest_bits, __builtin_bit_cast(std::int32_t, std::fabs(x)));
  }
  const float largest = __builtin_bit_cast(float, largest_bits);
  if (largest == 0 || !std::isfinite(largest)) return;
  int shift = 0;
  std::frexp(largest, &shift);
  const double power = std::ldexp(1.0, -shift);
  for (float& x : matrix.values) x = times_power_of_two(x, power);
  exponent += shift;
}

ScaledMatrix sum(ScaledMatrix a, const ScaledMatrix& b) {
  const int exponent = std::max(a.exponent, b.exponent);
  const double of_a = std::ldexp(1.0, a.exponent - exponent);
  const double of_b = std::ldexp(1.0, b.exponent - exponent);
  for (std::size_t i = 0; i < a.matrix.values.size(); ++i) {
    a.matrix.values[i] =
        times_power_of_two(a.matrix.values[i], of_a) + times_power_of_two(b.matrix.values[i], of_b);
  }
  a.exponent = exponent;
  return a;
}

}  // namespace actlab

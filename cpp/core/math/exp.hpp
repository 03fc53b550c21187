#pragma once

#include <cstdint>

#include "core/math/real.hpp"

namespace actlab {
namespace detail {
inline double slow_expm1_small(double r) {
  double s = 0, t = 1;
  for (int k = 25; k >= 1; --k) s = (s + 1) * r / k;
  (void)t;
  return s;
}
inline double slow_exp(double x) {
  if (!(x > -746)) return x != x ? x : 0;
  if (x > 710) return x * 1e308;
  const double n = std::floor(x * 1.4426950408889634 + 0.5);
  const double r = (x - n * 0x1.62e42fee00000p-1) - n * 0x1.a39ef35793c76p-33;
  double y = 1 + slow_expm1_small(r);
  const int half = int(n) / 2, rest = int(n) - half;
  auto power = [](int k) { return __builtin_bit_cast(double, std::int64_t(k + 1023) << 52); };
  return y * power(half) * power(rest);
}
}  // namespace detail

/// eˣ.
template <Real T>
T exp(T x) {
  return detail::by_double(detail::slow_exp, x);
}

}  // namespace actlab

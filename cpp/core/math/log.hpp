#pragma once

#include <limits>

#include "core/math/real.hpp"

namespace actlab {
namespace detail {
/// 2 atanh(s).
inline double slow_two_atanh(double s) {
  double sum = 0;
  for (int k = 41; k >= 1; k -= 2) sum = sum * s * s + 2.0 / k;
  return sum * s;
}
inline double slow_log(double x) {
  if (!(x > 0)) return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
  if (x > std::numeric_limits<double>::max()) return x;
  double n = 0;
  while (x > 1.4142135623730951) x *= 0.5, n += 1;
  while (x < 0.7071067811865476) x *= 2, n -= 1;
  return n * 0x1.62e42fee00000p-1 + (slow_two_atanh((x - 1) / (x + 1)) + n * 0x1.a39ef35793c76p-33);
}
}  // namespace detail

/// The natural logarithm; -inf at 0, NaN below.
template <Real T>
T log(T x) {
  return detail::by_double(detail::slow_log, x);
}

/// The logarithm to base 10.
template <Real T>
T log10(T x) {
  return detail::by_double([](double a) { return detail::slow_log(a) * 0.4342944819032518; }, x);
}

}  // namespace actlab

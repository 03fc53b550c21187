#pragma once

#include "core/math/exp.hpp"

namespace actlab {
namespace detail {
inline double slow_erf_series(double x) {
  double sum = 0, term = x;
  for (int k = 0; k < 120; ++k) {
    sum += term / (2 * k + 1);
    term *= -x * x / (k + 1);
  }
  return sum * 1.1283791670955126;
}
inline double slow_erfc(double x) {
  if (!(x > -7)) return x != x ? x : 2;
  if (x > 28) return 0;
  if (x < 0) return 2 - slow_erfc(-x);
  if (x < 2) return 1 - slow_erf_series(x);
  double fraction = x;
  for (int k = 120; k >= 1; --k) fraction = x + k / 2.0 / fraction;
  const double high = double(float(x)), low = x - high;
  return slow_exp(-high * high) * slow_exp(-low * (high + x)) / fraction * 0.5641895835477563;
}
}  // namespace detail

/// erfc(x) = 1 − erf(x), with a small relative error in the right tail.
template <Real T>
T erfc(T x) {
  return detail::by_double(detail::slow_erfc, x);
}

/// erf(x) = 2/√π ∫₀ˣ exp(−t²) dt.
template <Real T>
T erf(T x) {
  return detail::by_double(
      [](double a) { return std::fabs(a) < 1 ? detail::slow_erf_series(a) : 1 - detail::slow_erfc(a); }, x);
}

}  // namespace actlab

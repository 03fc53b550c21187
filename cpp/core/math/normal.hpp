#pragma once

#include "core/math/erfc.hpp"

namespace actlab {

/// φ(x) = exp(−x²/2)/√(2π), the density of the standard normal distribution.
template <Real T>
T normal_pdf(T x) {
  return detail::by_double(
      [](double a) {
        if (std::fabs(a) > 40) return 0.0;
        const double high = double(float(a)), low = a - high;
        return detail::slow_exp(-0.5 * high * high) * detail::slow_exp(-0.5 * low * (high + a)) * 0.3989422804014327;
      },
      x);
}

/// Φ(x) = ½ erfc(−x/√2), the standard normal distribution function, with a small relative error
/// in the left tail.
template <Real T>
T normal_cdf(T x) {
  return detail::by_double([](double a) { return 0.5 * detail::slow_erfc(a * -0.7071067811865476); }, x);
}

}  // namespace actlab

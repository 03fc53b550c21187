#pragma once

#include "core/math/exp.hpp"
#include "core/math/log.hpp"

namespace actlab {

/// ln(1 + x).
template <Real T>
T log1p(T x) {
  return detail::by_double(
      [](double a) {
        if (a == 0) return a;
        if (std::fabs(a) < 0.4) return detail::slow_two_atanh(a / (2 + a));
        return detail::slow_log(1 + a);
      },
      x);
}

/// ln(1 + eˣ), the softplus function.
template <Real T>
T log1p_exp(T x) {
  return max(x, T(0)) + log1p(exp(-abs(x)));
}

}  // namespace actlab

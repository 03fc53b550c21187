#pragma once

#include "core/math/exp.hpp"

namespace actlab {

/// eˣ − 1.
template <Real T>
T expm1(T x) {
  return detail::by_double(
      [](double a) {
        if (std::fabs(a) > 0.35) return detail::slow_exp(a) - 1;
        return a == 0 ? a : detail::slow_expm1_small(a);
      },
      x);
}

}  // namespace actlab

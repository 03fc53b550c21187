#pragma once

#include "core/math/expm1.hpp"

namespace actlab {

/// The hyperbolic tangent.
template <Real T>
T tanh(T x) {
  const T e = expm1(T(-2) * abs(x));
  return copysign(-e / (T(2) + e), x);
}

}  // namespace actlab

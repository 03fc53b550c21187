#pragma once

#include "core/math/expm1.hpp"

namespace actlab {

/// The hyperbolic tangent: −E/(2 + E) with E = exp(−2|x|) − 1, and the sign of x.
template <Real T>
T tanh(T x) {
  const T e = expm1_of_negative(T(-2) * abs(x));
  return copysign(e / (T(2) + e), x);
}

/// x − tanh x without cancellation: a polynomial up to |x| = 1, then (|x| − 1) + 2z/(1 + z) with
/// z = exp(−2|x|).
template <Real T>
T x_minus_tanh(T x) {
  const T a = abs(x);
  const T square = x * x;
  const T z = exp_of_negative(T(-2) * a);
  const T far = (a - T(1)) + (z + z) / (T(1) + z);
  const T near = a * (square * detail::polynomial(square, detail::CoefficientsOf<T>::tanhshrink));
  return copysign(select(a < T(1), near, far), x);
}

extern template double tanh(double);
extern template double x_minus_tanh(double);

}  // namespace actlab

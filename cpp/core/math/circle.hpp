#pragma once

#include "core/math/scalar.hpp"

/// The circular functions of an angle in turns: the reduction to an eighth of a turn is exact.
/// Absolute error below 3e-16 for |t| < 1e6.
namespace actlab {

struct CirclePoint {
  double cosine, sine;
};

/// (cos 2πt, sin 2πt)
inline CirclePoint circle(double t) {
  const double quarters = floor(4 * t + 0.5);
  const double x = 6.283185307179586477 * (t - quarters / 4);  // |x| ≤ π/4
  const double x2 = x * x;
  double cosine = 0, sine = 0;  // Taylor's series, up to x¹⁶/16! and x¹⁷/17!
  for (int k = 16; k > 0; k -= 2) {
    cosine = (1 + cosine) * -x2 / (k * (k - 1));
    sine = (1 + sine) * -x2 / (k * (k + 1));
  }
  cosine += 1;
  sine = x * (1 + sine);
  switch (static_cast<int>(quarters - 4 * floor(quarters / 4))) {
    case 1:
      return {-sine, cosine};
    case 2:
      return {-cosine, -sine};
    case 3:
      return {sine, -cosine};
    default:
      return {cosine, sine};
  }
}

}  // namespace actlab

#pragma once

#include <cmath>
#include <utility>

namespace actlab {

/// The zero of f between a and b, whose values have different signs; to the last bits of double.
/// Regula falsi with the Illinois rule (Dowell & Jarratt 1971).
template <class F>
double root(F&& f, double a, double b) {
  double fa = f(a), fb = f(b);
  for (int step = 0; step < 200 && std::fabs(b - a) > 1e-15 * std::fabs(b); ++step) {
    const double c = (a * fb - b * fa) / (fb - fa);
    const double fc = f(c);
    if (fc == 0) return c;
    if ((fc < 0) == (fb < 0)) {
      fa *= 0.5;  // the other end has stayed: lower its weight
    } else {
      a = b;
      fa = fb;
    }
    if (c == b) break;
    b = c;
    fb = fc;
  }
  return b;
}

}  // namespace actlab

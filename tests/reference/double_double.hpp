#pragma once

#include <cmath>
#include <limits>

/// Numbers of about 106 bits, as the unevaluated sum of two doubles, and the elementary functions
/// over them, correct to about 95 bits. They are the reference for the accuracy tests: simple, slow
/// and independent of the core (Dekker 1971; Hida, Li & Bailey 2001).
namespace reference {

struct DoubleDouble {
  double high = 0, low = 0;  ///< |low| <= ½ ulp(high)

  DoubleDouble() = default;
  DoubleDouble(double x) : high(x) {}  // NOLINT: a double is one exactly
  DoubleDouble(double h, double l) : high(h), low(l) {}
};

/// a + b exactly, for |a| >= |b|.
inline DoubleDouble quick_sum(double a, double b) {
  const double s = a + b;
  return {s, b - (s - a)};
}

/// a + b exactly.
inline DoubleDouble sum(double a, double b) {
  const double s = a + b, c = s - a;
  return {s, (a - (s - c)) + (b - c)};
}

/// a · b exactly, while nothing over- or underflows.
inline DoubleDouble product(double a, double b) {
  const auto split = [](double x) {
    const double c = 134217729 * x, high = c - (c - x);
    return DoubleDouble(high, x - high);
  };
  const DoubleDouble x = split(a), y = split(b);
  const double p = a * b;
  return {p, ((x.high * y.high - p) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

inline DoubleDouble operator-(DoubleDouble a) { return {-a.high, -a.low}; }
inline DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  DoubleDouble s = sum(a.high, b.high);
  const DoubleDouble t = sum(a.low, b.low);
  s = quick_sum(s.high, s.low + t.high);
  return quick_sum(s.high, s.low + t.low);
}
inline DoubleDouble operator-(DoubleDouble a, DoubleDouble b) { return a + -b; }
inline DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble p = product(a.high, b.high);
  return quick_sum(p.high, p.low + (a.high * b.low + a.low * b.high));
}
inline DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  const double q1 = a.high / b.high;
  DoubleDouble rest = a - b * q1;
  const double q2 = rest.high / b.high;
  rest = rest - b * q2;
  return quick_sum(q1, q2) + rest.high / b.high;
}
inline bool operator<(DoubleDouble a, DoubleDouble b) {
  return a.high < b.high || (a.high == b.high && a.low < b.low);
}
inline bool operator>(DoubleDouble a, DoubleDouble b) { return b < a; }

inline DoubleDouble abs(DoubleDouble x) { return x.high < 0 ? -x : x; }
/// x · 2ⁿ.
inline DoubleDouble scaled(DoubleDouble x, int n) { return {std::ldexp(x.high, n), std::ldexp(x.low, n)}; }

inline const DoubleDouble ln2 = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
inline const DoubleDouble pi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};

inline DoubleDouble sqrt(DoubleDouble x) {
  if (x.high <= 0) return x;
  const DoubleDouble y = std::sqrt(x.high);
  return y + (x - y * y) / (y + y);
}

/// x/1! + x²/2! + … for |x| < 0.4.
inline DoubleDouble expm1_series(DoubleDouble x) {
  DoubleDouble term = x, total = x;
  for (int k = 2; k < 40 && std::fabs(term.high) > std::fabs(total.high) * 1e-34; ++k) {
    term = term * x / double(k);
    total = total + term;
  }
  return total;
}

inline DoubleDouble exp(DoubleDouble x) {
  if (std::isnan(x.high)) return x;
  if (x.high > 710) return std::numeric_limits<double>::infinity();
  if (x.high < -760) return 0.0;
  const double n = std::floor(x.high / ln2.high + 0.5);
  const DoubleDouble r = scaled(x - ln2 * n, -3);
  DoubleDouble y = DoubleDouble(1) + expm1_series(r);
  for (int k = 0; k < 3; ++k) y = y * y;
  return scaled(y, int(n));
}

/// factor · eˣ, rounded once where eˣ itself is subnormal.
inline DoubleDouble exp_times(DoubleDouble factor, DoubleDouble x) {
  return x.high < -400 ? scaled(factor * exp(x + ln2 * 400), -400) : factor * exp(x);
}

inline DoubleDouble expm1(DoubleDouble x) { return std::fabs(x.high) < 0.35 ? expm1_series(x) : exp(x) - 1; }

/// By Newton's method on exp.
inline DoubleDouble log(DoubleDouble x) {
  if (!(x.high > 0) || std::isinf(x.high)) return std::log(x.high);
  int n = 0;
  const double significand = std::frexp(x.high, &n);
  const DoubleDouble m = {significand, std::ldexp(x.low, -n)};
  DoubleDouble y = std::log(significand);
  for (int k = 0; k < 2; ++k) {
    const DoubleDouble e = exp(y);
    y = y + DoubleDouble(2) * (m - e) / (m + e);
  }
  return ln2 * double(n) + y;
}

/// 2 atanh(x/(2 + x)) by its series near 0.
inline DoubleDouble log1p(DoubleDouble x) {
  if (std::fabs(x.high) < 1e-200) return x;
  if (std::fabs(x.high) > 0.25 || std::isnan(x.high)) return log(DoubleDouble(1) + x);
  const DoubleDouble s = x / (DoubleDouble(2) + x), square = s * s;
  DoubleDouble power = s, total = s;
  for (int k = 3; k < 60 && std::fabs(power.high) > std::fabs(total.high) * 1e-34; k += 2) {
    power = power * square;
    total = total + power / double(k);
  }
  return scaled(total, 1);
}

inline DoubleDouble tanh(DoubleDouble x) {
  if (std::fabs(x.high) > 50) return std::copysign(1.0, x.high);
  const DoubleDouble e = expm1(scaled(x, 1));
  return e / (e + 2);
}

/// x − tanh x: below 1/4 by Lambert's fraction, tanh x = x/(1 + w) with w = x²/(3 + x²/(5 + …)).
inline DoubleDouble x_minus_tanh(DoubleDouble x) {
  if (std::fabs(x.high) > 0.25) return x - tanh(x);
  DoubleDouble w = 0;
  for (int odd = 29; odd >= 3; odd -= 2) w = x * x / (w + double(odd));
  return x * w / (w + 1);
}

/// erf for moderate |x|, by the series of positive terms 2x/√π exp(−x²) Σ (2x²)ⁿ/(1·3·5 … (2n + 1)).
inline DoubleDouble erf_series(DoubleDouble x) {
  const DoubleDouble square = scaled(x * x, 1);
  DoubleDouble term = 1, total = 1;
  for (int k = 1; k < 400 && term.high > total.high * 1e-34; ++k) {
    term = term * square / double(2 * k + 1);
    total = total + term;
  }
  return scaled(x, 1) / sqrt(pi) * exp(-(x * x)) * total;
}

/// exp(x²) erfc(x) for x >= 2, by the continued fraction 1/(x + ½/(x + 1/(x + 3/2/(x + …)))) / √π.
inline DoubleDouble erfcx_fraction(DoubleDouble x) {
  const int terms = 20 + int(900 / (x.high * x.high));
  DoubleDouble tail = x;
  for (int k = terms; k >= 1; --k) tail = x + DoubleDouble(0.5 * k) / tail;
  return DoubleDouble(1) / (tail * sqrt(pi));
}

inline DoubleDouble erfc(DoubleDouble x) {
  if (x.high < 2) return DoubleDouble(1) - (x.high < -7 ? DoubleDouble(-1) : erf_series(x));
  if (x.high > 30) return 0.0;
  return exp(-(x * x)) * erfcx_fraction(x);
}

inline DoubleDouble erf(DoubleDouble x) {
  return std::fabs(x.high) < 2 ? erf_series(x) : x.high < 0 ? erfc(-x) - 1 : DoubleDouble(1) - erfc(x);
}

/// factor · φ(x).
inline DoubleDouble normal_pdf_times(DoubleDouble factor, DoubleDouble x) {
  if (std::fabs(x.high) > 50) return 0.0;
  return exp_times(factor / sqrt(scaled(pi, 1)), scaled(-(x * x), -1));
}

/// factor · Φ(x).
inline DoubleDouble normal_cdf_times(DoubleDouble factor, DoubleDouble x) {
  if (x.high < -50) return 0.0;
  if (x.high > 50) return factor;
  const DoubleDouble a = -x / sqrt(DoubleDouble(2));
  if (a.high < 2) return scaled(factor * erfc(a), -1);
  return exp_times(scaled(factor * erfcx_fraction(a), -1), scaled(-(x * x), -1));
}

inline DoubleDouble normal_pdf(DoubleDouble x) { return normal_pdf_times(1, x); }
inline DoubleDouble normal_cdf(DoubleDouble x) { return normal_cdf_times(1, x); }

}  // namespace reference

#include "core/decimal.hpp"

#include <cmath>
#include <cstdint>

#include "core/math/log.hpp"

namespace actlab {
namespace {

double power_of_ten(int n) {
  double power = 1;
  for (int i = 0; i < std::abs(n); ++i) power *= 10;
  return n < 0 ? 1 / power : power;
}

/// x / 10^n for x in the range of double and a quotient near 1 … 1e15.
double divided_by_power_of_ten(double x, int n) {
  return n < 0 ? x * power_of_ten(-n / 2) * power_of_ten(-n - -n / 2) : x / power_of_ten(n);
}

}  // namespace

std::string decimal(double x, int digits) {
  if (x != x) return "NaN";
  const std::string sign = std::signbit(x) && x != 0 ? "-" : "";
  x = std::fabs(x);
  if (x == 0) return "0";
  if (std::isinf(x)) return sign + "inf";

  // x ≈ mantissa · 10^(exponent − digits + 1), the mantissa having `digits` digits.
  int exponent = static_cast<int>(std::floor(log10(x)));
  const auto mantissa_of = [&] {
    return static_cast<std::int64_t>(std::floor(divided_by_power_of_ten(x, exponent - digits + 1) + 0.5));
  };
  std::int64_t mantissa = mantissa_of();
  if (static_cast<double>(mantissa) >= power_of_ten(digits)) {
    ++exponent;
    mantissa = mantissa_of();
  }
  std::string text;
  for (; mantissa > 0; mantissa /= 10) text.insert(text.begin(), static_cast<char>('0' + mantissa % 10));
  while (text.size() > 1 && text.back() == '0') text.pop_back();

  const auto point = [](const std::string& number, std::size_t at) {
    return at < number.size() ? number.substr(0, at) + "." + number.substr(at) : number;
  };
  if (exponent < -5 || exponent >= digits) {
    const std::string power = decimal(std::abs(exponent), 3);
    return sign + point(text, 1) + (exponent < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" : "") + power;
  }
  if (exponent < 0) return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + text;
  const auto integer_digits = static_cast<std::size_t>(exponent + 1);
  if (text.size() < integer_digits) text.resize(integer_digits, '0');
  return sign + point(text, integer_digits);
}

}  // namespace actlab

#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

#include "../reference/double_double.hpp"

/// Errors in units in the last place, over sweeps of bit patterns.
namespace actlab::testing {

/// ACTLAB_FULL in the environment asks for the long sweeps. Sanitizers, which make them 20 times as slow,
/// look for other faults.
inline bool full_sweep() {
#if defined(__SANITIZE_ADDRESS__)
  return false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
  return false;
#endif
#endif
  return std::getenv("ACTLAB_FULL") != nullptr;
}

template <std::floating_point T>
using BitsOf = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

/// `count` numbers of each sign, evenly spaced as bit patterns, from `low` to `high`.
template <std::floating_point T>
void add_patterns(std::vector<T>& x, T low, T high, std::size_t count) {
  const auto first = __builtin_bit_cast(BitsOf<T>, low), last = __builtin_bit_cast(BitsOf<T>, high);
  const auto step = static_cast<BitsOf<T>>((last - first) / count) | 1;  // odd, so that the last bits vary
  for (auto b = first; b <= last; b += step) {
    x.push_back(__builtin_bit_cast(T, b));
    x.push_back(-x.back());
  }
}

/// The whole line from the smallest subnormal to the largest float (for double to 1e150: the squares of
/// the reference overflow beyond), and densely where functions do something: from where x² is nothing
/// beside x to where exp under- and overflows.
template <std::floating_point T>
std::vector<T> sweep(std::size_t count) {
  std::vector<T> x;
  add_patterns(x, std::numeric_limits<T>::denorm_min(),
               sizeof(T) == 4 ? std::numeric_limits<T>::max() : T(1e150), count / 8);
  add_patterns(x, std::numeric_limits<T>::epsilon() / 8, sizeof(T) == 4 ? T(128) : T(1024), count);
  add_patterns(x, T(1) / 32, T(32), count / 2);
  return x;
}

template <std::floating_point T>
double ulp(double x) {
  using Limits = std::numeric_limits<T>;
  if (std::fabs(x) < double(Limits::min())) return double(Limits::denorm_min());
  return std::ldexp(1.0, std::ilogb(x) - (Limits::digits - 1));
}

template <std::floating_point T>
struct Deviation {
  double ulps = 0;
  double absolute = 0;
};

template <std::floating_point T>
Deviation<T> deviation(T y, reference::DoubleDouble expected) {
  if (std::isnan(y)) return {std::isnan(expected.high) ? 0 : INFINITY, INFINITY};
  if (y == T(expected.high) && (std::isinf(y) || expected.low == 0)) return {};
  const double error = std::fabs((reference::DoubleDouble(double(y)) - expected).high);
  return {error / ulp<T>(expected.high), error};
}

/// The largest deviation met, and where.
template <std::floating_point T>
struct Worst {
  Deviation<T> at_worst;
  T x = 0, y = 0;
  double expected = 0;

  void meet(T at, T got, reference::DoubleDouble wanted) {
    const Deviation<T> d = deviation(got, wanted);
    if (d.ulps > at_worst.ulps || std::isnan(d.ulps)) *this = {d, at, got, wanted.high};
  }

  [[nodiscard]] std::string text() const {
    char line[160];
    std::snprintf(line, sizeof line, "%6.2f ULP at x = %-14.9g (%a): %.9g, exact %.17g", at_worst.ulps,
                  double(x), double(x), double(y), expected);
    return line;
  }
};

}  // namespace actlab::testing

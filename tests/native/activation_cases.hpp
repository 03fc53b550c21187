#pragma once

#include <cmath>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "core/registry.hpp"

/// What the generic tests of the activation functions share. They know a function only by its row.
namespace actlab::testing {

inline constexpr double epsilon = std::numeric_limits<double>::epsilon();
inline constexpr double smallest = std::numeric_limits<double>::denorm_min();

/// A function with parameters filled in.
struct Case {
  const Activation* row;
  Parameters p;

  [[nodiscard]] double f(double x) const { return row->f(x, p); }
  [[nodiscard]] double df(double x) const { return row->df(x, p); }
  [[nodiscard]] double d2f(double x) const { return row->d2f(x, p); }
  [[nodiscard]] Facts facts() const { return row->facts(p); }

  /// "elu(alpha=0.1)"
  [[nodiscard]] std::string name() const {
    std::ostringstream text;
    text << row->info.id;
    for (std::size_t i = 0; i < row->info.parameters.size(); ++i) {
      text << (i == 0 ? "(" : ", ") << row->info.parameters[i].name << "=" << p[i];
    }
    text << (row->info.parameters.empty() ? "" : ")");
    return text.str();
  }
};

inline Case default_case(const Activation& row) { return {&row, row.defaults()}; }

/// The function at its defaults, and with each parameter at both ends, in the middle and at its
/// presets, in all combinations that the row allows.
inline std::vector<Case> cases(const Activation& row) {
  std::vector<Case> all = {default_case(row)};
  for (std::size_t i = 0; i < row.info.parameters.size(); ++i) {
    const Parameter& parameter = row.info.parameters[i];
    std::vector<double> values = {parameter.min, (parameter.min + parameter.max) / 2, parameter.max};
    for (const Preset& preset : parameter.presets) values.push_back(preset.value);
    const std::size_t so_far = all.size();
    for (std::size_t c = 0; c < so_far; ++c) {
      for (double value : values) {
        Case changed = all[c];
        changed.p[i] = value;
        all.push_back(changed);
      }
    }
  }
  std::vector<Case> allowed;
  for (const Case& c : all) {
    if (!out_of_order(row, c.p)) allowed.push_back(c);
  }
  return allowed;
}

/// Both zeros, points of both signs from tiny to `largest` in steps of a factor, and an even grid
/// around 0 that falls on no round number.
inline std::vector<double> sample_points(double largest, double factor, double step) {
  std::vector<double> x = {0.0, -0.0};
  for (double m = 0x1p-60; m <= largest; m *= factor) {
    x.push_back(m);
    x.push_back(-m);
  }
  const int count = static_cast<int>(12 / step);
  for (int i = -count; i <= count; ++i) x.push_back((i + 0.318) * step);
  return x;
}

inline double distance_to_kinks(const Facts& facts, double x) {
  double nearest = infinity;
  for (const Kink& kink : facts.kinks) nearest = std::fmin(nearest, std::fabs(x - kink.x));
  return nearest;
}

inline double just_below(double x) { return std::nextafter(x, -infinity); }
inline double just_above(double x) { return std::nextafter(x, infinity); }

/// NaN equals NaN, and 0 differs from -0.
inline bool same_bits(float a, float b) {
  if (a != a || b != b) return a != a && b != b;
  return __builtin_bit_cast(unsigned, a) == __builtin_bit_cast(unsigned, b);
}

}  // namespace actlab::testing

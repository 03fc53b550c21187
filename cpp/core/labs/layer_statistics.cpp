#include "core/labs/layer_statistics.hpp"

#include <algorithm>
#include <cmath>

#include "core/math/log.hpp"

namespace actlab {
namespace {

constexpr double log10_of_2 = 0.30102999566398119521;

}  // namespace

double log10_norm(const Matrix& m, int exponent) {
  double squares = 0;
  for (const float x : m.values) squares += static_cast<double>(x) * static_cast<double>(x);
  return 0.5 * log10(squares) + exponent * log10_of_2;
}

Spread spread(const Matrix& m) {
  const auto n = static_cast<double>(m.values.size());
  double sum = 0;
  for (const float x : m.values) sum += static_cast<double>(x);
  const double mean = sum / n;
  double squares = 0;
  for (const float x : m.values) squares += (static_cast<double>(x) - mean) * (static_cast<double>(x) - mean);
  return {mean, sqrt(squares / n)};
}

double share_within(const Matrix& m, double limit) {
  const auto within = std::count_if(m.values.begin(), m.values.end(),
                                    [&](float x) { return std::fabs(static_cast<double>(x)) <= limit; });
  return static_cast<double>(within) / static_cast<double>(m.values.size());
}

double zero_column_share(const Matrix& m) {
  std::size_t zero = 0;
  for (std::size_t j = 0; j < m.columns; ++j) {
    bool all = true;
    for (std::size_t i = 0; i < m.rows; ++i) all = all && m.values[i * m.columns + j] == 0;
    zero += all ? 1 : 0;
  }
  return static_cast<double>(zero) / static_cast<double>(m.columns);
}

bool all_finite(const Matrix& m) {
  return std::all_of(m.values.begin(), m.values.end(), [](float x) { return std::isfinite(x); });
}

void Histogram::add(double x) {
  if (x != x) return;
  const auto bins = static_cast<double>(counts.size());
  const double place = std::min(std::max(std::floor((x - from) / (to - from) * bins), 0.0), bins - 1);
  counts[static_cast<std::size_t>(place)] += 1;
}

}  // namespace actlab

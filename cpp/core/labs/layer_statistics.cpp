#include "core/labs/layer_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/math/float4.hpp"
#include "core/math/log.hpp"

namespace actlab {
namespace {

constexpr double log10_of_2 = 0.30102999566398119521;

/// The sum of term(x) over the entries, in eight interleaved sums that are added at the end: one
/// addition need not wait for the one before it.
template <class Term>
double sum_over(const Matrix& m, Term&& term) {
  constexpr std::size_t ways = 8;
  double sums[ways]{};
  const std::size_t whole = m.values.size() / ways * ways;
  for (std::size_t i = 0; i < whole; i += ways) {
    for (std::size_t k = 0; k < ways; ++k) sums[k] += term(static_cast<double>(m.values[i + k]));
  }
  for (std::size_t i = whole; i < m.values.size(); ++i) sums[0] += term(static_cast<double>(m.values[i]));
  double sum = 0;
  for (const double partial : sums) sum += partial;
  return sum;
}

}  // namespace

double log10_norm(const Matrix& m, int exponent) {
  return 0.5 * log10(sum_over(m, [](double x) { return x * x; })) + exponent * log10_of_2;
}

Spread spread(const Matrix& m) {
  const auto n = static_cast<double>(m.values.size());
  const double mean = sum_over(m, [](double x) { return x; }) / n;
  const double squares = sum_over(m, [&](double x) { return (x - mean) * (x - mean); });
  return {mean, sqrt(squares / n)};
}

double share_within(const Matrix& m, double limit) {
  const double within = sum_over(m, [&](double x) { return std::fabs(x) <= limit ? 1.0 : 0.0; });
  return within / static_cast<double>(m.values.size());
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

std::vector<float> log10_magnitudes(const Matrix& m) {
  std::vector<float> entries = m.values;
  entries.resize((entries.size() + Float4::lanes - 1) / Float4::lanes * Float4::lanes);
  for (std::size_t i = 0; i < entries.size(); i += Float4::lanes) {
    log10(abs(Float4::load(&entries[i]))).store(&entries[i]);
  }
  entries.resize(m.values.size());
  return entries;
}

void Histogram::add(std::span<const float> values, double shift) {
  const auto last = static_cast<double>(counts.size() - 1);
  for (const float value : values) {
    const double x = static_cast<double>(value) + shift;
    if (!(x > -std::numeric_limits<double>::infinity())) continue;
    const double place = std::min(std::max((x - from) * bins_per_unit, 0.0), last);
    counts[static_cast<std::size_t>(place)] += 1;
  }
}

}  // namespace actlab

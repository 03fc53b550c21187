#include "core/labs/layer_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/math/float4.hpp"
#include "core/math/log.hpp"

namespace actlab {
namespace {

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
  // In float, four at a time: a bin is far wider than float's last digit. One more bin than there are
  // takes what is not counted.
  const std::size_t bins = counts.size();
  std::vector<std::uint32_t> count(bins + 1);
  const Float4 offset(shift - from), scale(bins_per_unit), last(bins - 1), none(bins), zero(0),
      log_of_zero(-std::numeric_limits<double>::infinity());
  const auto add_four = [&](const float* x, std::size_t n) {
    const Float4 value = Float4::load(x);
    const Float4 place = max(min((value + offset) * scale, last), zero);
    float places[Float4::lanes];
    select(value > log_of_zero, place, none).store(places);
    for (std::size_t k = 0; k < n; ++k) ++count[static_cast<std::size_t>(places[k])];
  };
  constexpr std::size_t lanes = Float4::lanes;
  const std::size_t whole = values.size() / lanes * lanes;
  for (std::size_t i = 0; i < whole; i += lanes) add_four(&values[i], lanes);
  float rest[lanes]{};
  std::copy(values.begin() + static_cast<std::ptrdiff_t>(whole), values.end(), rest);
  add_four(rest, values.size() - whole);
  for (std::size_t bin = 0; bin < bins; ++bin) counts[bin] += count[bin];
}

}  // namespace actlab

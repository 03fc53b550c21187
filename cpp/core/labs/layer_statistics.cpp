#include "core/labs/layer_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/math/float4.hpp"
#include "core/math/log.hpp"

namespace actlab {
namespace {

/// A sum in eight interleaved ones that are added at the end: an addition need not wait for the one before
/// it.
struct Sum {
  static constexpr std::size_t ways = 8;
  double partial[ways]{};

  [[nodiscard]] double total() const {
    double sum = 0;
    for (const double part : partial) sum += part;
    return sum;
  }
};

/// add(x, k) for each entry; it adds to the k-th of the interleaved sums.
template <class Add>
void for_each_entry(const Matrix& m, Add&& add) {
  const std::size_t whole = m.values.size() / Sum::ways * Sum::ways;
  for (std::size_t i = 0; i < whole; i += Sum::ways) {
    for (std::size_t k = 0; k < Sum::ways; ++k) add(static_cast<double>(m.values[i + k]), k);
  }
  for (std::size_t i = whole; i < m.values.size(); ++i) add(static_cast<double>(m.values[i]), 0);
}

}  // namespace

double log10_norm(const Matrix& m, int exponent) {
  Sum squares;
  for_each_entry(m, [&](double x, std::size_t k) { squares.partial[k] += x * x; });
  return 0.5 * log10(squares.total()) + exponent * log10_of_2;
}

Spread spread(const Matrix& m) {
  const auto n = static_cast<double>(m.values.size());
  Sum entries, squares, deviations;
  for_each_entry(m, [&](double x, std::size_t k) {
    entries.partial[k] += x;
    squares.partial[k] += x * x;
  });
  const double mean = entries.total() / n;
  for_each_entry(m, [&](double x, std::size_t k) { deviations.partial[k] += (x - mean) * (x - mean); });
  return {mean, sqrt(deviations.total() / n), 0.5 * log10(squares.total())};
}

double share_within(const Matrix& m, float limit) {
  std::size_t within = 0;
  for (const float x : m.values) within += std::fabs(x) <= limit ? 1 : 0;
  return static_cast<double>(within) / static_cast<double>(m.values.size());
}

double zero_column_share(const Matrix& m) {
  std::size_t zero = 0;
  for (std::size_t j = 0; j < m.columns; ++j) {
    std::size_t i = 0;
    while (i < m.rows && m.values[i * m.columns + j] == 0) ++i;
    zero += i == m.rows ? 1 : 0;
  }
  return static_cast<double>(zero) / static_cast<double>(m.columns);
}

namespace {

/// Counts the bin of each value, four values at a time: place(x) is where it lies among the bins, from
/// 0 to bins − 1, or `bins` if it is not to be counted, as NaN is not. Each lane has its own counts, so
/// that equal neighbours need not wait for each other. In float: a bin is far wider than float's last digit.
template <class Place>
std::vector<double> count(const Floats& values, std::size_t bins, Place&& place) {
  constexpr std::size_t lanes = Float4::lanes;
  std::vector<std::array<std::uint32_t, lanes>> counts(bins + 1);
  const auto add_four = [&](const float* x) {
    const auto bin = truncate(place(Float4::load(x)));
    ++counts[static_cast<std::size_t>(bin[0])][0];
    ++counts[static_cast<std::size_t>(bin[1])][1];
    ++counts[static_cast<std::size_t>(bin[2])][2];
    ++counts[static_cast<std::size_t>(bin[3])][3];
  };
  const std::size_t whole = values.size() / lanes * lanes;
  for (std::size_t i = 0; i < whole; i += lanes) add_four(&values[i]);
  float rest[lanes];
  std::fill_n(rest, lanes, std::numeric_limits<float>::quiet_NaN());
  std::copy(values.begin() + whole, values.end(), rest);
  add_four(rest);
  std::vector<double> sums;
  for (std::size_t bin = 0; bin < bins; ++bin) {
    const auto& c = counts[bin];
    sums.push_back(double(c[0]) + c[1] + c[2] + c[3]);
  }
  return sums;
}

}  // namespace

std::vector<double> histogram(const Matrix& m, const Bins& bins) {
  const Float4 from(bins.from), per_unit(bins.per_unit()), last(bins.count - 1), none(bins.count), zero(0);
  return count(m.values, bins.count,
               [&](Float4 x) { return select(x == x, max(min((x - from) * per_unit, last), zero), none); });
}

std::vector<double> log10_histogram(const ScaledMatrix& m, const Bins& bins) {
  const Float4 offset(m.exponent * log10_of_2 - bins.from), per_unit(bins.per_unit()), last(bins.count - 1),
      none(bins.count), zero(0);
  return count(m.matrix.values, bins.count, [&](Float4 x) {
    const Float4 magnitude = abs(x);
    const Float4 place = (log10(magnitude) + offset) * per_unit;
    return select(magnitude > zero, max(min(place, last), zero), none);
  });
}

}  // namespace actlab

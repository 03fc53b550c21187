#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/network/matrix.hpp"

/// What one layer's matrices look like from outside, in double and in a fixed order of summation.
namespace actlab {

inline constexpr double log10_of_2 = 0.30102999566398119521;

/// log10 of the Frobenius norm of m · 2^exponent; -inf for zeros.
double log10_norm(const Matrix& m, int exponent = 0);

struct Spread {
  double mean, deviation;
};
Spread spread(const Matrix& m);

/// The share of entries for which |x| <= limit.
double share_within(const Matrix& m, double limit);
/// The share of columns that hold only zeros.
double zero_column_share(const Matrix& m);

/// log10 |x| of each entry; -inf for zeros.
std::vector<float> log10_magnitudes(const Matrix& m);

/// Counts of values in `bins` equal bins between two edges; what lies beyond falls into the end bins,
/// -inf (the logarithm of a zero) and NaN into none.
struct Histogram {
  double from, bins_per_unit;
  std::vector<double> counts;

  Histogram(double lower, double upper, std::size_t bins)
      : from(lower), bins_per_unit(static_cast<double>(bins) / (upper - lower)), counts(bins) {}
  /// Counts x + shift for each x.
  void add(std::span<const float> values, double shift);
};

}  // namespace actlab

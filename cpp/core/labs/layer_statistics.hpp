#pragma once

#include <cstddef>
#include <vector>

#include "core/network/matrix.hpp"

/// What one layer's matrices look like from outside, in double and in a fixed order of summation.
namespace actlab {

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
bool all_finite(const Matrix& m);

/// Counts of values in `bins` equal bins between from and to; what lies beyond falls into the end
/// bins, NaN into none.
struct Histogram {
  double from, bins_per_unit;
  std::vector<double> counts;

  Histogram(double lower, double upper, std::size_t bins)
      : from(lower), bins_per_unit(static_cast<double>(bins) / (upper - lower)), counts(bins) {}
  void add(double x);
};

}  // namespace actlab

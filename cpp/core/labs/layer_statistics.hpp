#pragma once

#include <cstddef>
#include <vector>

#include "core/network/matrix.hpp"

/// What one layer's matrices look like from outside, in double and in a fixed order of summation.
namespace actlab {

inline constexpr double log10_of_2 = 0.30102999566398119521;

/// log10 of the Frobenius norm of m · 2^exponent; -inf for zeros.
double log10_norm(const Matrix& m, int exponent = 0);
inline double log10_norm(const ScaledMatrix& m) { return log10_norm(m.matrix, m.exponent); }

struct Spread {
  double mean, deviation;
  double log10_norm;  ///< in the same pass as the mean
};
Spread spread(const Matrix& m);

/// The share of entries for which |x| <= limit.
double share_within(const Matrix& m, float limit);
/// The share of columns that hold only zeros.
double zero_column_share(const Matrix& m);

/// Equal bins between two edges.
struct Bins {
  double from, to;
  std::size_t count;

  [[nodiscard]] double per_unit() const { return static_cast<double>(count) / (to - from); }
};

/// How many entries lie in each bin; what lies beyond falls into the end bins, NaN into none.
std::vector<double> histogram(const Matrix& m, const Bins& bins);
/// The same of log10 |x| over the entries that are not 0.
std::vector<double> log10_histogram(const ScaledMatrix& m, const Bins& bins);

}  // namespace actlab

#pragma once

#include <cstddef>
#include <vector>

namespace actlab {

/// A row-major matrix of float32.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), values(r * c) {}
};

/// The matrix `matrix` · 2^exponent. A deep network's δ leaves the range of float32 long before its
/// logarithm means anything odd; scaling by a power of two is exact, so the values keep the very
/// bits that a wider exponent would have given them.
struct ScaledMatrix {
  Matrix matrix;
  int exponent = 0;

  /// Brings the largest magnitude into [½, 1). Leaves all zeros, infinities and NaN alone.
  void rescale();
};

/// a + b, with the larger of the two exponents.
ScaledMatrix sum(ScaledMatrix a, const ScaledMatrix& b);

}  // namespace actlab

#include "core/network/matrix_product.hpp"

#include <algorithm>
#include <vector>

namespace actlab {
namespace {

/// The rows × columns matrix whose transpose is stored in `m`.
std::vector<float> transpose(std::size_t rows, std::size_t columns, std::span<const float> m) {
  std::vector<float> t(rows * columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) t[i * columns + j] = m[j * rows + i];
  }
  return t;
}

}  // namespace

void matrix_product(std::size_t rows, std::size_t inner, std::size_t columns, std::span<const float> a,
                    Operand op_a, std::span<const float> b, Operand op_b, std::span<float> c,
                    std::span<const float> initial_row) {
  std::vector<float> packed;
  if (op_b == Operand::transposed) {
    packed = transpose(inner, columns, b);
    b = packed;
  }
  const std::size_t a_row = op_a == Operand::as_is ? inner : 1;
  const std::size_t a_step = op_a == Operand::as_is ? 1 : rows;
  for (std::size_t i = 0; i < rows; ++i) {
    float* const sums = &c[i * columns];
    if (initial_row.empty()) {
      std::fill_n(sums, columns, 0.0F);
    } else {
      std::copy_n(initial_row.data(), columns, sums);
    }
    for (std::size_t k = 0; k < inner; ++k) {
      const float factor = a[i * a_row + k * a_step];
      const float* const b_row = &b[k * columns];
      for (std::size_t j = 0; j < columns; ++j) sums[j] += factor * b_row[j];
    }
  }
}

}  // namespace actlab

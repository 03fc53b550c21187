#pragma once

#include <cstddef>
#include <span>

#include "core/network/matrix.hpp"

namespace actlab {

/// How a row-major operand enters a product.
enum class Operand { as_is, transposed };

/// A matrix product and the memory it works in: one object for many products, and none allocates.
class MatrixProduct {
 public:
  /// C = A·B, or A·B with `initial_row` added to each row first; row-major float32.
  ///
  /// op(A) is rows × inner, op(B) inner × columns, C rows × columns; a transposed operand is stored
  /// the other way round. Each element of C starts from its initial value (0 without a row) and adds
  /// its products in the order of the inner index, one multiplication and one addition each: the same
  /// bits as the naive triple loop, whatever the size.
  void operator()(std::size_t rows, std::size_t inner, std::size_t columns, std::span<const float> a,
                  Operand op_a, std::span<const float> b, Operand op_b, std::span<float> c,
                  std::span<const float> initial_row = {});

 private:
  Floats packed_a_, packed_b_;
};

/// One product alone.
inline void matrix_product(std::size_t rows, std::size_t inner, std::size_t columns, std::span<const float> a,
                           Operand op_a, std::span<const float> b, Operand op_b, std::span<float> c,
                           std::span<const float> initial_row = {}) {
  MatrixProduct()(rows, inner, columns, a, op_a, b, op_b, c, initial_row);
}

}  // namespace actlab

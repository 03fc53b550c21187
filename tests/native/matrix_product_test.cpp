#include "core/network/matrix_product.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <vector>

#include "core/random.hpp"

using namespace actlab;

namespace {

std::vector<float> random_matrix(std::size_t size, Random& random) {
  std::vector<float> m(size);
  for (float& x : m) x = static_cast<float>(random.normal());
  return m;
}

/// The definition: each element from its initial value, products added in order.
std::vector<float> naive(std::size_t rows, std::size_t inner, std::size_t columns,
                         const std::vector<float>& a, Operand op_a, const std::vector<float>& b, Operand op_b,
                         const std::vector<float>& initial) {
  std::vector<float> c(rows * columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      float sum = initial.empty() ? 0.0F : initial[j];
      for (std::size_t k = 0; k < inner; ++k) {
        sum += (op_a == Operand::as_is ? a[i * inner + k] : a[k * rows + i]) *
               (op_b == Operand::as_is ? b[k * columns + j] : b[j * inner + k]);
      }
      c[i * columns + j] = sum;
    }
  }
  return c;
}

}  // namespace

TEST_CASE("matrix product: every size and operand equals the naive triple loop, bit for bit", "[network]") {
  const std::size_t sizes[] = {1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 31, 33, 64, 67};
  Random random(3);
  MatrixProduct product;
  int compared = 0;
  for (const auto rows : sizes) {
    for (const auto inner : sizes) {
      for (const auto columns : sizes) {
        const auto a = random_matrix(rows * inner, random);
        const auto b = random_matrix(inner * columns, random);
        const auto row = random_matrix(columns, random);
        for (const auto op_a : {Operand::as_is, Operand::transposed}) {
          for (const auto op_b : {Operand::as_is, Operand::transposed}) {
            for (const auto& initial : {std::vector<float>{}, row}) {
              std::vector<float> c(rows * columns);
              product(rows, inner, columns, a, op_a, b, op_b, c, initial);
              const auto expected = naive(rows, inner, columns, a, op_a, b, op_b, initial);
              if (std::memcmp(c.data(), expected.data(), c.size() * sizeof(float)) != 0) {
                FAIL("differs at " << rows << " x " << inner << " x " << columns);
              }
              ++compared;
            }
          }
        }
      }
    }
  }
  CHECK(compared == 14 * 14 * 14 * 8);
}

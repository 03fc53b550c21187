#include "core/network/matrix_product.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "core/math/float4.hpp"

// A tile of C, 4 rows × 8 columns, stays in eight vector registers while the inner index runs. Both
// operands are copied first so that each step reads 4 + 8 numbers that stand side by side, whatever
// the operand's orientation; the copies are padded with zeros, so that every tile is a whole one.
namespace actlab {
namespace {

constexpr std::size_t tile_rows = 4;
constexpr std::size_t tile_vectors = 2;
constexpr std::size_t tile_columns = tile_vectors * Float4::lanes;

std::size_t round_up(std::size_t n, std::size_t multiple) { return (n + multiple - 1) / multiple * multiple; }

/// An operand seen with its long side first: entry(i, k) = values[i · step + k · inner_step].
struct View {
  const float* values;
  std::size_t step, inner_step;
};

/// Strips of `strip` neighbouring i, each holding its numbers for k = 0, then k = 1 …
template <std::size_t strip>
std::vector<float> pack(const View& m, std::size_t count, std::size_t inner) {
  std::vector<float> packed(round_up(count, strip) * inner);
  for (std::size_t first = 0; first < count; first += strip) {
    float* const to = &packed[first * inner];
    const float* const from = m.values + first * m.step;
    const std::size_t width = std::min(strip, count - first);
    if (width == strip && m.step == 1) {  // a whole strip that lies side by side: the usual case
      for (std::size_t k = 0; k < inner; ++k) std::copy_n(from + k * m.inner_step, strip, to + k * strip);
    } else {
      for (std::size_t k = 0; k < inner; ++k) {
        for (std::size_t i = 0; i < width; ++i) to[k * strip + i] = from[i * m.step + k * m.inner_step];
      }
    }
  }
  return packed;
}

using TileRow = std::array<Float4, tile_vectors>;
using Tile = std::array<TileRow, tile_rows>;

/// tile += the product of a strip of A and a strip of B, k by k.
void multiply(const float* a, const float* b, std::size_t inner, Tile& tile) {
  Tile sums = tile;
  for (std::size_t k = 0; k < inner; ++k) {
    const Float4 b0 = Float4::load(b + k * tile_columns);
    const Float4 b1 = Float4::load(b + k * tile_columns + Float4::lanes);
    for (std::size_t i = 0; i < tile_rows; ++i) {
      const Float4 factor(a[k * tile_rows + i]);
      sums[i][0] = sums[i][0] + factor * b0;
      sums[i][1] = sums[i][1] + factor * b1;
    }
  }
  tile = sums;
}

}  // namespace

void matrix_product(std::size_t rows, std::size_t inner, std::size_t columns, std::span<const float> a,
                    Operand op_a, std::span<const float> b, Operand op_b, std::span<float> c,
                    std::span<const float> initial_row) {
  const View rows_of_a = op_a == Operand::as_is ? View{a.data(), inner, 1} : View{a.data(), 1, rows};
  const View columns_of_b = op_b == Operand::as_is ? View{b.data(), 1, columns} : View{b.data(), inner, 1};
  const std::vector<float> packed_a = pack<tile_rows>(rows_of_a, rows, inner);
  const std::vector<float> packed_b = pack<tile_columns>(columns_of_b, columns, inner);

  for (std::size_t j = 0; j < columns; j += tile_columns) {
    const std::size_t width = std::min(tile_columns, columns - j);
    float initial[tile_columns]{};
    if (!initial_row.empty()) std::copy_n(&initial_row[j], width, initial);
    const TileRow first{Float4::load(initial), Float4::load(initial + Float4::lanes)};
    for (std::size_t i = 0; i < rows; i += tile_rows) {
      Tile tile{first, first, first, first};
      multiply(&packed_a[i * inner], &packed_b[j * inner], inner, tile);
      for (std::size_t r = 0; r < std::min(tile_rows, rows - i); ++r) {
        float sums[tile_columns];
        tile[r][0].store(sums);
        tile[r][1].store(sums + Float4::lanes);
        std::copy_n(sums, width, &c[(i + r) * columns + j]);
      }
    }
  }
}

}  // namespace actlab

#include "core/network/matrix_product.hpp"

#include <algorithm>
#include <array>

#include "core/math/float4.hpp"

// A tile of C, 4 rows × 8 columns, stays in eight vector registers while the inner index runs. Both
// operands are copied first so that each step reads 4 + 8 numbers that stand side by side, whatever
// the operand's orientation; the copies are padded with zeros, so that every tile is a whole one.
namespace actlab {
namespace {

constexpr std::size_t tile_rows = 4;
constexpr std::size_t tile_vectors = 2;
constexpr std::size_t tile_columns = tile_vectors * Float4::lanes;
/// Rows of A that are taken through all of B before the next ones: as many as stay in the second cache.
constexpr std::size_t block_rows = 64;

std::size_t round_up(std::size_t n, std::size_t multiple) { return (n + multiple - 1) / multiple * multiple; }

/// An operand seen with its long side first: entry(i, k) = values[i · step + k · inner_step].
struct View {
  const float* values;
  std::size_t step, inner_step;
};

/// A 4 × 4 block on its side: to[k · to_step + i] = from[i · step + k].
void transpose_block(const float* from, std::size_t step, float* to, std::size_t to_step) {
  const auto row = [&](std::size_t i) { return Float4::load(from + i * step).v; };
  const auto low = [](auto a, auto b) { return __builtin_shufflevector(a, b, 0, 4, 1, 5); };
  const auto high = [](auto a, auto b) { return __builtin_shufflevector(a, b, 2, 6, 3, 7); };
  const auto even_low = low(row(0), row(2)), even_high = high(row(0), row(2));
  const auto odd_low = low(row(1), row(3)), odd_high = high(row(1), row(3));
  Float4(low(even_low, odd_low)).store(to);
  Float4(high(even_low, odd_low)).store(to + to_step);
  Float4(low(even_high, odd_high)).store(to + 2 * to_step);
  Float4(high(even_high, odd_high)).store(to + 3 * to_step);
}

/// Strips of `strip` neighbouring i, each holding its numbers for k = 0, then k = 1 …
template <std::size_t strip>
void pack(const View& m, std::size_t count, std::size_t inner, Floats& packed) {
  constexpr std::size_t lanes = Float4::lanes;
  packed.resize(round_up(count, strip) * inner);
  float* to = packed.data();
  for (std::size_t first = 0; first < count; first += strip) {
    const float* from = m.values + first * m.step;
    const std::size_t width = std::min(strip, count - first);
    std::size_t left = inner;
    if (width == strip && m.step == 1) {  // a whole strip that lies side by side
      for (; left > 0; --left, from += m.inner_step, to += strip) {
        for (std::size_t i = 0; i < strip; i += lanes) Float4::load(from + i).store(to + i);
      }
    } else if (width == strip) {  // a whole strip whose k lie side by side
      for (; left >= lanes; left -= lanes, from += lanes, to += lanes * strip) {
        for (std::size_t i = 0; i < strip; i += lanes) {
          transpose_block(from + i * m.step, m.step, to + i, strip);
        }
      }
    }
    for (; left > 0; --left, from += m.inner_step, to += strip) {
      for (std::size_t i = 0; i < strip; i += lanes) Float4(0).store(to + i);
      for (std::size_t i = 0; i < width; ++i) to[i] = from[i * m.step];
    }
  }
}

using TileRow = std::array<Float4, tile_vectors>;

TileRow load(const float* p) { return {Float4::load(p), Float4::load(p + Float4::lanes)}; }

/// sum += a · b
void add_product(TileRow& sum, float a, const TileRow& b) {
  const Float4 factor(a);
  sum[0] = sum[0] + factor * b[0];
  sum[1] = sum[1] + factor * b[1];
}

/// The first `rows` rows of a tile go to c, `step` apart.
void store(const TileRow (&sums)[tile_rows], float* c, std::size_t step, std::size_t rows) {
  for (std::size_t i = 0; i < tile_rows && i < rows; ++i) {
    sums[i][0].store(c + i * step);
    sums[i][1].store(c + i * step + Float4::lanes);
  }
}

/// A tile of C: each row starts from `initial` and adds the product of a strip of A and a strip of B, k
/// by k. The first `rows` rows go to c, `step` apart.
void multiply(const float* a, const float* b, std::size_t inner, const TileRow& initial, float* c,
              std::size_t step, std::size_t rows) {
  TileRow sums[tile_rows]{initial, initial, initial, initial};
  const float* const end = a + inner * tile_rows;
  for (; a != end; a += tile_rows, b += tile_columns) {
    const TileRow row = load(b);
    for (std::size_t i = 0; i < tile_rows; ++i) add_product(sums[i], a[i], row);
  }
  store(sums, c, step, rows);
}

/// The same with rows of A that stay where they are; the tile's other rows repeat the last.
void multiply_in_place(const View& a, const float* b, std::size_t inner, const TileRow& initial, float* c,
                       std::size_t step, std::size_t rows) {
  TileRow sums[tile_rows]{initial, initial, initial, initial};
  const auto row_of_a = [&](std::size_t i) { return a.values + std::min(i, rows - 1) * a.step; };
  const float *a0 = row_of_a(0), *a1 = row_of_a(1), *a2 = row_of_a(2), *a3 = row_of_a(3);
  for (std::size_t k = 0; k < inner; ++k, b += tile_columns) {
    const TileRow row = load(b);
    const std::size_t at = k * a.inner_step;
    add_product(sums[0], a0[at], row);
    add_product(sums[1], a1[at], row);
    add_product(sums[2], a2[at], row);
    add_product(sums[3], a3[at], row);
  }
  store(sums, c, step, rows);
}

}  // namespace

void MatrixProduct::operator()(std::size_t rows, std::size_t inner, std::size_t columns,
                               std::span<const float> a, Operand op_a, std::span<const float> b, Operand op_b,
                               std::span<float> c, std::span<const float> initial_row) {
  const View rows_of_a = op_a == Operand::as_is ? View{a.data(), inner, 1} : View{a.data(), 1, rows};
  const View columns_of_b = op_b == Operand::as_is ? View{b.data(), 1, columns} : View{b.data(), inner, 1};
  const bool a_in_place = columns <= tile_columns;  // what is read once is not worth a copy
  const bool b_in_place = columns == tile_columns && op_b == Operand::as_is;  // it is a strip already
  if (!a_in_place) pack<tile_rows>(rows_of_a, rows, inner, packed_a_);
  if (!b_in_place) pack<tile_columns>(columns_of_b, columns, inner, packed_b_);

  for (std::size_t top = 0; top < rows; top += block_rows) {
    const std::size_t bottom = std::min(top + block_rows, rows);
    for (std::size_t j = 0; j < columns; j += tile_columns) {
      const std::size_t width = std::min(tile_columns, columns - j);
      TileRow initial{};
      if (!initial_row.empty() && width == tile_columns) {
        initial = load(&initial_row[j]);
      } else if (!initial_row.empty()) {
        float row[tile_columns]{};
        std::copy_n(&initial_row[j], width, row);
        initial = load(row);
      }
      const float* const strip_b = b_in_place ? b.data() : &packed_b_[j * inner];
      for (std::size_t i = top; i < bottom; i += tile_rows) {
        const std::size_t height = std::min(tile_rows, rows - i);
        float* const to = &c[i * columns + j];
        float tile[tile_rows * tile_columns];  // of a narrower C
        float* const out = width == tile_columns ? to : tile;
        const std::size_t step = width == tile_columns ? columns : tile_columns;
        if (a_in_place) {
          const View strip_a{rows_of_a.values + i * rows_of_a.step, rows_of_a.step, rows_of_a.inner_step};
          multiply_in_place(strip_a, strip_b, inner, initial, out, step, height);
        } else {
          multiply(&packed_a_[i * inner], strip_b, inner, initial, out, step, height);
        }
        if (width < tile_columns) {
          for (std::size_t r = 0; r < height; ++r) {
            std::copy_n(&tile[r * tile_columns], width, to + r * columns);
          }
        }
      }
    }
  }
}

}  // namespace actlab

#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>

namespace actlab {

/// A row of floats of fixed length whose entries are not set when it is made: what is computed next
/// sets them all.
class Floats {
 public:
  Floats() = default;
  explicit Floats(std::size_t size);
  Floats(std::initializer_list<float> values);
  Floats(const Floats& other);
  Floats(Floats&& other) noexcept;
  Floats& operator=(const Floats& other);
  Floats& operator=(Floats&& other) noexcept;
  ~Floats();

  /// Changes the length, and with it what the entries are; a memory that is large enough is kept.
  void resize(std::size_t size);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] float* data() { return memory_.get(); }
  [[nodiscard]] const float* data() const { return memory_.get(); }
  [[nodiscard]] float* begin() { return data(); }
  [[nodiscard]] const float* begin() const { return data(); }
  [[nodiscard]] float* end() { return data() + size_; }
  [[nodiscard]] const float* end() const { return data() + size_; }
  float& operator[](std::size_t i) { return memory_[i]; }
  const float& operator[](std::size_t i) const { return memory_[i]; }
  friend bool operator==(const Floats& a, const Floats& b);

 private:
  std::size_t size_ = 0, room_ = 0;
  std::unique_ptr<float[]> memory_;
};

/// A row-major matrix of float32.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  Floats values;

  Matrix() = default;
  /// The entries are not set.
  Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), values(r * c) {}
  /// Changes the shape, and with it what the entries are.
  void reshape(std::size_t r, std::size_t c);
};

/// a += b
void add_elementwise(Matrix& a, const Matrix& b);
/// sums[j] = Σ over the rows of m, which are as long as `sums`
void sum_rows(std::span<const float> m, std::span<float> sums);

/// The matrix `matrix` · 2^exponent. A deep network's δ leaves the range of float32 long before its
/// logarithm means anything odd; scaling by a power of two is exact, so the values keep the very
/// bits that a wider exponent would have given them.
struct ScaledMatrix {
  Matrix matrix;
  int exponent = 0;

  /// Brings the largest magnitude into [½, 1). Leaves all zeros, infinities and NaN alone.
  void rescale();
};

/// a.rescale(), c = a ⊙ b, c.rescale(): the same bits in two passes less.
void multiply_rescaled(ScaledMatrix& a, const Matrix& b, ScaledMatrix& c);

/// a + b, with the larger of the two exponents.
ScaledMatrix sum(ScaledMatrix a, const ScaledMatrix& b);

}  // namespace actlab

#include "core/network/matrix.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace actlab {

Floats::Floats(std::size_t size) : size_(size), room_(size), memory_(new float[size]) {}
Floats::Floats(std::initializer_list<float> values) : Floats(values.size()) {
  std::copy(values.begin(), values.end(), begin());
}
Floats::Floats(const Floats& other) : Floats(other.size_) { std::copy(other.begin(), other.end(), begin()); }
Floats::Floats(Floats&& other) noexcept
    : size_(std::exchange(other.size_, 0)),
      room_(std::exchange(other.room_, 0)),
      memory_(std::move(other.memory_)) {}
Floats& Floats::operator=(const Floats& other) {
  resize(other.size_);
  std::copy(other.begin(), other.end(), begin());
  return *this;
}
Floats& Floats::operator=(Floats&& other) noexcept {
  std::swap(size_, other.size_);
  std::swap(room_, other.room_);
  std::swap(memory_, other.memory_);
  return *this;
}
Floats::~Floats() = default;

void Floats::resize(std::size_t size) {
  if (size > room_) *this = Floats(size);
  size_ = size;
}

bool operator==(const Floats& a, const Floats& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

void Matrix::reshape(std::size_t r, std::size_t c) {
  rows = r;
  columns = c;
  values.resize(r * c);
}

void multiply_elementwise(const Matrix& a, const Matrix& b, Matrix& c) {
  c.reshape(a.rows, a.columns);
  for (std::size_t i = 0; i < a.values.size(); ++i) c.values[i] = a.values[i] * b.values[i];
}

void add_elementwise(Matrix& a, const Matrix& b) {
  for (std::size_t i = 0; i < a.values.size(); ++i) a.values[i] += b.values[i];
}

void sum_rows(const Matrix& m, std::vector<float>& sums) {
  sums.assign(m.columns, 0);
  for (std::size_t i = 0; i < m.rows; ++i) {
    for (std::size_t j = 0; j < m.columns; ++j) sums[j] += m.values[i * m.columns + j];
  }
}

namespace {

/// x · 2^shift, rounded once.
float times_power_of_two(float x, double power) { return static_cast<float>(power * static_cast<double>(x)); }

}  // namespace

void ScaledMatrix::rescale() {
  // The bits of |x| are ordered as |x| is, with infinity and NaN at the end; integers vectorise.
  std::int32_t largest_bits = 0;
  for (const float x : matrix.values) {
    largest_bits = std::max(largest_bits, __builtin_bit_cast(std::int32_t, std::fabs(x)));
  }
  const float largest = __builtin_bit_cast(float, largest_bits);
  if (largest == 0 || !std::isfinite(largest)) return;
  int shift = 0;
  std::frexp(largest, &shift);
  if (shift == 0) return;
  const auto multiply = [&](int power) {
    const float factor = std::ldexp(1.0F, power);
    for (float& x : matrix.values) x *= factor;
  };
  // A factor above 2^127 is no float; the largest then needs two steps up, which are both exact.
  constexpr int most = 127;
  multiply(std::min(-shift, most));
  if (-shift > most) multiply(-shift - most);
  exponent += shift;
}

ScaledMatrix sum(ScaledMatrix a, const ScaledMatrix& b) {
  const int exponent = std::max(a.exponent, b.exponent);
  const double of_a = std::ldexp(1.0, a.exponent - exponent);
  const double of_b = std::ldexp(1.0, b.exponent - exponent);
  for (std::size_t i = 0; i < a.matrix.values.size(); ++i) {
    a.matrix.values[i] =
        times_power_of_two(a.matrix.values[i], of_a) + times_power_of_two(b.matrix.values[i], of_b);
  }
  a.exponent = exponent;
  return a;
}

}  // namespace actlab

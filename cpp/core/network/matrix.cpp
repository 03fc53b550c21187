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

void add_elementwise(Matrix& a, const Matrix& b) {
  for (std::size_t i = 0; i < a.values.size(); ++i) a.values[i] += b.values[i];
}

void sum_rows(std::span<const float> m, std::span<float> sums) {
  std::fill(sums.begin(), sums.end(), 0.0F);
  for (std::size_t first = 0; first < m.size(); first += sums.size()) {
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += m[first + j];
  }
}

namespace {

/// x · 2^shift, rounded once.
float times_power_of_two(float x, double power) { return static_cast<float>(power * static_cast<double>(x)); }

/// The bits of |x| are ordered as |x| is, with infinity and NaN at the end; integers vectorise.
std::int32_t magnitude_bits(float x) { return __builtin_bit_cast(std::int32_t, std::fabs(x)); }

/// What brings numbers up to a largest magnitude into [½, 1): the exponent that it takes off them, and their
/// factor 2^−shift. A factor above 2^127 is no float; the largest then needs two steps up, which are both
/// exact.
struct Rescaling {
  int shift = 0;
  float first = 1, second = 1;

  explicit Rescaling(std::int32_t largest_bits) {
    const float largest = __builtin_bit_cast(float, largest_bits);
    if (largest == 0 || !std::isfinite(largest)) return;
    std::frexp(largest, &shift);
    constexpr int most = 127;
    first = std::ldexp(1.0F, std::min(-shift, most));
    second = std::ldexp(1.0F, std::max(-shift - most, 0));
  }
  [[nodiscard]] float operator()(float x) const { return x * first * second; }
};

std::int32_t largest_bits(const Matrix& m) {
  std::int32_t largest = 0;
  for (const float x : m.values) largest = std::max(largest, magnitude_bits(x));
  return largest;
}

void apply(const Rescaling& rescaled, ScaledMatrix& m) {
  if (rescaled.shift == 0) return;
  for (float& x : m.matrix.values) x = rescaled(x);
  m.exponent += rescaled.shift;
}

}  // namespace

void ScaledMatrix::rescale() { apply(Rescaling(largest_bits(matrix)), *this); }

void multiply_rescaled(ScaledMatrix& a, const Matrix& b, ScaledMatrix& c) {
  const Rescaling rescaled(largest_bits(a.matrix));
  c.matrix.reshape(b.rows, b.columns);
  std::int32_t largest = 0;
  for (std::size_t i = 0; i < b.values.size(); ++i) {
    const float x = rescaled(a.matrix.values[i]);
    const float product = x * b.values[i];
    a.matrix.values[i] = x;
    c.matrix.values[i] = product;
    largest = std::max(largest, magnitude_bits(product));
  }
  a.exponent += rescaled.shift;
  c.exponent = a.exponent;
  apply(Rescaling(largest), c);
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

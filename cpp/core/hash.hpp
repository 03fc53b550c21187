#pragma once

#include <cstdint>
#include <span>
#include <string>

/// FNV-1a over the bits of field values, with one NaN for all: equal hashes mean equal results,
/// bit for bit, on any machine.
namespace actlab {

class Hash {
 public:
  void add(double value) {
    add_bits(value != value ? 0x7ff8000000000000u : __builtin_bit_cast(std::uint64_t, value));
  }
  void add(std::span<const double> values) {
    add_bits(values.size());
    for (const double value : values) add(value);
  }
  void add(std::span<const float> values) {
    add_bits(values.size());
    for (const float value : values) add(static_cast<double>(value));
  }

  [[nodiscard]] std::uint64_t value() const { return state_; }

  /// 16 hexadecimal digits.
  [[nodiscard]] std::string hex() const {
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) text[i] = "0123456789abcdef"[state_ >> (60 - 4 * i) & 15];
    return text;
  }

 private:
  void add_bits(std::uint64_t bits) {
    for (int byte = 0; byte < 8; ++byte) {
      state_ = (state_ ^ (bits >> (8 * byte) & 255)) * 0x100000001b3u;
    }
  }

  std::uint64_t state_ = 0xcbf29ce484222325u;
};

}  // namespace actlab

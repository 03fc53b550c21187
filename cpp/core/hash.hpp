#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/text.hpp"

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

/// The hash of a lab's result: of all its numbers, and of those of what it lists.
class ResultHash {
 public:
  template <class Result>
  static std::string of(const Result& result) {
    ResultHash fields;
    visit_fields(result, fields);
    return fields.hash_.hex();
  }

  void operator()(const char*, const Text&) {}
  void operator()(const char*, double value) { hash_.add(value); }
  void operator()(const char*, const std::vector<double>& values) { hash_.add(values); }
  template <class Item>
  void operator()(const char*, const std::vector<Item>& items) {
    for (const Item& item : items) visit_fields(item, *this);
  }

 private:
  Hash hash_;
};

}  // namespace actlab

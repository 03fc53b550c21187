#pragma once

#include <cstdint>
#include <span>

#include "core/math/log.hpp"
#include "core/math/scalar.hpp"

/// Random numbers with the same bits on every machine: the standard library's distributions
/// differ between vendors.
namespace actlab {

/// PCG-XSH-RR with 64 bits of state. O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient
/// Statistically Good Algorithms for Random Number Generation". Two different streams of one seed
/// are independent sequences.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : increment_(stream << 1 | 1) {
    bits();
    state_ += seed;
    bits();
  }

  /// 32 random bits.
  std::uint32_t bits() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005u + increment_;
    const auto shifted = static_cast<std::uint32_t>((old >> 18 ^ old) >> 27);
    const auto turn = static_cast<std::uint32_t>(old >> 59);
    return shifted >> turn | shifted << (-turn & 31);
  }

  /// Uniform in (0, 1), never an end.
  double uniform() { return (bits() + 0.5) * 0x1p-32; }

  /// Standard normal deviate. Marsaglia & Bray 1964, the polar method; the second of each pair is
  /// kept for the next call.
  double normal() {
    if (has_spare_) {
      has_spare_ = false;
      return spare_;
    }
    double u = 0, v = 0, s = 0;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1);
    const double scale = sqrt(-2 * log(s) / s);
    spare_ = v * scale;
    has_spare_ = true;
    return u * scale;
  }

 private:
  std::uint64_t state_ = 0;
  std::uint64_t increment_;
  double spare_ = 0;
  bool has_spare_ = false;
};

}  // namespace actlab

#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Hashes of everything that must have the same bits in every build: each function over a sweep of
/// the bit patterns of float and double, its curve, and what the labs make of it. Unlike the golden
/// scenes they have no known value; two builds are compared with each other.
namespace actlab {

struct Fingerprint {
  std::string name;
  std::string hash;  ///< 16 hexadecimal digits
};

/// How far apart the bit patterns of a short sweep lie; a prime, so that all low bits occur.
inline constexpr std::uint32_t fingerprint_step = 65521;

template <class Visit>
void visit_fields(const Fingerprint& f, Visit&& visit) {
  visit("name", f.name);
  visit("hash", f.hash);
}

/// Precondition: step > 0. A smaller one takes longer in proportion.
std::vector<Fingerprint> fingerprints(std::uint32_t step = fingerprint_step);

}  // namespace actlab

#pragma once

#include <string>
#include <vector>

/// Hashes of everything that must have the same bits in every build: each function over a sweep of
/// the bit patterns of float and double, and the gradient lab for each function and initialisation.
/// Unlike the golden scenes they have no known value; two builds are compared with each other.
namespace actlab {

struct Fingerprint {
  std::string name;
  std::string hash;  ///< 16 hexadecimal digits
};

std::vector<Fingerprint> fingerprints();

}  // namespace actlab

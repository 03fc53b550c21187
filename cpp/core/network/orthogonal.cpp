#include "core/network/orthogonal.hpp"

#include <algorithm>
#include <vector>

namespace actlab {
namespace {

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// `count` orthonormal vectors of `length` entries, one after another. Gram–Schmidt on Gaussian
/// vectors, each projection made twice, which keeps them orthogonal to the last bits.
std::vector<double> orthonormal(std::size_t count, std::size_t length, Random& random) {
  std::vector<double> q(count * length);
  const auto vector = [&](std::size_t i) { return std::span(q).subspan(i * length, length); };
  for (std::size_t i = 0; i < count; ++i) {
    const auto v = vector(i);
    for (double& x : v) x = random.normal();
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto u = vector(j);
        const double along = dot(u, v);
        for (std::size_t k = 0; k < length; ++k) v[k] -= along * u[k];
      }
    }
    const double norm = sqrt(dot(v, v));
    for (double& x : v) x /= norm;
  }
  return q;
}

}  // namespace

void draw_orthogonal(double variance, std::size_t inputs, std::size_t outputs, Random& random,
                     std::span<float> weights) {
  const std::size_t count = std::min(inputs, outputs);
  const std::size_t length = std::max(inputs, outputs);
  const double scale = sqrt(variance * static_cast<double>(inputs));
  const std::vector<double> q = orthonormal(count, length, random);
  for (std::size_t i = 0; i < inputs; ++i) {
    for (std::size_t j = 0; j < outputs; ++j) {
      const double entry = inputs <= outputs ? q[i * length + j] : q[j * length + i];
      weights[i * outputs + j] = static_cast<float>(scale * entry);
    }
  }
}

}  // namespace actlab

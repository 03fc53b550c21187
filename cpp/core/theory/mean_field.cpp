#include "core/theory/mean_field.hpp"

#include <algorithm>
#include <cmath>

#include "core/theory/gaussian.hpp"

namespace actlab {
namespace {

/// The moments for any q. A function whose variance gets beyond the quadrature's ends is as good as
/// positively homogeneous there: with the degree p, E f² grows as qᵖ and E f'² as qᵖ⁻¹.
Moments moments(const Function& function, double q) {
  Moments m = gaussian_moments(function, q);
  const double end = std::clamp(q, smallest_quadrature_q, largest_quadrature_q);
  const double ratio = q / end;
  if (ratio == 1 || m.f2 == 0) return m;
  const double degree = std::floor(end * m.f2_slope / m.f2 + 0.5);
  for (int p = 1; p <= degree; ++p) {
    m.f *= std::sqrt(ratio);
    m.f2 *= ratio;
    if (p > 1) m.df2 *= ratio;
  }
  return m;
}

}  // namespace

std::vector<MeanFieldLayer> mean_field(const MeanFieldNetwork& n, int depth) {
  const bool normalised = n.normalisation != Normalisation::none;
  double mean = 0;        // E h of the layer below
  double activation = 1;  // E h² of the layer below
  double last_q = -1;
  Moments m{};  // those of last_q: at a fixed point every layer has the same
  std::vector<MeanFieldLayer> layers;
  for (int l = 0; l < depth; ++l) {
    const double q = n.sigma_w2 * activation + n.sigma_b2;
    const double gate_q = normalised ? 1 : q;  // the variance that f sees
    if (std::fabs(gate_q - last_q) > 1e-15 * gate_q) m = moments(n.function, gate_q);
    last_q = gate_q;
    const double chi = n.sigma_w2 * m.df2 / (normalised ? q : 1);
    if (n.residual) {
      // h and f(z) of a unit are independent: its weights are not those of the layers below.
      activation += m.f2 + 2 * mean * m.f;
      mean += m.f;
    } else {
      activation = m.f2;
      mean = m.f;
    }
    layers.push_back({q, chi, activation});
  }
  return layers;
}

double variance_map(const MeanFieldNetwork& n, double q) {
  return n.sigma_w2 * gaussian_moments(n.function, q).f2 + n.sigma_b2;
}

double chi(const MeanFieldNetwork& n, double q) { return n.sigma_w2 * gaussian_moments(n.function, q).df2; }

double variance_map_slope(const MeanFieldNetwork& n, double q) {
  return n.sigma_w2 * gaussian_moments(n.function, q).f2_slope;
}

}  // namespace actlab

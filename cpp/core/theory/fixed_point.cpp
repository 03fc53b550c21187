#include "core/theory/fixed_point.hpp"

#include <cmath>

#include "core/math/log.hpp"
#include "core/theory/gaussian.hpp"
#include "core/theory/grid.hpp"
#include "core/theory/root.hpp"

namespace actlab {
namespace {

/// V(q)/q − 1: its zeros are the fixed points. What the quadrature cannot tell from 0 is 0, so that
/// a range where V(q) ≈ q shows no false ones.
double excess(const MeanFieldNetwork& network, double q) {
  const double value = variance_map(network, q) / q - 1;
  return std::fabs(value) < 1e-12 ? 0 : value;
}

FixedPoint fixed_point_at(const MeanFieldNetwork& network, double q) {
  return {q, chi(network, q), variance_map_slope(network, q)};
}

}  // namespace

std::vector<FixedPoint> fixed_points(const MeanFieldNetwork& network) {
  std::vector<FixedPoint> points;
  const auto function = [&](double q) { return excess(network, q); };
  double below = smallest_q;  // the last point where V(q) − q has a sign
  double sign_below = 0;
  for (double q = smallest_q; q < largest_q; q *= grid_factor) {
    const double sign = function(q);
    if (sign == 0) continue;
    if (sign_below != 0 && (sign < 0) != (sign_below < 0)) {
      points.push_back(fixed_point_at(network, root(function, below, q)));
    }
    below = q;
    sign_below = sign;
  }
  return points;
}

std::optional<double> homogeneous_factor(const MeanFieldNetwork& network) {
  if (network.sigma_b2 != 0) return std::nullopt;
  const double factor = variance_map(network, 1);
  for (const double q : {1e-6, 1e-2, 1e2, 1e6}) {
    if (std::fabs(variance_map(network, q) / q - factor) > 1e-12 * factor) return std::nullopt;
  }
  return factor;
}

Fate fate(const MeanFieldNetwork& network, double q) {
  using Kind = Fate::Kind;
  if (const auto factor = homogeneous_factor(network)) {
    const bool level = std::fabs(*factor - 1) < 1e-12;
    const double limit = level ? q : *factor < 1 ? 0 : infinity;
    return {level ? Kind::level : Kind::scales, limit, chi(network, q)};
  }
  // Between two neighbouring fixed points the variance moves one way, towards the attracting end.
  const auto points = fixed_points(network);
  for (const FixedPoint& point : points) {
    if (std::fabs(q / point.q - 1) < 1e-6) return {Kind::settles, point.q, point.chi};
  }
  const bool rises = excess(network, q) > 0;
  if (rises) {
    for (const FixedPoint& point : points) {
      if (point.q >= q) return {Kind::settles, point.q, point.chi};
    }
    return {Kind::explodes, infinity, chi(network, 1e16)};
  }
  for (std::size_t i = points.size(); i-- > 0;) {
    if (points[i].q <= q) return {Kind::settles, points[i].q, points[i].chi};
  }
  return {Kind::vanishes, 0, chi(network, 1e-24)};
}

double gradient_depth_scale(double chi) { return std::fabs(1 / log(chi)); }

}  // namespace actlab

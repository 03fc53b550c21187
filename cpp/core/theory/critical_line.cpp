#include "core/theory/critical_line.hpp"

#include <cmath>
#include <limits>

#include "core/theory/gaussian.hpp"
#include "core/theory/grid.hpp"
#include "core/theory/root.hpp"

namespace actlab {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

CriticalPoint critical_point(const Function& function, double q) {
  const Moments m = gaussian_moments(function, q);
  const double sigma_w2 = 1 / m.df2;
  return {q, sigma_w2, q - sigma_w2 * m.f2, sigma_w2 * m.f2_slope};
}

std::optional<CriticalPoint> critical_point_at(const Function& function, double sigma_b2) {
  // A smaller E f'² rests on values of x where the quadrature ends, or is 0: then nothing is known.
  constexpr double largest_sigma_w2 = 1e18;
  const auto excess = [&](double q) {
    const CriticalPoint point = critical_point(function, q);
    return point.sigma_w2 < largest_sigma_w2 ? point.sigma_b2 - sigma_b2 : unknown;
  };
  double q = smallest_q;
  double here = excess(q);
  while (q < largest_q) {
    const double next = q * grid_factor;
    const double there = excess(next);
    const bool known = !std::isnan(here) && !std::isnan(there);
    if (known && (here < 0) != (there < 0)) return critical_point(function, root(excess, q, next));
    q = next;
    here = there;
  }
  return std::nullopt;
}

double critical_sigma_w(const Function& function, double sigma_b) {
  const auto point = critical_point_at(function, sigma_b * sigma_b);
  constexpr double marginal = 1 - 1e-12;  // for Softshrink V' is χ: its line is touched, not reached
  if (point && point->slope < marginal) return std::sqrt(point->sigma_w2);
  const CriticalPoint at_zero = critical_point(function, 1e-6);
  const bool reached = sigma_b == 0 && std::fabs(at_zero.sigma_b2) < 1e-9 && at_zero.slope < 1 + 1e-9;
  return reached ? std::sqrt(at_zero.sigma_w2) : unknown;
}

}  // namespace actlab

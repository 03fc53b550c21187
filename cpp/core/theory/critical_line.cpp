#include "core/theory/critical_line.hpp"

#include <cmath>
#include <limits>

#include "core/theory/gaussian.hpp"
#include "core/theory/root.hpp"

namespace actlab {

CriticalPoint critical_point(const Function& function, double q) {
  const Moments m = gaussian_moments(function, q);
  const double sigma_w2 = 1 / m.df2;
  return {q, sigma_w2, q - sigma_w2 * m.f2, sigma_w2 * m.f2_slope};
}

std::optional<CriticalPoint> critical_point_at(const Function& function, double sigma_b2) {
  constexpr double smallest_q = 1e-9, largest_q = 1e9, grid_factor = 1.2589254117941673;
  const auto excess = [&](double q) { return critical_point(function, q).sigma_b2 - sigma_b2; };
  double q = smallest_q;
  double here = excess(q);
  while (q < largest_q) {
    const double next = q * grid_factor;
    const double there = excess(next);
    if ((here < 0) != (there < 0)) return critical_point(function, root(excess, q, next));
    q = next;
    here = there;
  }
  return std::nullopt;
}

double critical_sigma_w(const Function& function, double sigma_b) {
  const auto point = critical_point_at(function, sigma_b * sigma_b);
  if (point && point->slope < 1) return std::sqrt(point->sigma_w2);
  const CriticalPoint at_zero = critical_point(function, 1e-6);
  const bool reached = sigma_b == 0 && std::fabs(at_zero.sigma_b2) < 1e-9 && at_zero.slope < 1 + 1e-9;
  return reached ? std::sqrt(at_zero.sigma_w2) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace actlab

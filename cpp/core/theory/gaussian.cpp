#include "core/theory/gaussian.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "core/math/normal.hpp"

namespace actlab {
namespace {

/// Gauss–Legendre with 16 nodes on [-1, 1]: the positive nodes and their weights.
constexpr std::array<std::pair<double, double>, 8> nodes{{{0.0950125098376374402, 0.189450610455068496},
                                                          {0.281603550779258913, 0.182603415044923589},
                                                          {0.458016777657227386, 0.169156519395002538},
                                                          {0.617876244402643748, 0.149595988816576732},
                                                          {0.755404408355003034, 0.124628971255533872},
                                                          {0.865631202387831744, 0.0951585116824927848},
                                                          {0.944575023073232576, 0.0622535239386478929},
                                                          {0.989400934991649933, 0.0271524594117540949}}};

constexpr double farthest_z = 12;  ///< φ(12) = 2e-32

/// Ends of the panels in x: at each unit of z, at every kink, and close together where the
/// functions bend, which is near 0 whatever q is.
std::vector<double> panel_ends(const Function& function, double root_q) {
  const double end = farthest_z * root_q;
  std::vector<double> ends;
  for (int z = -12; z <= 12; ++z) ends.push_back(z * root_q);
  for (double x = 0.5; x <= 8; x += 0.5) ends.insert(ends.end(), {-x, x});
  for (double x = 10; x < 1e4; x *= 1.25) ends.insert(ends.end(), {-x, x});
  for (const Kink& kink : function.facts().kinks) ends.push_back(kink.x);
  ends.erase(std::remove_if(ends.begin(), ends.end(), [&](double x) { return x < -end || x > end; }),
             ends.end());
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

/// Nodes over the line and their weights for the density of N(0, q).
struct Rule {
  std::vector<double> x, weight;
};

Rule gaussian_rule(const Function& function, double q) {
  const double root_q = sqrt(q);
  const auto ends = panel_ends(function, root_q);
  Rule rule;
  const auto add = [&](double x, double width) {
    rule.x.push_back(x);
    rule.weight.push_back(width * normal_pdf(x / root_q) / root_q);
  };
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    const double middle = 0.5 * (ends[i] + ends[i + 1]);
    const double half = 0.5 * (ends[i + 1] - ends[i]);
    for (const auto& [node, weight] : nodes) {
      add(middle - half * node, half * weight);
      add(middle + half * node, half * weight);
    }
  }
  return rule;
}

/// What the jumps of f² add to d E f²/dq: as q grows, mass φ(k/√q) k/(2 q^{3/2}) crosses k outwards.
double slope_from_jumps(const Function& function, double q) {
  double slope = 0;
  for (const Kink& kink : function.facts().kinks) {
    const double left = function.f(std::nextafter(kink.x, -infinity));
    const double right = function.f(std::nextafter(kink.x, infinity));
    const double z = kink.x / sqrt(q);
    slope += (right * right - left * left) * normal_pdf(z) * z / (2 * q);
  }
  return slope;
}

}  // namespace

Moments gaussian_moments(const Function& function, double any_q) {
  const double q = std::clamp(any_q, smallest_quadrature_q, largest_quadrature_q);
  const Rule rule = gaussian_rule(function, q);
  Moments m{};
  for (std::size_t i = 0; i < rule.x.size(); ++i) {
    const double x = rule.x[i], w = rule.weight[i];
    const double f = function.f(x), df = function.df(x);
    m.f += w * f;
    m.f2 += w * f * f;
    m.df2 += w * df * df;
    m.f2_slope += w * x * f * df / q;
  }
  m.f2_slope += slope_from_jumps(function, q);
  return m;
}

}  // namespace actlab

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <limits>
#include <utility>

#include "activation_cases.hpp"

using namespace actlab;
using namespace actlab::testing;

namespace {

struct Difference {
  double slope;
  double uncertainty;
};

/// The slope of g at x from the central difference of order 8, whose error is O(h⁸). Steps from
/// `longest` downwards are tried; the one whose halving changes least is taken. The uncertainty is
/// that change and the rounding of g's values.
template <class G>
Difference central_difference(G g, double x, double longest) {
  constexpr double weights[] = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
  auto with_step = [&](double h) -> std::pair<double, double> {
    double sum = 0, size = 0;
    for (int k = 1; k <= 4; ++k) {
      const double right = g(x + k * h), left = g(x - k * h);
      sum += weights[k - 1] * (right - left);
      size = std::fmax(size, std::fmax(std::fabs(right), std::fabs(left)));
    }
    return {sum / h, (size * epsilon + smallest) / h};
  };
  Difference best{0, infinity};
  double h = std::fmax(std::exp2(std::floor(std::log2(longest))), smallest);
  auto [coarse, coarse_rounding] = with_step(h);
  for (int halvings = 0; halvings < 12; ++halvings) {
    h /= 2;
    const auto [fine, rounding] = with_step(h);
    const double uncertainty = std::fabs(fine - coarse) + 4 * rounding;
    if (uncertainty < best.uncertainty) best = {fine, uncertainty};
    coarse = fine;
  }
  return best;
}

/// The largest step with which the difference's points stay on one piece of f, and x + kh is exact
/// enough: at most 1/4.
double longest_step(const Facts& facts, double x) {
  return std::fmin(0.25, distance_to_kinks(facts, x) / 4.5);
}

/// The worst disagreement seen, in units of what is allowed.
struct Worst {
  double share = 0, x = 0, a = 0, b = 0;
  std::string name;

  void see(const Case& c, double at, double first, double second, double allowed) {
    const double now = std::fabs(first - second) / allowed;
    if (now <= share) return;
    *this = {now, at, first, second, c.name()};
  }
  void print(const char* what) const {
    if (name.empty()) return;  // no disagreement at all
    std::printf("  %-28s %-32s worst %.3f of the allowed, at x = %-24.17g %.17g and %.17g\n", what,
                name.c_str(), share, x, a, b);
  }
};

}  // namespace

TEST_CASE("derivative: f' is the dual number's derivative") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      Worst worst;
      for (const Case& c : cases(row)) {
        const Facts facts = c.facts();
        for (double x : sample_points(700, 1.09, 0.05)) {
          if (distance_to_kinks(facts, x) == 0) continue;
          const double df = c.df(x), dual = row.df_by_dual_number(x, c.p);
          // What relative errors of a few epsilon in x or in the result would do, and those of the
          // terms of size f/x that a product or quotient rule adds up.
          const double allowed = 32 * epsilon * (std::fabs(df) + std::fabs(x * c.d2f(x))) +
                                 2 * epsilon * (x == 0 ? 0 : std::fabs(c.f(x) / x)) + 1024 * smallest;
          INFO(c.name() << " at x = " << x << ": f' = " << df << ", dual " << dual);
          worst.see(c, x, df, dual, allowed);
          REQUIRE(std::fabs(df - dual) <= allowed);
        }
      }
      worst.print("f' - dual");
    }
  }
}

TEST_CASE("derivative: f' is the slope of f, f'' that of f'") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      Worst first, second;
      for (const Case& c : cases(row)) {
        const Facts facts = c.facts();
        for (double x : sample_points(40, 1.4, 0.2)) {
          const double longest = longest_step(facts, x);
          if (longest < 0x1p-40) continue;  // the difference says nothing so close to a kink
          INFO(c.name() << " at x = " << x);

          const Difference slope = central_difference([&](double t) { return c.f(t); }, x, longest);
          const double df = c.df(x);
          first.see(c, x, df, slope.slope, 8 * slope.uncertainty);
          CHECK(std::fabs(df - slope.slope) <= 8 * slope.uncertainty);
          if (longest > 0x1p-8) CHECK(slope.uncertainty <= 1e-9 * std::fmax(1, std::fabs(c.f(x))));

          const Difference bend = central_difference([&](double t) { return c.df(t); }, x, longest);
          const double d2f = c.d2f(x);
          second.see(c, x, d2f, bend.slope, 8 * bend.uncertainty);
          CHECK(std::fabs(d2f - bend.slope) <= 8 * bend.uncertainty);
          if (longest > 0x1p-8) CHECK(bend.uncertainty <= 1e-8 * std::fmax(1, std::fabs(d2f)));
        }
      }
      first.print("f' - difference of f");
      second.print("f'' - difference of f'");
    }
  }
}

TEST_CASE("derivative: by the learned parameter") {
  for (const Activation& row : registry()) {
    if (!row.dparameter) continue;
    DYNAMIC_SECTION(row.info.id) {
      Worst dual_worst, difference_worst;
      for (const Case& c : cases(row)) {
        for (double x : sample_points(40, 1.4, 0.2)) {
          const double exact = row.dparameter(x, c.p), dual = row.dparameter_by_dual_number(x, c.p);
          INFO(c.name() << " at x = " << x << ": " << exact << ", dual " << dual);
          // The formula may be a difference of numbers as large as f is by unit of the parameter.
          const double allowed = 32 * epsilon * (std::fabs(exact) + std::fabs(c.f(x))) + 1024 * smallest;
          dual_worst.see(c, x, exact, dual, allowed);
          CHECK(std::fabs(exact - dual) <= allowed);

          const auto by_parameter = [&](double value) { return row.f(x, {value}); };
          const double longest = std::fmin(0.25, c.p[0] > 0 ? c.p[0] / 8 : 0.25) / (1 + std::fabs(x));
          const Difference slope = central_difference(by_parameter, c.p[0], longest);
          difference_worst.see(c, x, exact, slope.slope, 8 * slope.uncertainty);
          CHECK(std::fabs(exact - slope.slope) <= 8 * slope.uncertainty);
        }
      }
      dual_worst.print("df/dparameter - dual");
      difference_worst.print("df/dparameter - difference");
    }
  }
}

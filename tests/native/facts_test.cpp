#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <limits>

#include "activation_cases.hpp"

using namespace actlab;
using namespace actlab::testing;

namespace {

/// Ascending points: dense around 0, sparse far out, with the named points and their neighbours.
std::vector<double> scan_points(const Facts& facts) {
  std::vector<double> x = sample_points(0x1p60, 1.3, 1.0 / 64);
  for (const Kink& kink : facts.kinks) x.insert(x.end(), {just_below(kink.x), kink.x, just_above(kink.x)});
  for (const Extremum& extremum : facts.extrema) x.push_back(extremum.x);
  for (const Extremum& extremum : facts.slope_extrema) x.push_back(extremum.x);
  std::sort(x.begin(), x.end());
  x.erase(std::unique(x.begin(), x.end()), x.end());
  return x;
}

bool is_named(const Facts& facts, double x) {
  const auto here = [&](const auto& point) { return point.x == x; };
  return std::any_of(facts.kinks.begin(), facts.kinks.end(), here) ||
         std::any_of(facts.extrema.begin(), facts.extrema.end(), here) ||
         std::any_of(facts.slope_extrema.begin(), facts.slope_extrema.end(), here);
}

double rounding(double y) { return 8 * epsilon * std::fabs(y) + smallest; }
bool equal(double y, double end) { return std::isfinite(end) && std::fabs(y - end) <= rounding(end); }

/// The values of g fill the range. An end that counts as attained is taken close by, for |x| ≤ 3 or at
/// a named point, and one that does not is not: far out, rounding takes every end that g tends to.
void check_range(const Range& range, const Facts& facts, const std::vector<double>& x,
                 const std::function<double(double)>& g) {
  double low = infinity, high = -infinity;
  bool low_taken = false, high_taken = false;
  for (double xi : x) {
    const double y = g(xi);
    low = std::fmin(low, y);
    high = std::fmax(high, y);
    const bool one_sided_limit =
        distance_to_kinks(facts, xi) < 1e-9;  // as good as reached just beside a jump
    if ((std::fabs(xi) > 3 || one_sided_limit) && !is_named(facts, xi)) continue;
    low_taken |= equal(y, range.min);
    high_taken |= equal(y, range.max);
  }
  const auto check_end = [](double end, double outermost) {
    if (std::isinf(end)) {
      CHECK(std::fabs(outermost) > 1e15);
      CHECK(std::signbit(outermost) == std::signbit(end));
    } else {
      CHECK(std::fabs(outermost - end) <= 1e-15 + rounding(end));  // softsign comes as close as 1/x
    }
  };
  INFO("from " << range.min << " to " << range.max << ", found from " << low << " to " << high);
  CHECK(low >= range.min - rounding(range.min));
  CHECK(high <= range.max + rounding(range.max));
  check_end(range.min, low);
  check_end(range.max, high);
  CHECK(low_taken == range.min_attained);
  CHECK(high_taken == range.max_attained);
}

/// Each named extremum of g is one, and wherever the sign of its slope dg changes between two points
/// there is a named one. Points at `separators` start a new piece.
void check_extrema(std::span<const Extremum> extrema, const std::vector<double>& x,
                   const std::function<double(double)>& g, const std::function<double(double)>& dg,
                   const std::vector<double>& separators) {
  for (const Extremum& extremum : extrema) {
    INFO("extremum at x = " << extremum.x);
    CHECK(equal(g(extremum.x), extremum.y));
    const double near = 1e-9 * std::fmax(1, std::fabs(extremum.x));
    CHECK(dg(extremum.x - near) * dg(extremum.x + near) < 0);
    const bool is_minimum = dg(extremum.x + near) > 0;
    for (double far : {1e-3, 1e-2}) {
      CHECK((g(extremum.x - far) > extremum.y) == is_minimum);
      CHECK((g(extremum.x + far) > extremum.y) == is_minimum);
    }
  }
  std::size_t found = 0;
  double last_slope = 0, last_x = 0;
  for (double xi : x) {
    if (std::find(separators.begin(), separators.end(), xi) != separators.end()) {
      last_slope = 0;
      continue;
    }
    const double slope = dg(xi);
    if (slope == 0) continue;
    if (slope * last_slope < 0) {
      ++found;
      INFO("the slope's sign changes between " << last_x << " and " << xi);
      CHECK(std::any_of(extrema.begin(), extrema.end(),
                        [&](const Extremum& e) { return last_x <= e.x && e.x <= xi; }));
    }
    last_slope = slope < 0 ? -1 : 1;
    last_x = xi;
  }
  CHECK(found == extrema.size());
}

bool falls_somewhere(const Case& c, const std::vector<double>& x) {
  for (std::size_t i = 1; i < x.size(); ++i) {
    const double left = c.f(x[i - 1]), right = c.f(x[i]);
    if (right < left - rounding(left)) return true;
  }
  return false;
}

/// A jump of f or f' between two points with no kink between them shows as a remainder of the
/// trapezoidal rule that does not shrink with their distance.
void check_jumps(const Case& c, const Facts& facts, const std::vector<double>& x) {
  for (std::size_t i = 1; i < x.size(); ++i) {
    const double a = x[i - 1], b = x[i], w = b - a;
    if (w > 1.0 / 64) continue;
    const bool named = std::any_of(facts.kinks.begin(), facts.kinks.end(),
                                   [&](const Kink& k) { return a <= k.x && k.x <= b; });
    if (named) continue;
    INFO("between " << a << " and " << b);
    CHECK(std::fabs(c.f(b) - c.f(a) - w * (c.df(a) + c.df(b)) / 2) < 1e-3);
    CHECK(std::fabs(c.df(b) - c.df(a) - w * (c.d2f(a) + c.d2f(b)) / 2) < 1e-2);
  }
}

void check_saturation(const Case& c, const Facts& facts, const std::vector<double>& x, double side,
                      Saturation saturation) {
  double outermost_kink = facts.kinks.empty() ? 0 : -infinity;
  for (const Kink& kink : facts.kinks) outermost_kink = std::fmax(outermost_kink, side * kink.x);
  for (double xi : x) {
    if (side * xi <= outermost_kink) continue;
    const double slope = std::fabs(c.df(xi));
    INFO("x = " << xi << ", slope " << slope);
    switch (saturation) {
      case Saturation::none:
        if (side * xi > 100) REQUIRE(slope > 1e-3);
        break;
      case Saturation::soft:
        if (side * xi > 1e6) REQUIRE(slope < 1e-9);
        if (side * xi < 5 && !is_named(facts, xi)) REQUIRE(slope > 0);
        break;
      case Saturation::hard:
        REQUIRE(slope == 0);
        break;
    }
  }
}

/// Tests of facts that hold for all parameters.
void for_all_cases(const std::function<void(const Case&, const Facts&, const std::vector<double>&)>& check) {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      for (const Case& c : cases(row)) {
        INFO(c.name());
        const Facts facts = c.facts();
        check(c, facts, scan_points(facts));
      }
    }
  }
}

}  // namespace

TEST_CASE("facts: values and slopes fill their ranges") {
  for_all_cases([](const Case& c, const Facts& facts, const std::vector<double>& x) {
    {
      INFO("values");
      check_range(facts.values, facts, x, [&](double t) { return c.f(t); });
    }
    {
      INFO("slopes");
      check_range(facts.slopes, facts, x, [&](double t) { return c.df(t); });
    }
  });
}

TEST_CASE("facts: extrema") {
  for_all_cases([](const Case& c, const Facts& facts, const std::vector<double>& x) {
    std::vector<double> kinks;
    for (const Kink& kink : facts.kinks) kinks.push_back(kink.x);
    const auto f = [&](double t) { return c.f(t); };
    const auto df = [&](double t) { return c.df(t); };
    const auto d2f = [&](double t) { return c.d2f(t); };
    {
      INFO("of f");
      check_extrema(facts.extrema, x, f, df, {});
    }
    {
      INFO("of f'");
      check_extrema(facts.slope_extrema, x, df, d2f, kinks);
    }
  });
}

TEST_CASE("facts: monotone") {
  for_all_cases([](const Case& c, const Facts& facts, const std::vector<double>& x) {
    CHECK(facts.monotone == !falls_somewhere(c, x));
  });
}

TEST_CASE("facts: kinks") {
  for_all_cases([](const Case& c, const Facts& facts, const std::vector<double>& x) {
    for (const Kink& kink : facts.kinks) {
      INFO("kink at " << kink.x);
      CHECK(c.df(kink.x) == kink.slope);
    }
    CHECK(std::adjacent_find(facts.kinks.begin(), facts.kinks.end(),
                             [](const Kink& a, const Kink& b) { return a.x >= b.x; }) == facts.kinks.end());
    check_jumps(c, facts, x);
  });
}

TEST_CASE("facts: at a kink f'' is that of the piece which f' is taken from") {
  for_all_cases([](const Case& c, const Facts& facts, const std::vector<double>&) {
    for (const Kink& kink : facts.kinks) {
      INFO("kink at " << kink.x);
      const double below = just_below(kink.x), above = just_above(kink.x);
      const bool left = std::fabs(c.df(below) - kink.slope) < 1e-9;
      const bool right = std::fabs(c.df(above) - kink.slope) < 1e-9;
      const bool as_left = std::fabs(c.d2f(below) - c.d2f(kink.x)) < 1e-9;
      const bool as_right = std::fabs(c.d2f(above) - c.d2f(kink.x)) < 1e-9;
      if (left && !right) CHECK(as_left);
      if (right && !left) CHECK(as_right);
      CHECK((as_left || as_right));
    }
  });
}

TEST_CASE("facts: a kink is a jump of f, f' or f''") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      const Case c = default_case(row);
      for (const Kink& kink : c.facts().kinks) {
        INFO("kink at " << kink.x);
        const double below = just_below(kink.x), above = just_above(kink.x);
        CHECK(std::fabs(c.f(below) - c.f(above)) + std::fabs(c.df(below) - c.df(above)) +
                  std::fabs(c.d2f(below) - c.d2f(above)) >
              1e-3);
      }
    }
  }
}

TEST_CASE("facts: saturation") {
  for_all_cases([](const Case& c, const Facts& facts, const std::vector<double>& x) {
    {
      INFO("left");
      check_saturation(c, facts, x, -1, facts.left);
    }
    {
      INFO("right");
      check_saturation(c, facts, x, 1, facts.right);
    }
  });
}

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "activation_cases.hpp"

/// The table of conventions in activations/limits.hpp, for every function in double and in float.

using namespace actlab;
using namespace actlab::testing;

namespace {

using Member = std::pair<std::string, std::function<double(double)>>;

/// f, f', f'' and, where there is one, the derivative by the parameter.
std::vector<Member> members(const Case& c) {
  std::vector<Member> all = {{"f", [=](double x) { return c.f(x); }},
                             {"df", [=](double x) { return c.df(x); }},
                             {"d2f", [=](double x) { return c.d2f(x); }}};
  if (c.row->dparameter) {
    all.emplace_back("dparameter", [=](double x) { return c.row->dparameter(x, c.p); });
  }
  return all;
}

struct FloatPair {
  float f, df;
};
FloatPair in_float(const Case& c, float x, int lane = -1) {
  std::vector<float> xs(lane < 0 ? 1 : 4, 0.5F), y(xs.size()), dy(xs.size());
  const std::size_t at = lane < 0 ? 0 : static_cast<std::size_t>(lane);
  xs[at] = x;
  c.row->forward_with_derivative(xs, y, dy, c.p);
  return {y[at], dy[at]};
}

void for_all_cases(const std::function<void(const Case&)>& check) {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      for (const Case& c : cases(row)) {
        INFO(c.name());
        check(c);
      }
    }
  }
}

}  // namespace

TEST_CASE("conventions: NaN gives NaN") {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  for_all_cases([&](const Case& c) {
    for (double x : {nan, -nan}) {
      for (const auto& [name, g] : members(c)) {
        INFO(name);
        CHECK(std::isnan(g(x)));
      }
      for (int lane = -1; lane < 4; ++lane) {
        const FloatPair pair = in_float(c, static_cast<float>(x), lane);
        CHECK(std::isnan(pair.f));
        CHECK(std::isnan(pair.df));
      }
    }
  });
}

TEST_CASE("conventions: infinity gives the limit") {
  const auto check_limit = [](double limit, double far) {
    REQUIRE(!std::isnan(limit));
    if (std::isinf(limit)) {
      CHECK(std::fabs(far) > 1e9);
      CHECK(std::signbit(far) == std::signbit(limit));
    } else {
      CHECK(std::fabs(far - limit) <= 1e-11 * std::fmax(1, std::fabs(limit)));
    }
  };
  for_all_cases([&](const Case& c) {
    for (double side : {-1.0, 1.0}) {
      INFO("side " << side);
      for (const auto& [name, g] : members(c)) {
        INFO(name);
        for (double far : {1e12, 1e100, 1e200, 1e300, std::numeric_limits<double>::max()}) {
          INFO("far " << far);
          check_limit(g(side * infinity), g(side * far));
        }
      }
      const auto check_float = [](double in_double, float in_float) {
        if (std::isinf(in_double)) {
          CHECK(static_cast<double>(in_float) == in_double);
        } else {
          CHECK(std::fabs(in_double - static_cast<double>(in_float)) <= 1e-7 * std::fabs(in_double));
        }
      };
      for (int lane = -1; lane < 4; ++lane) {
        const FloatPair pair = in_float(c, static_cast<float>(side * infinity), lane);
        check_float(c.f(side * infinity), pair.f);
        check_float(c.df(side * infinity), pair.df);
        for (float far : {1e10F, 1e20F, 1e30F, std::numeric_limits<float>::max()}) {
          const FloatPair there = in_float(c, static_cast<float>(side) * far, lane);
          CHECK(!std::isnan(there.f));
          CHECK(!std::isnan(there.df));
        }
      }
    }
  });
}

TEST_CASE("conventions: a finite x gives a finite slope, and no NaN") {
  for_all_cases([](const Case& c) {
    for (double x : sample_points(1e300, 7.3, 0.5)) {
      INFO("x = " << x);
      for (const auto& [name, g] : members(c)) {
        INFO(name);
        REQUIRE(!std::isnan(g(x)));
      }
      REQUIRE(std::isfinite(c.df(x)));
      REQUIRE(std::isfinite(c.d2f(x)));
    }
  });
}

TEST_CASE("conventions: both zeros give the same number") {
  for_all_cases([](const Case& c) {
    for (const auto& [name, g] : members(c)) {
      INFO(name);
      CHECK(g(0.0) == g(-0.0));
    }
    for (int lane = -1; lane < 4; ++lane) {
      CHECK(in_float(c, 0.0F, lane).f == in_float(c, -0.0F, lane).f);
      CHECK(in_float(c, 0.0F, lane).df == in_float(c, -0.0F, lane).df);
    }
  });
}

TEST_CASE("conventions: the sign of zero is kept where f passes through the origin") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      const Case c = default_case(row);
      if (c.f(0) != 0) continue;
      CHECK(!std::signbit(c.f(0.0)));
      if (c.f(-0x1p-200) < 0) {
        CHECK(std::signbit(c.f(-0.0)));
        for (int lane = -1; lane < 4; ++lane) CHECK(std::signbit(in_float(c, -0.0F, lane).f));
      }
    }
  }
}

TEST_CASE("conventions: subnormal numbers are not flushed") {
  for_all_cases([](const Case& c) {
    for (double x : {smallest, 1e-320, 1e-310, std::numeric_limits<double>::min()}) {
      for (double signed_x : {x, -x}) {
        INFO("x = " << signed_x);
        const double slope = c.df(signed_x);
        CHECK(std::fabs(slope - c.df(std::copysign(1e-290, signed_x))) <=
              4 * epsilon * std::fabs(slope) + 1e-280);
        // Four roundings in f, and one of the product here.
        const double linear = c.f(0) + slope * signed_x;
        CHECK(std::fabs(c.f(signed_x) - linear) <= 5 * smallest + 2 * epsilon * std::fabs(linear));
        if (c.f(0) == 0 && std::fabs(slope * signed_x) > 100 * smallest) CHECK(c.f(signed_x) != 0);
      }
    }
    constexpr float smallest_float = std::numeric_limits<float>::denorm_min();
    constexpr auto float_epsilon = static_cast<double>(std::numeric_limits<float>::epsilon());
    for (float x : {smallest_float, 1e-43F, 1e-40F, std::numeric_limits<float>::min()}) {
      for (float signed_x : {x, -x}) {
        INFO("x = " << signed_x);
        const double linear = c.f(0) + c.df(static_cast<double>(signed_x)) * static_cast<double>(signed_x);
        for (int lane = -1; lane < 4; ++lane) {
          const double y = static_cast<double>(in_float(c, signed_x, lane).f);
          CHECK(std::fabs(y - linear) <=
                5 * static_cast<double>(smallest_float) + 2 * float_epsilon * std::fabs(linear));
        }
      }
    }
  });
}

TEST_CASE("conventions: at a kink, what PyTorch's autograd returns") {
  const auto df = [](const char* id, double x) {
    const Activation* row = find_activation(id);
    REQUIRE(row);
    return row->df(x, row->defaults());
  };
  CHECK(df("relu", 0) == 0);
  CHECK(df("leaky_relu", 0) == 0.01);
  CHECK(df("prelu", 0) == 0.25);
  CHECK(df("rrelu", 0) == (1.0 / 8 + 1.0 / 3) / 2);
  CHECK(df("elu", 0) == 1);
  CHECK(df("selu", 0) == 1.7580993408473769);
  CHECK(df("relu6", 0) == 0);
  CHECK(df("relu6", 6) == 0);
  CHECK(df("hardtanh", -1) == 0);
  CHECK(df("hardtanh", 1) == 0);
  CHECK(df("hardsigmoid", -3) == 0);
  CHECK(df("hardsigmoid", 3) == 0);
  CHECK(df("hardswish", -3) == 0);
  CHECK(df("hardswish", 3) == 1);
  CHECK(df("softshrink", -0.5) == 0);
  CHECK(df("softshrink", 0.5) == 0);
  CHECK(df("hardshrink", -0.5) == 0);
  CHECK(df("hardshrink", 0.5) == 0);
  CHECK(df("threshold", 1) == 0);
}

TEST_CASE("conventions: at a jump the value is that of the flat piece") {
  const auto f = [](const char* id, double x) {
    const Activation* row = find_activation(id);
    REQUIRE(row);
    return row->f(x, row->defaults());
  };
  CHECK(f("hardshrink", -0.5) == 0);
  CHECK(f("hardshrink", 0.5) == 0);
  CHECK(f("threshold", 1) == 0);
}

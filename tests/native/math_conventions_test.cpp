#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "accuracy.hpp"
#include "activation_cases.hpp"
#include "core/math/dual.hpp"
#include "core/math/float4.hpp"

/// What the elementary functions promise at the edges, that the lanes of Float4 have the bits of the
/// float, and the derivatives of dual numbers.

namespace actlab::testing {
namespace {

/// Each elementary function of one variable, over any of the core's types.
template <class Visit>
void for_each_function(const Visit& visit) {
  visit("exp", [](auto x) { return exp(x); });
  visit("expm1", [](auto x) { return expm1(x); });
  visit("log", [](auto x) { return log(x); });
  visit("log10", [](auto x) { return log10(x); });
  visit("log1p", [](auto x) { return log1p(x); });
  visit("log1p_exp", [](auto x) { return log1p_exp(x); });
  visit("tanh", [](auto x) { return tanh(x); });
  visit("x_minus_tanh", [](auto x) { return x_minus_tanh(x); });
  visit("erf", [](auto x) { return erf(x); });
  visit("erfc", [](auto x) { return erfc(x); });
  visit("normal_pdf", [](auto x) { return normal_pdf(x); });
  visit("normal_cdf", [](auto x) { return normal_cdf(x); });
  visit("exp_times", [](auto x) { return exp_times(x, -abs(x)); });
  visit("normal_pdf_times", [](auto x) { return normal_pdf_times(x, x); });
  visit("normal_cdf_times", [](auto x) { return normal_cdf_times(x, x); });
}

}  // namespace

TEMPLATE_TEST_CASE("math: values at the edges", "[math]", float, double) {
  using T = TestType;
  using Limits = std::numeric_limits<T>;
  constexpr T inf = Limits::infinity(), nan = Limits::quiet_NaN(), tiny = Limits::denorm_min(),
              most = Limits::max();
  struct Edge {
    const char* name;
    T (*function)(T);
    T x, y;
  };
  const Edge table[] = {
      {"exp", exp<T>, -inf, T(0)},
      {"exp", exp<T>, -most, T(0)},
      {"exp", exp<T>, T(-0.0), T(1)},
      {"exp", exp<T>, T(0), T(1)},
      {"exp", exp<T>, tiny, T(1)},
      {"exp", exp<T>, most, inf},
      {"exp", exp<T>, inf, inf},
      {"expm1", expm1<T>, -inf, T(-1)},
      {"expm1", expm1<T>, T(-0.0), T(-0.0)},
      {"expm1", expm1<T>, T(0), T(0)},
      {"expm1", expm1<T>, -tiny, -tiny},
      {"expm1", expm1<T>, tiny, tiny},
      {"expm1", expm1<T>, most, inf},
      {"expm1", expm1<T>, inf, inf},
      {"log", log<T>, T(-1), nan},
      {"log", log<T>, -inf, nan},
      {"log", log<T>, -tiny, nan},
      {"log", log<T>, T(-0.0), -inf},
      {"log", log<T>, T(0), -inf},
      {"log", log<T>, T(1), T(0)},
      {"log", log<T>, inf, inf},
      {"log10", log10<T>, T(1), T(0)},
      {"log1p", log1p<T>, T(-2), nan},
      {"log1p", log1p<T>, -inf, nan},
      {"log1p", log1p<T>, T(-1), -inf},
      {"log1p", log1p<T>, T(-0.0), T(-0.0)},
      {"log1p", log1p<T>, T(0), T(0)},
      {"log1p", log1p<T>, -tiny, -tiny},
      {"log1p", log1p<T>, tiny, tiny},
      {"log1p", log1p<T>, inf, inf},
      {"log1p_exp", log1p_exp<T>, -inf, T(0)},
      {"log1p_exp", log1p_exp<T>, inf, inf},
      {"log1p_exp", log1p_exp<T>, most, most},
      {"tanh", tanh<T>, -inf, T(-1)},
      {"tanh", tanh<T>, T(-0.0), T(-0.0)},
      {"tanh", tanh<T>, -tiny, -tiny},
      {"tanh", tanh<T>, tiny, tiny},
      {"tanh", tanh<T>, inf, T(1)},
      {"x_minus_tanh", x_minus_tanh<T>, -inf, -inf},
      {"x_minus_tanh", x_minus_tanh<T>, T(-0.0), T(-0.0)},
      {"x_minus_tanh", x_minus_tanh<T>, inf, inf},
      {"erf", erf<T>, -inf, T(-1)},
      {"erf", erf<T>, T(-0.0), T(-0.0)},
      {"erf", erf<T>, inf, T(1)},
      {"erfc", erfc<T>, -inf, T(2)},
      {"erfc", erfc<T>, inf, T(0)},
      {"erfc", erfc<T>, T(0), T(1)},
      {"normal_pdf", normal_pdf<T>, -inf, T(0)},
      {"normal_pdf", normal_pdf<T>, inf, T(0)},
      {"normal_cdf", normal_cdf<T>, -inf, T(0)},
      {"normal_cdf", normal_cdf<T>, inf, T(1)},
      {"normal_cdf", normal_cdf<T>, T(0), T(0.5)},
  };
  for (const Edge& edge : table) {
    const T y = edge.function(edge.x);
    INFO(edge.name << " at " << edge.x << " is " << y << ", not " << edge.y);
    CHECK((std::isnan(edge.y) ? std::isnan(y) : y == edge.y && std::signbit(y) == std::signbit(edge.y)));
  }
  for_each_function([&](const char* name, auto function) {
    INFO(name);
    CHECK(std::isnan(function(nan)));
    CHECK(std::isnan(function(-nan)));
  });
  CHECK(exp_times(most, -most) == 0);
  CHECK(normal_cdf_times(-inf, -inf) == 0);
  CHECK(normal_cdf_times(inf, inf) == inf);
}

TEST_CASE("math: a lane of Float4 has the bits of the float", "[math]") {
  std::vector<float> x = sweep<float>(100'000);
  for (float special : {0.0F, -0.0F, INFINITY, -INFINITY, NAN}) x.push_back(special);
  while (x.size() % Float4::lanes != 0) x.push_back(1);
  for_each_function([&](const char* name, auto function) {
    INFO(name);
    std::size_t different = 0;
    for (std::size_t i = 0; i < x.size(); i += Float4::lanes) {
      const Float4 y = function(Float4::load(&x[i]));
      for (int lane = 0; lane < Float4::lanes; ++lane) {
        if (!same_bits(y[lane], function(x[i + static_cast<std::size_t>(lane)]))) ++different;
      }
    }
    CHECK(different == 0);
  });
}

TEST_CASE("math: the words of Float4 are those of float", "[math]") {
  const float values[] = {-INFINITY, -2.5F, -1, -0.0F, 0, 0.3F, 1, 7.5F, INFINITY, NAN};
  for (float a : values) {
    for (float b : values) {
      INFO(a << ", " << b);
      const Float4 p(a), q(b);
      CHECK(same_bits((p + q)[1], a + b));
      CHECK(same_bits((p - q)[1], a - b));
      CHECK(same_bits((p * q)[2], a * b));
      CHECK(same_bits((p / q)[2], a / b));
      CHECK(same_bits(min(p, q)[0], min(a, b)));
      CHECK(same_bits(max(p, q)[3], max(a, b)));
      CHECK(same_bits(copysign(p, q)[3], copysign(a, b)));
      CHECK((p < q).v[0] == (a < b ? -1 : 0));
      CHECK((p <= q).v[1] == (a <= b ? -1 : 0));
      CHECK((p > q).v[2] == (a > b ? -1 : 0));
      CHECK((p >= q).v[3] == (a >= b ? -1 : 0));
      CHECK((p == q).v[0] == (a == b ? -1 : 0));
      CHECK((p != q).v[0] == (a != b ? -1 : 0));
      CHECK(same_bits(select(p < q || p > q, p, q)[0], a < b || a > b ? a : b));
      CHECK(same_bits(select(!(p < q) && q == q, p, q)[0], !(a < b) && b == b ? a : b));
    }
    CHECK(same_bits(abs(Float4(a))[0], abs(a)));
    CHECK(same_bits(sqrt(Float4(a))[1], sqrt(a)));
    CHECK(same_bits(floor(Float4(a))[2], floor(a)));
    CHECK(same_bits((-Float4(a))[3], -a));
  }
}

TEST_CASE("math: dual numbers have the derivatives of finite differences", "[math]") {
  for_each_function([](const char* name, auto function) {
    for (double x : {0.3, 0.7, 1.3, 2.6, -0.2, -0.6, -1.7, -4.1}) {
      const double h = 1e-3;  // error of the five-point rule: f⁽⁵⁾h⁴/30
      const double difference =
          (8 * (function(x + h) - function(x - h)) - (function(x + 2 * h) - function(x - 2 * h))) / (12 * h);
      if (std::isnan(difference)) continue;  // log of a negative number
      const double derivative = function(Dual<double>::variable(x)).derivative;
      INFO(name << " at " << x << ": " << derivative << ", difference " << difference);
      CHECK(std::fabs(derivative - difference) <= 3e-10 * (1 + std::fabs(derivative)));
    }
  });
  // The words that are no elementary functions: on (x, 1) and the constant 2.
  using D = Dual<double>;
  const D x = D::variable(-1.5), two(2.0);
  CHECK((x * x / (two + x)).derivative == (2 * -1.5 * 0.5 - 2.25) / 0.25);
  CHECK((-x - two).derivative == -1);
  CHECK(abs(x).derivative == -1);
  CHECK(min(x, two).derivative == 1);
  CHECK(max(x, two).derivative == 0);
  CHECK(sqrt(x * x).derivative == -1);
  CHECK(copysign(x, two).derivative == -1);
  CHECK(copysign(x, -two).derivative == 1);
  CHECK(select(x < two, x * two, two).derivative == 2);
  CHECK(floor(x).derivative == 0);
}

}  // namespace actlab::testing

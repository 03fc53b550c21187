#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>

#include "activation_cases.hpp"

using namespace actlab;
using namespace actlab::testing;

namespace {

struct KnownAnswer {
  const char* id;
  Parameters p;
  double x, f, df, d2f;
};

const KnownAnswer known_answers[] = {
#include "../reference/activations.inc"
};

Case find(const char* id, const Parameters& p) {
  const Activation* row = find_activation(id);
  REQUIRE(row);
  return {row, p};
}
Case find(const char* id) {
  const Activation* row = find_activation(id);
  REQUIRE(row);
  return default_case(*row);
}

/// g at points over the whole useful range.
void for_all_points(const std::function<void(double)>& check) {
  for (double x : sample_points(700, 1.5, 0.1)) {
    INFO("x = " << x);
    check(x);
  }
}

bool close(double a, double b, double scale) {
  return std::fabs(a - b) <= 16 * epsilon * scale + 256 * smallest;
}

}  // namespace

TEST_CASE("known answers: values and derivatives computed with 1000 digits") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      for (const KnownAnswer& known : known_answers) {
        if (known.id != row.info.id) continue;
        const Case c{&row, known.p};
        INFO(c.name() << " at x = " << known.x);
        // A few roundings of the result, and as much again for those of an argument.
        const double f_scale = std::fabs(known.f) + std::fabs(known.x * known.df);
        const double df_scale = std::fabs(known.df) + std::fabs(known.x * known.d2f);
        INFO("f: " << c.f(known.x) << " and " << known.f);
        CHECK(close(c.f(known.x), known.f, f_scale));
        INFO("f': " << c.df(known.x) << " and " << known.df);
        CHECK(close(c.df(known.x), known.df, df_scale));
        INFO("f'': " << c.d2f(known.x) << " and " << known.d2f);
        CHECK(close(c.d2f(known.x), known.d2f, 16 * std::fabs(known.d2f) + std::fabs(known.x * known.d2f)));
      }
    }
  }
}

TEST_CASE("known answers: they belong to functions that exist") {
  for (const KnownAnswer& known : known_answers) {
    const Activation* row = find_activation(known.id);
    REQUIRE(row);
    for (std::size_t i = 0; i < row->info.parameters.size(); ++i) {
      CHECK(known.p[i] >= row->info.parameters[i].min);
      CHECK(known.p[i] <= row->info.parameters[i].max);
    }
    CHECK(!out_of_order(*row, known.p));
  }
}

TEST_CASE("identities: mirror images") {
  const Case sigmoid = find("sigmoid"), softplus = find("softplus"), logsigmoid = find("logsigmoid");
  for_all_points([&](double x) {
    CHECK(close(sigmoid.f(-x), 1 - sigmoid.f(x), 1));
    CHECK(close(softplus.f(x) - softplus.f(-x), x, 1 + std::fabs(x)));
    CHECK(close(logsigmoid.f(x), -softplus.f(-x), std::fabs(logsigmoid.f(x))));
    CHECK(softplus.df(x) == sigmoid.f(x));
    for (const char* odd : {"tanh", "softsign", "tanhshrink", "softshrink", "hardshrink", "hardtanh"}) {
      INFO(odd);
      CHECK(find(odd).f(-x) == -find(odd).f(x));
      CHECK(find(odd).df(-x) == find(odd).df(x));
    }
    for (const char* gated : {"gelu", "gelu_tanh", "gelu_sigmoid", "silu"}) {
      INFO(gated);
      const Case c = find(gated);
      CHECK(close(c.f(x) - c.f(-x), x, std::fabs(x)));
      CHECK(close(c.df(x) + c.df(-x), 1, 2));
    }
  });
}

TEST_CASE("identities: one function by another") {
  const double lambda = 1.0507009873554805, alpha = 1.6732632423543773;
  for_all_points([&](double x) {
    const double rounding = 1 + std::fabs(x);  // of 2x, βx …
    CHECK(close(find("tanh").f(x), 2 * find("sigmoid").f(2 * x) - 1, 1));
    CHECK(find("celu", {1.0}).f(x) == find("elu", {1.0}).f(x));
    CHECK(find("prelu", {0.01}).f(x) == find("leaky_relu", {0.01}).f(x));
    CHECK(find("rrelu", {0.25, 0.25}).f(x) == find("leaky_relu", {0.25}).f(x));
    CHECK(close(find("selu").f(x), lambda * find("elu", {alpha}).f(x), rounding));
    CHECK(find("swish", {1.0}).f(x) == find("silu").f(x));
    CHECK(find("swish", {0.0}).f(x) == x / 2);
    CHECK(close(find("swish", {3.0}).f(x), find("silu").f(3 * x) / 3, rounding));
    CHECK(close(find("softplus", {4.0}).f(x), find("softplus").f(4 * x) / 4, rounding));
    CHECK(close(find("hardswish").f(x), x * find("hardsigmoid").f(x), rounding));
    CHECK(close(find("mish").f(x), x * find("tanh").f(find("softplus").f(x)), rounding));
    CHECK(close(find("tanhshrink").f(x), x - find("tanh").f(x), rounding));
    CHECK(find("relu6", {6.0}).f(x) == std::fmin(find("relu").f(x), 6));
    CHECK(find("squared_relu").f(x) == find("relu").f(x) * find("relu").f(x));
  });
}

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "activation_cases.hpp"
#include "core/random.hpp"
#include "core/vector_registry.hpp"

using namespace actlab;
using namespace actlab::testing;

namespace {

using Vector = std::vector<double>;

std::vector<Vector> inputs() {
  std::vector<Vector> all = {{0}, {3}, {1, 2, 3}, {0, 0}, {1000, 1001, 1002}, {-800, 0, 800}, {1, 40}};
  Random random(7);
  for (std::size_t n : {2U, 5U, 17U, 64U}) {
    Vector x(n);
    for (double& xi : x) xi = 3 * random.normal();
    all.push_back(x);
  }
  return all;
}

const VectorFunction& vector_function(const std::string& id) {
  for (const VectorFunction& row : vector_functions()) {
    if (row.info.id == id) return row;
  }
  FAIL("no vector function " << id);
  return vector_functions().front();
}

Vector values(const VectorFunction& row, const Vector& x) {
  Vector y(x.size());
  row.f(x, y);
  return y;
}
Vector jacobian(const VectorFunction& row, const Vector& x) {
  Vector j(x.size() * x.size());
  row.jacobian(x, j);
  return j;
}

/// Central difference of order 4.
template <class G>
double slope(G g, double x) {
  const double h = 0x1p-9;
  return (8 * (g(x + h) - g(x - h)) - (g(x + 2 * h) - g(x - 2 * h))) / (12 * h);
}

}  // namespace

TEST_CASE("vector functions: ids are unique in both lists") {
  std::set<std::string_view> ids;
  for (const auto& row : registry()) CHECK(ids.insert(row.info.id).second);
  for (const auto& row : vector_functions()) CHECK(ids.insert(row.info.id).second);
  for (const auto& row : gated_units()) CHECK(ids.insert(row.info.id).second);
}

TEST_CASE("vector functions: the Jacobian is the slope") {
  for (const VectorFunction& row : vector_functions()) {
    DYNAMIC_SECTION(row.info.id) {
      for (const Vector& x : inputs()) {
        const std::size_t n = x.size();
        const Vector j = jacobian(row, x);
        for (std::size_t k = 0; k < n; ++k) {
          for (std::size_t i = 0; i < n; ++i) {
            const double difference = slope(
                [&](double t) {
                  Vector moved = x;
                  moved[k] = t;
                  return values(row, moved)[i];
                },
                x[k]);
            const double size = std::fmax(1, std::fabs(values(row, x)[i]));
            CHECK(std::fabs(j[i * n + k] - difference) < 1e-10 * size);
          }
        }
      }
    }
  }
}

TEST_CASE("softmax: a distribution, whatever constant is added") {
  const VectorFunction& softmax = vector_function("softmax");
  for (const Vector& x : inputs()) {
    const Vector p = values(softmax, x);
    double sum = 0;
    for (double pi : p) {
      CHECK(pi >= 0);
      CHECK(pi <= 1);
      sum += pi;
    }
    CHECK(std::fabs(sum - 1) < 1e-14);

    Vector shifted = x;
    for (double& xi : shifted) xi += 512;
    const Vector same = values(softmax, shifted);
    for (std::size_t i = 0; i < p.size(); ++i) CHECK(std::fabs(p[i] - same[i]) <= 1e-12 * p[i]);

    const Vector logs = values(vector_function("log_softmax"), x);
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (p[i] > 1e-300)
        CHECK(std::fabs(std::log(p[i]) - logs[i]) <= 1e-12 * std::fmax(1, std::fabs(logs[i])));
    }
  }
}

TEST_CASE("softmax: its Jacobian is symmetric and its rows sum to 0") {
  for (const Vector& x : inputs()) {
    const std::size_t n = x.size();
    const Vector j = jacobian(vector_function("softmax"), x);
    for (std::size_t i = 0; i < n; ++i) {
      double sum = 0;
      for (std::size_t k = 0; k < n; ++k) {
        CHECK(j[i * n + k] == j[k * n + i]);
        CHECK(j[i * n + k] <= 0.25);
        CHECK(j[i * n + k] >= -0.25);
        sum += j[i * n + k];
      }
      CHECK(std::fabs(sum) < 1e-15);
    }
  }
}

TEST_CASE("softmax: known answers") {
  const Vector p = values(vector_function("softmax"), {1, 2, 3});
  const Vector j = jacobian(vector_function("softmax"), {1, 2, 3});
  const auto near = [](double a, double b) { return std::fabs(a - b) < 1e-11; };
  CHECK(near(p[0], 0.09003057317038));
  CHECK(near(p[1], 0.24472847105480));
  CHECK(near(p[2], 0.66524095577482));
  CHECK(near(j[0], 0.081925069065));
  CHECK(near(j[1], -0.0220330445202));
  CHECK(near(j[2], -0.0598920245448));
  CHECK(near(j[4], 0.18483644651));
  CHECK(near(j[5], -0.16280340199));
  CHECK(near(j[8], 0.222695426535));

  // The logistic sigmoid is the softmax of (x, 0); the slope does not cancel where p is close to 1.
  for (double x : {-30.0, -2.0, 0.0, 0.5, 30.0}) {
    const Case sigmoid = default_case(*find_activation("sigmoid"));
    const double expected = sigmoid.f(x), slope_expected = sigmoid.df(x);
    CHECK(std::fabs(values(vector_function("softmax"), {x, 0})[0] - expected) <= 1e-14 * expected);
    CHECK(std::fabs(jacobian(vector_function("softmax"), {x, 0})[0] - slope_expected) <=
          1e-14 * slope_expected);
  }
}

TEST_CASE("gated units: value times gate, with both partial derivatives") {
  const std::vector<std::pair<std::string, std::string>> gates = {
      {"glu", "sigmoid"}, {"reglu", "relu"}, {"geglu", "gelu"}, {"swiglu", "silu"}};
  REQUIRE(gated_units().size() == gates.size());
  for (std::size_t i = 0; i < gates.size(); ++i) {
    const GatedUnit& unit = gated_units()[i];
    DYNAMIC_SECTION(unit.info.id) {
      REQUIRE(unit.info.id == gates[i].first);
      const Case gate = default_case(*find_activation(gates[i].second));
      for (double a : {-3.0, -0.5, 0.0, 1.25, 4.0}) {
        for (double b : {-2.5, -0.75, 0.3, 1.0, 3.5}) {
          INFO("a = " << a << ", b = " << b);
          CHECK(unit.f(a, b) == a * gate.f(b));
          CHECK(std::fabs(unit.df_da(a, b) - slope([&](double t) { return unit.f(t, b); }, a)) < 1e-10);
          CHECK(std::fabs(unit.df_db(a, b) - slope([&](double t) { return unit.f(a, t); }, b)) < 1e-9);
        }
      }
    }
  }
}

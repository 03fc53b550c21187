#include "core/curve.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace actlab;

namespace {

Function function_of(const char* id) {
  const Activation* row = find_activation(id);
  REQUIRE(row);
  return {row, row->defaults()};
}

Point at(const char* id, double x) { return evaluate({function_of(id), x}).value(); }

}  // namespace

TEST_CASE("curve: closed form, dual number and central difference agree away from kinks") {
  for (const Activation& row : registry()) {
    INFO(row.info.id);
    const Function function{&row, row.defaults()};
    const auto worst = compare_derivatives({function, -8, 8, 1601}).value();
    // A few roundings of a slope near 1; for the difference those of f over its step, 2⁻¹⁰, and h⁴.
    CHECK(worst.dual_number.gap <= 0x1p-50);
    CHECK(worst.difference.gap <= 1e-10);
  }
}

TEST_CASE("curve: a derivative that is NaN disagrees most, wherever it stands") {
  Activation broken = *find_activation("tanh");
  broken.df = [](double x, const Parameters&) { return x == 1 ? double{NAN} : 0.0; };
  const auto worst = compare_derivatives({{&broken, {}}, -8, 8, 1601}).value();
  for (const Disagreement& one : {worst.dual_number, worst.difference}) {
    CHECK(std::isnan(one.gap));
    CHECK(one.x == 1);
  }
}

TEST_CASE("curve: at a kink of ReLU the central difference is the mean of both slopes") {
  const Point kink = at("relu", 0);
  CHECK(kink.df == 0);
  CHECK(kink.df_difference == 0.5);  // (8h − 2h)/12h
  CHECK(kink.difference_gap == 0.5);
  CHECK(kink.step == 0x1p-10);
  CHECK(kink.difference_crosses_kink);
}

TEST_CASE("curve: a difference crosses a kink within two of its steps") {
  const double h = at("relu", 0).step;
  CHECK(at("relu", 2 * h).difference_crosses_kink);
  CHECK(at("relu", 2 * h).difference_gap == 0);  // touching it does no harm
  CHECK(at("relu", h).difference_gap > 0.01);
  CHECK_FALSE(at("relu", std::nextafter(2 * h, 1)).difference_crosses_kink);
  CHECK_FALSE(at("sigmoid", 0).difference_crosses_kink);
  CHECK(at("hardswish", 3).step == 3 * 0x1p-10);
}

TEST_CASE("curve: the piece that holds is counted from the left") {
  const auto piece = [](const char* id, double x) { return at(id, x).piece; };
  CHECK(piece("sigmoid", 1) == 0);
  CHECK(piece("relu", -1) == 0);
  CHECK(piece("relu", 1) == 1);
  CHECK(piece("hardtanh", -1.5) == 0);
  CHECK(piece("hardtanh", 0.5) == 1);
  CHECK(piece("hardtanh", 1.5) == 2);
  CHECK(piece("hardtanh", 1) == 1);
  CHECK(at("hardtanh", 1).at_kink);
  CHECK_FALSE(at("hardtanh", 0.999).at_kink);
}

#include "core/labs/phase_diagram.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using namespace actlab;
using Catch::Matchers::WithinAbs;

namespace {

PhaseRow row_of(const char* id, int row, const char* rows = "sigma_b", const char* normalisation = "none") {
  const Activation* activation = find_activation(id);
  REQUIRE(activation);
  return phase_row({.function = {activation, activation->defaults()},
                    .rows = rows,
                    .normalisation = normalisation,
                    .row = row})
      .value();
}

}  // namespace

TEST_CASE("phase diagram: the slope changes its sign at the critical line", "[labs]") {
  const PhaseRow row = row_of("tanh", 4);
  CHECK_THAT(row.value, WithinAbs(0.2, 1e-12));
  REQUIRE(row.sigma_w.size() == row.slope.size());
  CHECK_THAT(row.critical_sigma_w, WithinAbs(std::sqrt(1.7007963721), 1e-9));  // σ_b² = 0.04
  for (std::size_t i = 0; i < row.slope.size(); ++i) {
    INFO("sigma_w = " << row.sigma_w[i]);
    if (row.sigma_w[i] < 0.95 * row.critical_sigma_w) CHECK(row.slope[i] < 0);
    if (row.sigma_w[i] > 1.05 * row.critical_sigma_w) CHECK(row.slope[i] > 0);
  }
}

TEST_CASE("phase diagram: slices of a row are the row", "[labs]") {
  const PhaseRow whole = row_of("tanh", 7);
  PhaseRowRequest request = phase_row_schema().initial();
  request.row = 7;
  request.columns = 20;
  std::vector<double> sigma_w, slope;
  for (request.first_column = 0; request.first_column < whole.column_count; request.first_column += 20) {
    const PhaseRow slice = phase_row(request).value();
    sigma_w.insert(sigma_w.end(), slice.sigma_w.begin(), slice.sigma_w.end());
    slope.insert(slope.end(), slice.slope.begin(), slice.slope.end());
    CHECK(std::isnan(slice.critical_sigma_w) == (request.first_column > 0));
  }
  CHECK(sigma_w == whole.sigma_w);
  CHECK(slope == whole.slope);
}

TEST_CASE("phase diagram: critical deviations without biases", "[labs]") {
  CHECK_THAT(row_of("relu", 0).critical_sigma_w, WithinAbs(std::sqrt(2.0), 1e-9));
  CHECK_THAT(row_of("tanh", 0).critical_sigma_w, WithinAbs(1, 1e-6));
  CHECK_THAT(row_of("sigmoid", 0).critical_sigma_w, WithinAbs(10.14926371, 1e-8));
  CHECK(std::isnan(row_of("softplus", 0).critical_sigma_w));
  CHECK(std::isnan(row_of("gelu", 0).critical_sigma_w));
  CHECK(std::isnan(row_of("relu", 5).critical_sigma_w));  // ReLU has a point, no line
}

TEST_CASE("phase diagram: by depth, and with normalisation the weights do not matter", "[labs]") {
  const PhaseRow deep = row_of("relu", 23, "depth");
  CHECK(deep.value == 96);
  for (std::size_t i = 0; i < deep.slope.size(); ++i) {
    CHECK_THAT(deep.slope[i], WithinAbs(std::log10(deep.sigma_w[i] / std::sqrt(2.0)), 1e-9));
  }
  const PhaseRow normalised = row_of("gelu", 10, "depth", "rms");
  for (std::size_t i = 1; i < normalised.slope.size(); ++i) {
    CHECK_THAT(normalised.slope[i] - normalised.slope[0], WithinAbs(0, 0.2));
  }
}

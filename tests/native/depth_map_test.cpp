#include "core/labs/depth_map.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "core/labs/training.hpp"

using namespace actlab;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// All columns.
std::vector<DepthMapColumn> map_of(const char* id, const char* normalisation = "none") {
  const Activation* activation = find_activation(id);
  REQUIRE(activation);
  std::vector<DepthMapColumn> columns;
  do {
    const int column = static_cast<int>(columns.size());
    columns.push_back(
        depth_map_column({{activation, activation->defaults()}, normalisation, column}).value());
  } while (double(columns.size()) < columns[0].column_count);
  return columns;
}

/// The loss that a network of the map reaches.
double trained_loss(const char* id, double sigma_w, double depth, double rate, std::uint32_t seed) {
  const Activation* activation = find_activation(id);
  const auto run = TrainingRun::begin({.function = {activation, activation->defaults()},
                                       .data = "moons",
                                       .initialisation = "lecun_normal",
                                       .gain = sigma_w,
                                       .depth = static_cast<int>(depth),
                                       .width = 24,
                                       .rate = rate,
                                       .seed = seed});
  run.value()->advance(400);
  return run.value()->report().train_loss;
}

}  // namespace

TEST_CASE("depth map: with ReLU each layer multiplies the gradient by σ_w/√2", "[labs]") {
  const auto map = map_of("relu");
  CHECK_THAT(map[0].critical_sigma_w, WithinRel(std::sqrt(2.0), 1e-9));
  for (const DepthMapColumn& column : map) {
    REQUIRE(column.decades.size() == column.depth.size());
    for (std::size_t row = 0; row < column.depth.size(); ++row) {
      INFO("sigma_w " << column.sigma_w << ", depth " << column.depth[row]);
      const double expected = (column.depth[row] - 1) * std::log10(column.sigma_w / std::sqrt(2.0));
      CHECK_THAT(column.decades[row], WithinAbs(expected, 1e-9));
    }
  }
}

TEST_CASE("depth map: the gradient is level near the critical σ_w alone, the more so the deeper", "[labs]") {
  for (const char* id : {"sigmoid", "tanh", "relu"}) {
    const auto map = map_of(id);
    const double critical = map[0].critical_sigma_w;
    for (const DepthMapColumn& column : map) {
      INFO(id << ", sigma_w " << column.sigma_w);
      for (std::size_t row = 1; row < column.depth.size(); ++row) {
        if (column.sigma_w < 0.95 * critical) CHECK(column.decades[row] < column.decades[row - 1]);
        // The first layers do not yet have the variance of the fixed point.
        if (column.sigma_w > 1.3 * critical && column.depth[row] > 8)
          CHECK(column.decades[row] > column.decades[row - 1]);
      }
    }
  }
  CHECK_THAT(map_of("sigmoid")[0].critical_sigma_w, WithinAbs(10.14926371, 1e-8));
}

TEST_CASE("depth map: columns ascend by a factor, and each has the map's rows", "[labs]") {
  const auto map = map_of("gelu");
  for (std::size_t i = 1; i < map.size(); ++i) {
    CHECK_THAT(map[i].sigma_w / map[i - 1].sigma_w, WithinRel(std::pow(2, 0.25), 1e-12));
    CHECK(map[i].depth == map[0].depth);
    CHECK(std::isnan(map[i].critical_sigma_w));
  }
}

TEST_CASE("depth map: no critical line where there is none, and no theory with normalisation", "[labs]") {
  CHECK(std::isnan(map_of("softplus")[0].critical_sigma_w));
  const auto normalised = map_of("relu", "batch");
  CHECK(normalised[3].sigma_w == map_of("relu")[3].sigma_w);
  CHECK(std::isnan(normalised[0].critical_sigma_w));
  CHECK(normalised[0].decades.empty());
}

TEST_CASE("depth map: networks learn inside the strip and not far outside, whatever the seed", "[labs]") {
  struct Sample {
    const char* id;
    double inside, outside, depth, rate;
  };
  for (const auto& [id, inside, outside, depth, rate] :
       {Sample{"relu", 1.41, 0.6, 16, 0.01}, Sample{"sigmoid", 8, 1, 10, 0.03}}) {
    INFO(id << ", depth " << depth);
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
      CHECK(trained_loss(id, inside, depth, rate, seed) < 0.35);
      CHECK_THAT(trained_loss(id, outside, depth, rate, seed), WithinAbs(std::log(2.0), 0.02));
    }
  }
}

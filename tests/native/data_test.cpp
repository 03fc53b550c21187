#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "core/data/images.hpp"
#include "core/data/shapes.hpp"
#include "core/math/circle.hpp"

using namespace actlab;

namespace {

/// The inputs as they were before they were standardised.
double original(const DataSet& data, float x) { return data.mean + data.deviation * static_cast<double>(x); }

}  // namespace

TEST_CASE("data: circular functions", "[math]") {
  for (int i = -4000; i <= 4000; ++i) {
    const double t = i / 777.0;
    const long double angle = 6.283185307179586476925286766559L * static_cast<long double>(t);
    CHECK_FALSE(std::fabs(circle(t).cosine - static_cast<double>(std::cos(angle))) > 3e-16);
    CHECK_FALSE(std::fabs(circle(t).sine - static_cast<double>(std::sin(angle))) > 3e-16);
  }
  CHECK(circle(0.25).cosine == 0);
  CHECK(circle(0.25).sine == 1);
  CHECK(circle(-0.5).cosine == -1);
}

TEST_CASE("data: every set is standardised, has both classes in turn, and a test part of its own", "[labs]") {
  for (const Choice& choice : shape_choices()) {
    INFO(choice.id);
    const DataSet data = draw_shape(choice.id, 200, 0.05, 3);
    CHECK(data.train.count() == 200);
    CHECK(data.test.count() == 200);
    CHECK(data.train.x.size() == 200 * data.inputs);
    double sum = 0, squares = 0;
    for (const float x : data.train.x) {
      sum += static_cast<double>(x);
      squares += static_cast<double>(x) * static_cast<double>(x);
    }
    const auto count = static_cast<double>(data.train.x.size());
    CHECK(std::fabs(sum / count) < 1e-6);
    CHECK(std::fabs(squares / count - 1) < 1e-6);
    CHECK(data.train.x != data.test.x);
    CHECK(draw_shape(choice.id, 200, 0.05, 3).train.x == data.train.x);
    CHECK(draw_shape(choice.id, 200, 0.05, 4).train.x != data.train.x);
    if (data.classes == 2) CHECK(std::count(data.train.y.begin(), data.train.y.end(), 1.0F) == 100);
  }
}

TEST_CASE("data: without noise the points lie on their shapes", "[labs]") {
  const auto points = [](const char* id, auto&& check) {
    const DataSet data = draw_shape(id, 300, 0, 5);
    for (std::size_t i = 0; i < 300; ++i) {
      check(original(data, data.train.x[2 * i]), original(data, data.train.x[2 * i + 1]),
            data.train.y[i] == 1);
    }
  };
  constexpr double tolerance = 1e-6;
  points("circles", [](double x, double y, bool inner) {
    CHECK_FALSE(std::fabs(std::hypot(x, y) - (inner ? 0.5 : 1)) > tolerance);
  });
  points("xor", [](double x, double y, bool different) { CHECK_FALSE((x * y < 0) != different); });
  points("moons", [](double x, double y, bool lower) {
    const double cx = lower ? 0.5 : -0.5, cy = lower ? 0.25 : -0.25;
    CHECK_FALSE(std::fabs(std::hypot(x - cx, y - cy) - 1) > tolerance);
    CHECK_FALSE((lower ? y > cy + tolerance : y < cy - tolerance));
  });
  points("spirals", [](double x, double y, bool second) {
    const double s = (std::hypot(x, y) - 0.1) / 0.9,
                 angle = 6.283185307179586 * (1.5 * s + (second ? 0.5 : 0));
    CHECK_FALSE((s < -tolerance || s > 1 + tolerance));
    CHECK_FALSE(std::fabs(std::hypot(x, y) * std::cos(angle) - x) > 1e-5);
  });
  const DataSet curve = draw_shape("curve", 300, 0, 5);
  CHECK(curve.classes == 0);
  for (std::size_t i = 0; i < 300; ++i) {
    const double x = original(curve, curve.train.x[i]);
    CHECK_FALSE(std::fabs(static_cast<double>(curve.train.y[i]) - std::sin(6.283185307179586 * x)) > 1e-5);
  }
}

TEST_CASE("data: noise has its deviation", "[labs]") {
  const DataSet data = draw_shape("circles", 2000, 0.1, 6);
  double squares = 0;
  for (std::size_t i = 0; i < 2000; ++i) {
    const double radius =
        std::hypot(original(data, data.train.x[2 * i]), original(data, data.train.x[2 * i + 1]));
    const double off = radius - (data.train.y[i] == 1 ? 0.5 : 1);
    squares += off * off / 2000;
  }
  CHECK(std::fabs(std::sqrt(squares) - 0.1) < 0.006);
}

TEST_CASE("data: images come out as they went in", "[labs]") {
  // two training images and a test image of 2 × 2 pixels, of the classes 2, 0 and 1
  const std::uint8_t bytes[] = {2, 3, 2, 0, 1, 0, 0b11100100, 0b00001100, 0b10011010, 2, 0, 1};
  const auto counts = load_images(bytes);
  REQUIRE(counts.ok());
  CHECK(counts.value().train == 2);
  const auto data = image_data();
  REQUIRE(data);
  const double expected[] = {0, 1, 2, 3, 0, 3, 0, 0};
  for (std::size_t i = 0; i < 8; ++i)
    CHECK(std::fabs(original(*data, data->train.x[i]) - expected[i]) < 1e-5);
  CHECK(data->train.y == std::vector<float>{2, 0});
  CHECK(std::fabs(original(*data, data->test.x[2]) - 1) < 1e-5);
  CHECK(data->test.y == std::vector<float>{1});
  CHECK(data->classes == 3);

  const auto refused = load_images(std::span(bytes).first(11));
  CHECK_FALSE(refused.ok());
  CHECK(image_data() == data);  // the earlier ones are still there
}

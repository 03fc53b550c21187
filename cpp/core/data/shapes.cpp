#include "core/data/shapes.hpp"

#include "core/math/circle.hpp"
#include "core/random.hpp"

namespace actlab {
namespace {

struct Point {
  double x, y;
};

/// A point of a class, before noise; s runs evenly over (0, 1) within each class.
using Draw = Point (*)(int label, double s, Random& random);

/// One and a half turns outwards, the second arm half a turn behind the first.
Point spiral(int label, double s, Random&) {
  const double radius = 0.1 + 0.9 * s;
  const CirclePoint p = circle(1.5 * s + 0.5 * label);
  return {radius * p.cosine, radius * p.sine};
}

/// Two half circles that reach into each other.
Point moon(int label, double s, Random&) {
  const CirclePoint p = circle(0.5 * s);
  return label == 0 ? Point{p.cosine - 0.5, p.sine - 0.25} : Point{0.5 - p.cosine, 0.25 - p.sine};
}

/// One circle around another of half its radius.
Point two_circles(int label, double s, Random&) {
  const CirclePoint p = circle(s);
  const double radius = label == 0 ? 1 : 0.5;
  return {radius * p.cosine, radius * p.sine};
}

/// The quarters of a square, opposite ones alike: class 1 where x and y have different signs.
Point exclusive_or(int label, double s, Random& random) {
  const double side = s < 0.5 ? 1 : -1;
  const double x = side * random.uniform(), y = side * random.uniform();
  return {x, label == 0 ? y : -y};
}

/// y = sin 2πx for x from −1 to 1.
Point sine(int, double s, Random&) { return {2 * s - 1, circle(2 * s - 1).sine}; }

struct Shape {
  Choice choice;
  Draw draw;
  bool classes = true;
};

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> list{
      {{"spirals", {"two spirals", "双螺旋"}}, spiral},
      {{"moons", {"two moons", "双月牙"}}, moon},
      {{"circles", {"two circles", "同心圆"}}, two_circles},
      {{"xor", {"exclusive or", "异或（XOR）"}}, exclusive_or},
      {{"curve", {"a curve (regression)", "曲线（回归）"}}, sine, false},
  };
  return list;
}

Examples draw_examples(const Shape& shape, std::size_t count, double noise, Random random) {
  Examples examples;
  for (std::size_t i = 0; i < count; ++i) {
    const int label = shape.classes ? static_cast<int>(i % 2) : 0;
    const std::size_t of_class = shape.classes ? 2 : 1;
    const std::size_t in_class = i / of_class;
    const double s = (static_cast<double>(in_class) + random.uniform()) * static_cast<double>(of_class) /
                     static_cast<double>(count);
    const Point p = shape.draw(label, s < 1 ? s : 1, random);
    const auto noisy = [&](double coordinate) {
      return static_cast<float>(coordinate + noise * random.normal());
    };
    if (shape.classes) {
      examples.x.push_back(noisy(p.x));
      examples.x.push_back(noisy(p.y));
      examples.y.push_back(static_cast<float>(label));
    } else {
      examples.x.push_back(static_cast<float>(p.x));
      examples.y.push_back(noisy(p.y));
    }
  }
  return examples;
}

}  // namespace

std::vector<Choice> shape_choices() {
  std::vector<Choice> choices;
  for (const Shape& shape : shapes()) choices.push_back(shape.choice);
  return choices;
}

DataSet draw_shape(std::string_view id, std::size_t examples, double noise, std::uint64_t seed) {
  enum Stream : std::uint64_t { train_stream = 0xDA7A, test_stream };
  const Shape* chosen = &shapes().front();
  for (const Shape& shape : shapes()) {
    if (shape.choice.id == id) chosen = &shape;
  }
  DataSet data{.inputs = chosen->classes ? 2u : 1u, .classes = chosen->classes ? 2u : 0u};
  data.train = draw_examples(*chosen, examples, noise, Random(seed, train_stream));
  data.test = draw_examples(*chosen, examples, noise, Random(seed, test_stream));
  standardise(data);
  return data;
}

}  // namespace actlab

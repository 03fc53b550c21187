#include "core/network/leaky.hpp"

namespace actlab {

void leaky(std::span<const float> x, std::span<const float> a, std::span<float> y, std::span<float> dy) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    const float slope = x[i] > 0 ? 1 : a[i];
    y[i] = slope * x[i];
    dy[i] = slope;
  }
}

double RandomSlopes::evaluation() const {
  return paper ? 2 / (1 / lower + 1 / upper) : 0.5 * (lower + upper);
}

void RandomSlopes::draw(Random& random, std::span<float> a) const {
  const double from = paper ? 1 / upper : lower;
  const double width = (paper ? 1 / lower : upper) - from;
  for (float& slope : a) {
    const double u = from + width * random.uniform();
    slope = static_cast<float>(paper ? 1 / u : u);
  }
}

}  // namespace actlab

#include "core/network/loss.hpp"

#include <algorithm>
#include <cmath>

#include "core/activations/sigmoid.hpp"
#include "core/activations/softplus.hpp"
#include "core/math/exp.hpp"
#include "core/math/log.hpp"

namespace actlab {
namespace {

/// softmax(z) − [j = y], in place.
void softmax_minus_target(std::span<float> z, std::size_t y) {
  const float largest = *std::max_element(z.begin(), z.end());
  float sum = 0;
  for (float& zj : z) sum += zj = exp(zj - largest);
  for (float& zj : z) zj /= sum;
  z[y] -= 1;
}

/// ln Σ e^zⱼ − z_y
double softmax_loss(std::span<const float> z, std::size_t y) {
  const auto largest = static_cast<double>(*std::max_element(z.begin(), z.end()));
  double sum = 0;
  for (const float zj : z) sum += exp(static_cast<double>(zj) - largest);
  return log(sum) + largest - static_cast<double>(z[y]);
}

}  // namespace

void loss_gradient(Loss kind, std::span<const float> z, std::span<const float> y, std::span<float> gradient) {
  const std::size_t columns = z.size() / y.size();
  const float per_example = 1 / static_cast<float>(y.size());
  std::copy(z.begin(), z.end(), gradient.begin());
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (kind == Loss::softmax) {
      softmax_minus_target(gradient.subspan(i * columns, columns), static_cast<std::size_t>(y[i]));
    } else {
      gradient[i] = (kind == Loss::binary ? Sigmoid<float>{}.f(z[i]) : z[i]) - y[i];
    }
  }
  for (float& g : gradient) g *= per_example;
}

Score score(Loss kind, std::span<const float> z, std::span<const float> y) {
  const std::size_t columns = z.size() / y.size();
  Score total;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const auto target = static_cast<double>(y[i]);
    const auto first = static_cast<double>(z[i * columns]);
    double loss;
    bool right = false;
    if (kind == Loss::softmax) {
      const auto row = z.subspan(i * columns, columns);
      const auto label = static_cast<std::size_t>(y[i]);
      loss = softmax_loss(row, label);
      right = std::max_element(row.begin(), row.end()) == row.begin() + std::ptrdiff_t(label);
    } else if (kind == Loss::binary) {
      loss = Softplus<double>{1}.f(first) - target * first;
      right = (first > 0) == (target > 0);
    } else {
      loss = 0.5 * (first - target) * (first - target);
    }
    total.loss += loss;
    total.correct += right && std::isfinite(loss) ? 1 : 0;  // every comparison of NaN would be an answer
  }
  return total;
}

}  // namespace actlab

#include "core/network/optimiser.hpp"

#include "core/math/scalar.hpp"

namespace actlab {
namespace {

constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

}  // namespace

std::vector<Choice> optimiser_choices() {
  return {{"sgd", {"gradient descent (SGD)", "梯度下降（SGD）"}},
          {"momentum", {"SGD with momentum", "带动量的 SGD"}},
          {"adam", {"Adam", "Adam"}}};
}

OptimiserKind optimiser_of(std::string_view id) {
  return id == "adam" ? OptimiserKind::adam : id == "momentum" ? OptimiserKind::momentum : OptimiserKind::sgd;
}

Optimiser::Optimiser(OptimiserKind kind, double rate, double momentum, std::size_t parameters)
    : kind_(kind),
      rate_(rate),
      momentum_(momentum),
      first_(kind == OptimiserKind::sgd ? 0 : parameters),
      second_(kind == OptimiserKind::adam ? parameters : 0) {}

void Optimiser::step(std::span<float> parameters, std::span<const float> g) {
  float* const m = first_.data();
  float* const v = second_.data();
  switch (kind_) {
    case OptimiserKind::sgd: {
      const auto rate = static_cast<float>(rate_);
      for (std::size_t i = 0; i < g.size(); ++i) parameters[i] -= rate * g[i];
      return;
    }
    case OptimiserKind::momentum: {
      const auto mu = static_cast<float>(momentum_);
      const auto rate = static_cast<float>(rate_);
      for (std::size_t i = 0; i < g.size(); ++i) {
        m[i] = mu * m[i] + g[i];
        parameters[i] -= rate * m[i];
      }
      return;
    }
    case OptimiserKind::adam: {
      beta1_power_ *= beta1;
      beta2_power_ *= beta2;
      const auto b1 = static_cast<float>(beta1), b2 = static_cast<float>(beta2);
      const auto rest1 = static_cast<float>(1 - beta1), rest2 = static_cast<float>(1 - beta2);
      const auto rate = static_cast<float>(rate_ / (1 - beta1_power_));
      const auto root_scale = static_cast<float>(1 / sqrt(1 - beta2_power_));
      const auto eps = static_cast<float>(epsilon);
      for (std::size_t i = 0; i < g.size(); ++i) {
        m[i] = b1 * m[i] + rest1 * g[i];
        v[i] = b2 * v[i] + rest2 * (g[i] * g[i]);
        parameters[i] -= rate * m[i] / (sqrt(v[i]) * root_scale + eps);
      }
      return;
    }
  }
}

double norm(std::span<const float> g) {
  double squares = 0;
  for (const float x : g) squares += static_cast<double>(x) * static_cast<double>(x);
  return sqrt(squares);
}

void clip_norm(std::span<float> g, double limit) {
  const double length = norm(g);
  if (!(length > limit)) return;
  const auto scale = static_cast<float>(limit / length);
  for (float& x : g) x *= scale;
}

void decay(std::span<const float> parameters, double lambda, std::span<float> g) {
  const auto rate = static_cast<float>(lambda);
  for (std::size_t i = 0; i < g.size(); ++i) g[i] += rate * parameters[i];
}

}  // namespace actlab

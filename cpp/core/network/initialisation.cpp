#include "core/network/initialisation.hpp"

#include <algorithm>

#include "core/network/orthogonal.hpp"

namespace actlab {
namespace {

using Distribution = Initialisation::Distribution;

/// Glorot & Bengio 2010: a compromise between both directions.
double xavier(std::size_t inputs, std::size_t outputs) { return 2.0 / static_cast<double>(inputs + outputs); }
/// He, Zhang, Ren & Sun 2015, arXiv 1502.01852, eq. (10): half of the units of a ReLU layer are silent.
double he(std::size_t inputs, std::size_t) { return 2.0 / static_cast<double>(inputs); }
/// Variance 1/fan-in, as self-normalising networks ask (Klambauer et al. 2017, arXiv 1706.02515).
double lecun(std::size_t inputs, std::size_t) { return 1.0 / static_cast<double>(inputs); }
/// torch.nn.Linear: weights and biases uniform in ±1/√fan-in.
double pytorch(std::size_t inputs, std::size_t) { return 1.0 / (3.0 * static_cast<double>(inputs)); }
double pytorch_bias(std::size_t inputs) { return pytorch(inputs, 0); }

void draw_uniform(double variance, Random& random, std::span<float> values) {
  const double limit = sqrt(3 * variance);  // a uniform deviate in ±limit has variance limit²/3
  for (float& x : values) x = static_cast<float>(limit * (2 * random.uniform() - 1));
}

}  // namespace

std::span<const Initialisation> initialisations() {
  static const std::vector<Initialisation> list{
      {{"xavier_normal", {"Xavier, normal", "Xavier（正态）"}}, Distribution::normal, xavier},
      {{"xavier_uniform", {"Xavier, uniform", "Xavier（均匀）"}}, Distribution::uniform, xavier},
      {{"he_normal", {"He, normal", "He（正态）"}}, Distribution::normal, he},
      {{"he_uniform", {"He, uniform", "He（均匀）"}}, Distribution::uniform, he},
      {{"lecun_normal", {"LeCun, normal", "LeCun（正态）"}}, Distribution::normal, lecun},
      {{"lecun_uniform", {"LeCun, uniform", "LeCun（均匀）"}}, Distribution::uniform, lecun},
      {{"orthogonal", {"orthogonal", "正交"}}, Distribution::orthogonal, lecun},
      {{"pytorch_linear", {"PyTorch's nn.Linear default", "PyTorch nn.Linear 默认"}},
       Distribution::uniform,
       pytorch,
       pytorch_bias},
      {{"by_hand", {"normal, σ set by hand", "正态，σ 手动设定"}}, Distribution::normal, nullptr},
  };
  return list;
}

const Initialisation* find_initialisation(std::string_view id) {
  const auto all = initialisations();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& rule) { return rule.choice.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<Choice> initialisation_choices() {
  std::vector<Choice> choices;
  for (const auto& rule : initialisations()) choices.push_back(rule.choice);
  return choices;
}

double WeightScheme::weight_variance(std::size_t inputs, std::size_t outputs) const {
  return gain * gain * (rule->variance ? rule->variance(inputs, outputs) : sigma * sigma);
}

double WeightScheme::bias_variance(std::size_t inputs) const {
  return (rule->bias_variance ? rule->bias_variance(inputs) : 0) + sigma_b * sigma_b;
}

void draw_normal(double variance, Random& random, std::span<float> values) {
  const double deviation = sqrt(variance);
  for (float& x : values) x = static_cast<float>(deviation * random.normal());
}

void draw_layer(const WeightScheme& scheme, std::size_t inputs, std::size_t outputs, Random& random,
                std::span<float> weights, std::span<float> biases) {
  const Initialisation& rule = *scheme.rule;
  const double variance = scheme.weight_variance(inputs, outputs);
  switch (rule.distribution) {
    case Distribution::normal:
      draw_normal(variance, random, weights);
      break;
    case Distribution::uniform:
      draw_uniform(variance, random, weights);
      break;
    case Distribution::orthogonal:
      draw_orthogonal(variance, inputs, outputs, random, weights);
      break;
  }
  std::fill(biases.begin(), biases.end(), 0.0F);
  if (rule.bias_variance) draw_uniform(rule.bias_variance(inputs), random, biases);
  if (scheme.sigma_b > 0) {
    for (float& b : biases) b += static_cast<float>(scheme.sigma_b * random.normal());
  }
}

}  // namespace actlab

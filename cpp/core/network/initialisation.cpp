#include "core/network/initialisation.hpp"

#include <algorithm>

namespace actlab {
namespace {

using Distribution = Initialisation::Distribution;

/// Glorot & Bengio 2010: the mean of both directions is kept.
double xavier(std::size_t inputs, std::size_t outputs) { return 2.0 / static_cast<double>(inputs + outputs); }
/// He, Zhang, Ren & Sun 2015, arXiv 1502.01852, eq. (10): half of the units of a ReLU layer are silent.
double he(std::size_t inputs, std::size_t) { return 2.0 / static_cast<double>(inputs); }
/// Variance 1/fan-in, as self-normalising networks ask (Klambauer et al. 2017, arXiv 1706.02515).
double lecun(std::size_t inputs, std::size_t) { return 1.0 / static_cast<double>(inputs); }

}  // namespace

std::span<const Initialisation> initialisations() {
  static const std::vector<Initialisation> list{
      {{"xavier_normal", {"Xavier, normal", "Xavier（正态）"}}, Distribution::normal, xavier},
      {{"xavier_uniform", {"Xavier, uniform", "Xavier（均匀）"}}, Distribution::uniform, xavier},
      {{"he_normal", {"He, normal", "He（正态）"}}, Distribution::normal, he},
      {{"he_uniform", {"He, uniform", "He（均匀）"}}, Distribution::uniform, he},
      {{"lecun_normal", {"LeCun, normal", "LeCun（正态）"}}, Distribution::normal, lecun},
      {{"lecun_uniform", {"LeCun, uniform", "LeCun（均匀）"}}, Distribution::uniform, lecun},
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

void draw_weights(const Initialisation& rule, double gain, std::size_t inputs, std::size_t outputs,
                  Random& random, std::span<float> weights) {
  const double deviation = gain * sqrt(rule.variance(inputs, outputs));
  if (rule.distribution == Distribution::normal) {
    for (float& w : weights) w = static_cast<float>(deviation * random.normal());
  } else {
    const double limit = sqrt(3.0) * deviation;  // a uniform deviate in ±limit has variance limit²/3
    for (float& w : weights) w = static_cast<float>(limit * (2 * random.uniform() - 1));
  }
}

}  // namespace actlab

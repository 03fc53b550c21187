#include "core/claims/measures.hpp"

#include <algorithm>

#include "core/curve.hpp"
#include "core/labs/gradient_theory.hpp"
#include "core/math/log.hpp"
#include "core/theory/gaussian.hpp"

namespace actlab {
namespace {

Curve curve_of(const Setup& s) { return sample_curve({function_of(s), -8, 8, 8193}).value(); }

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double x : values) sum += x;
  return sum / static_cast<double>(values.size());
}

}  // namespace

Function function_of(const Setup& s) {
  const Activation* row = find_activation(s.function);
  Function function{row, row->defaults()};
  if (s.parameter) function.parameters[0] = *s.parameter;
  return function;
}

RandomNetwork network_of(const Setup& s, std::uint32_t seed) {
  return {.function = function_of(s),
          .initialisation = s.initialisation,
          .depth = s.depth,
          .width = s.width,
          .gain = sqrt(s.sigma_w2),
          .normalisation = s.normalisation,
          .residual = s.residual,
          .batch = s.batch,
          .seed = seed};
}

std::uint32_t seed_of_network(std::uint32_t seed, int i) {
  return seed + 0x9E3779B9u * static_cast<std::uint32_t>(i);
}

double mean_over_networks(const Setup& s, std::uint32_t seed, double (*number)(const GradientFlow&)) {
  double sum = 0;
  for (int i = 0; i < s.seeds; ++i) {
    sum += number(gradient_flow(network_of(s, seed_of_network(seed, i))).value());
  }
  return sum / s.seeds;
}

double value(const Setup& s, std::uint32_t) { return function_of(s).f(s.x); }
double slope(const Setup& s, std::uint32_t) { return function_of(s).df(s.x); }

double steepest(const Setup& s, std::uint32_t) {
  const auto df = curve_of(s).df;
  return *std::max_element(df.begin(), df.end());
}
double flattest(const Setup& s, std::uint32_t) {
  const auto df = curve_of(s).df;
  return *std::min_element(df.begin(), df.end());
}
double lowest(const Setup& s, std::uint32_t) {
  const auto f = curve_of(s).f;
  return *std::min_element(f.begin(), f.end());
}
double gaussian_mean(const Setup& s, std::uint32_t) { return gaussian_moments(function_of(s), 1).f; }

double delta_slope(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) { return flow.slope_delta; });
}
double weight_gradient_slope(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) { return flow.slope_weight_gradient; });
}
double log10_last_square(const Setup& s, std::uint32_t seed) {
  const double log10_norm =
      mean_over_networks(s, seed, [](const GradientFlow& flow) { return flow.log10_activation.back(); });
  return 2 * log10_norm - log10(double(s.width) * s.batch);
}
double off_centre(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) {
    std::vector<double> shares;
    for (std::size_t l = 0; l < flow.mean.size(); ++l) {
      const double mean = flow.mean[l], deviation = flow.deviation[l];
      shares.push_back(mean / sqrt(mean * mean + deviation * deviation));
    }
    return mean_of(shares);
  });
}
double zero_share(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) { return mean_of(flow.zero_share); });
}

std::unique_ptr<TrainingRun> begin_training(const Setup& s, std::uint32_t seed) {
  const Schooling& school = *s.schooling;
  return std::move(TrainingRun::begin({.function = function_of(s),
                                       .data = school.data,
                                       .examples = 200,
                                       .initialisation = s.initialisation,
                                       .gain = sqrt(s.sigma_w2),
                                       .bias = school.bias,
                                       .depth = s.depth,
                                       .width = s.width,
                                       .normalisation = s.normalisation,
                                       .optimiser = school.optimiser,
                                       .rate = school.rate,
                                       .clip = school.clip,
                                       .batch = s.batch,
                                       .seed = seed})
                       .value());
}

double mean_over_runs(const Setup& s, std::uint32_t seed,
                      double (*number)(TrainingRun& run, const TrainingReport& report)) {
  double sum = 0;
  for (int i = 0; i < s.seeds; ++i) {
    const auto run = begin_training(s, seed_of_network(seed, i));
    run->report();
    run->advance(s.schooling->steps);
    sum += number(*run, run->report());
  }
  return sum / s.seeds;
}

double training_loss(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(s, seed,
                        [](TrainingRun&, const TrainingReport& report) { return report.train_loss; });
}

double chi_limit(const Setup& s, std::uint32_t) {
  return gradient_theory(network_of(s, 0)).value().chi_limit;
}

}  // namespace actlab

#include "core/labs/training.hpp"

#include <algorithm>
#include <cmath>

#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/labs/self_normalisation.hpp"

/// Claims about networks that are trained. They are small and so are their data, so that a row takes a
/// moment; each number is a mean over networks, each with weights, data and batches of its own. Where a
/// range comes from no theory it leaves room for the worst of some hundred seeds.
namespace actlab {
namespace {

/// The share of all hidden units that `of` counts layer by layer.
double share(const TrainingReport& report, const std::vector<double>& of) {
  double units = 0;
  for (const double in_layer : of) units += in_layer;
  return units / static_cast<double>(report.states.size());
}

double dead_share(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(
      s, seed, [](TrainingRun&, const TrainingReport& report) { return share(report, report.dead); });
}

/// Of the units that have been dead, the share that is not.
double revived_share(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(s, seed, [](TrainingRun&, const TrainingReport& report) {
    const double revived = share(report, report.revived);
    return revived / (revived + share(report, report.dead));
  });
}

/// What the network answers to an example without its dead units: plain loops over those that are left.
float answer_of_the_living(TrainableNetwork& network, std::span<const float> x,
                           std::span<const double> states) {
  constexpr double dead = 2;
  const std::size_t width = network.shape().width, depth = network.shape().depth;
  const auto lives = [&](std::size_t layer, std::size_t unit) {
    return states[layer * width + unit] != dead;
  };
  std::vector<float> h(x.begin(), x.end());
  for (std::size_t l = 0; l <= depth; ++l) {
    const LayerPlace& p = network.layers()[l];
    const std::span<const float> theta = network.parameters();
    std::vector<float> next(p.outputs);
    for (std::size_t j = 0; j < p.outputs; ++j) {
      if (l < depth && !lives(l, j)) continue;
      float z = theta[p.b + j];
      for (std::size_t i = 0; i < p.inputs; ++i) {
        if (l == 0 || lives(l - 1, i)) z += h[i] * theta[p.w + i * p.outputs + j];
      }
      next[j] = l < depth && !(z > 0) ? 0 : z;
    }
    h = std::move(next);
  }
  return h[0];
}

/// How many of the training examples are answered otherwise, to the last bit, without the dead units.
double changed_without_dead(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(s, seed, [](TrainingRun& run, const TrainingReport& report) {
    const std::span<const float> x = run.data().train.x;
    const std::size_t inputs = run.data().inputs;
    Random unused(0);
    double changed = 0;
    for (std::size_t first = 0; first < x.size(); first += inputs) {
      const auto example = x.subspan(first, inputs);
      const float whole = run.network().forward(example, Mode::evaluation, unused)[0];
      changed += answer_of_the_living(run.network(), example, report.states) == whole ? 0 : 1;
    }
    return changed;
  });
}

/// The step at which the numbers are no longer finite; 0 if they stay so.
double diverged_step(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(s, seed,
                        [](TrainingRun&, const TrainingReport& report) { return report.diverged_step; });
}

/// Steps until the loss on all training examples is below 0.1; it is looked at after each ten.
double steps_to_learn(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(s, seed, [](TrainingRun& run, const TrainingReport&) {
    while (run.progress().step < 2000 && !(run.report().train_loss < 0.1)) run.advance(10);
    return run.progress().step;
  });
}

double first_slope(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(s, seed, [](TrainingRun&, const TrainingReport& report) { return report.slopes[0]; });
}
/// The distance between the largest and the smallest of the layers' slopes.
double spread_of_slopes(const Setup& s, std::uint32_t seed) {
  return mean_over_runs(s, seed, [](TrainingRun&, const TrainingReport& report) {
    const auto [least, most] = std::minmax_element(report.slopes.begin(), report.slopes.end());
    return *most - *least;
  });
}

/// The variance after the last layer of a SELU network, half of whose outputs are dropped.
double last_variance(const Setup& s, std::uint32_t seed, const char* dropout) {
  SelfNormalisationRequest r{.function = function_of(s)};
  r.depth = s.depth;
  r.width = s.width;
  r.batch = s.batch;
  r.dropout = dropout;
  r.seed = seed;
  return self_normalisation(r).value().variance.back();
}
double without_dropout(const Setup& s, std::uint32_t seed) { return last_variance(s, seed, "none"); }
double ordinary_dropout(const Setup& s, std::uint32_t seed) { return last_variance(s, seed, "ordinary"); }
double alpha_dropout(const Setup& s, std::uint32_t seed) { return last_variance(s, seed, "alpha"); }

/// Some hundred steps; how many.
double train(const Setup& s, std::uint32_t seed) { return begin_training(s, seed)->advance(300).step; }

constexpr Schooling untrained{.steps = 0}, born_dead{.steps = 300, .rate = 0.03, .bias = -0.7};
constexpr Schooling rate_0_003{.rate = 0.003}, rate_0_03{.rate = 0.03}, rate_0_05{.rate = 0.05};
constexpr Schooling rate_0_1{.rate = 0.1}, rate_1{.rate = 1}, rate_10{.rate = 10};
constexpr Schooling adam{.optimiser = "adam", .rate = 0.01};
constexpr Schooling descent_0_1{.steps = 300, .optimiser = "sgd", .rate = 0.1};
constexpr Schooling descent_1{.steps = 300, .optimiser = "sgd", .rate = 1};
constexpr Schooling descent_2{.steps = 300, .optimiser = "sgd", .rate = 2};
constexpr Schooling descent{.steps = 50, .optimiser = "sgd"},
    clipped{.steps = 50, .optimiser = "sgd", .clip = 1};

/// A network of layers of 16.
constexpr Setup net(const char* function, const char* initialisation, int depth,
                    const Schooling& schooling = usual_schooling, double sigma_w2 = 1,
                    const char* normalisation = "none") {
  return {.function = function,
          .schooling = &schooling,
          .initialisation = initialisation,
          .sigma_w2 = sigma_w2,
          .normalisation = normalisation,
          .depth = depth,
          .width = 16,
          .batch = 32};
}
/// Ones whose first steps count.
constexpr Setup selu_learner(int depth) { return net("selu", "lecun_normal", depth, untrained); }
constexpr Setup batch_norm_learner(int depth) {
  return net("relu", "he_normal", depth, untrained, 1, "batch");
}
constexpr Setup wide_selu{.function = "selu", .depth = 20, .width = 256, .batch = 64};
constexpr Setup twenty_double_layers(const Schooling& schooling) {
  Setup s = net("relu", "he_normal", 20, schooling, 4);
  s.batch = 200;
  return s;
}
constexpr Setup three_layers_of_32(const char* function, const Schooling& schooling) {
  Setup s = net(function, "he_normal", 3, schooling);
  s.width = 32;
  return s;
}

constexpr Expected at_chance{0.69, 0.71};  ///< ln 2 and a little that steps of that size add

constexpr Claim list[] = {
    // σ_w² = 103.0076, where χ = 1: the same function and depth, and nothing vanishes.
    {"deep_sigmoid_cannot_learn",
     Verdict::conditional,
     {
         {"two_layers", {0, 0.4}, training_loss, net("sigmoid", "xavier_normal", 2, rate_0_1)},
         {"ten_layers", at_chance, training_loss, net("sigmoid", "xavier_normal", 10, rate_0_1)},
         {"ten_layers_wide",
          {0, 0.5},
          training_loss,
          net("sigmoid", "xavier_normal", 10, rate_0_05, 103.0076)},
         {"ten_layers_adam", {0, 0.65}, training_loss, net("sigmoid", "xavier_normal", 10, adam)},
     }},
    // The last layers take the whole of the larger step, the first ones nothing.
    {"larger_rate_cures_vanishing",
     Verdict::is_false,
     {
         {"rate_0_1", at_chance, training_loss, net("sigmoid", "xavier_normal", 10, rate_0_1)},
         {"rate_1", {0.69, 0.85}, training_loss, net("sigmoid", "xavier_normal", 10, rate_1)},
         {"rate_10", {0.69, 1000}, training_loss, net("sigmoid", "xavier_normal", 10, rate_10)},
     }},
    // 11 decades lost on the way back through 20 layers with σ_w² = 1/3, none with 2.
    {"default_weights_train_deep_relu",
     Verdict::is_false,
     {
         {"pytorch_5", {0, 0.4}, training_loss, net("relu", "pytorch_linear", 5, rate_0_1)},
         {"pytorch_20", at_chance, training_loss, net("relu", "pytorch_linear", 20, rate_0_1)},
         {"he_20", {0, 0.45}, training_loss, net("relu", "he_normal", 20, rate_0_003)},
     }},
    // Of ten layers with weights that suit each function, or of two, all learn.
    {"relu_trains_better",
     Verdict::conditional,
     {
         {"relu_10", {0, 0.3}, training_loss, net("relu", "he_normal", 10)},
         {"tanh_10", {0, 0.3}, training_loss, net("tanh", "lecun_normal", 10)},
         {"elu_10", {0, 0.3}, training_loss, net("elu", "lecun_normal", 10, usual_schooling, 1.5505)},
         {"sigmoid_10", at_chance, training_loss, net("sigmoid", "lecun_normal", 10, rate_0_1)},
         {"sigmoid_2", {0, 0.4}, training_loss, net("sigmoid", "lecun_normal", 2, rate_0_1)},
     }},
    {"most_units_die",
     Verdict::is_false,
     {
         {"before", {0, 0.15}, dead_share, three_layers_of_32("relu", untrained)},
         {"rate_0_1", {0, 0.15}, dead_share, three_layers_of_32("relu", descent_0_1)},
         {"rate_2", {0.25, 1}, dead_share, three_layers_of_32("relu", descent_2)},
         {"leaky_rate_2", exactly(0), dead_share, three_layers_of_32("leaky_relu", descent_2)},
         {"revived", {0.1, 0.7}, revived_share, net("relu", "he_normal", 3, born_dead)},
     }},
    // What is multiplied by its output is multiplied by 0.
    {"dead_units_can_be_cut",
     Verdict::is_true,
     {
         {"dead", {0.02, 0.5}, dead_share, three_layers_of_32("relu", descent_1)},
         {"changed", exactly(0), changed_without_dead, three_layers_of_32("relu", descent_1)},
     }},
    {"prelu_slope_is_hyperparameter",
     Verdict::is_false,
     {
         {"before", exactly(0.25), first_slope, net("prelu", "he_normal", 4, untrained)},
         {"spread", {0.3, 3}, spread_of_slopes, net("prelu", "he_normal", 4, rate_0_03)},
     }},
    // 122 in theory, at any width.
    {"selu_needs_alpha_dropout",
     Verdict::conditional,
     {
         {"none", about(1, 0.25), without_dropout, wide_selu},
         {"ordinary", {50, 300}, ordinary_dropout, wide_selu},
         {"alpha", about(1, 0.1), alpha_dropout, wide_selu},
     }},
    // The more layers, the more it helps that no statistics of a small batch blur them.
    {"selu_needs_fewer_steps",
     Verdict::conditional,
     {
         {"selu_4", {75, 190}, steps_to_learn, selu_learner(4)},
         {"batch_norm_4", {50, 105}, steps_to_learn, batch_norm_learner(4)},
         {"selu_10", {25, 90}, steps_to_learn, selu_learner(10)},
         {"batch_norm_10", {60, 130}, steps_to_learn, batch_norm_learner(10)},
     }},
    {"selu_step_is_cheaper",
     Verdict::is_true,
     {
         {"selu", anything_positive, train, selu_learner(10)},
         {"batch_norm", anything_positive, train, batch_norm_learner(10)},
     },
     ClaimKind::timed},
    // σ_w² = 8 in 20 layers: the loss is thousands of times that of guessing, and a step of length 0.01
    // does not change that.
    {"clipping_saves_training",
     Verdict::is_false,
     {
         {"step_of_nan", {1, 10}, diverged_step, twenty_double_layers(descent)},
         {"clipped_step_of_nan", exactly(0), diverged_step, twenty_double_layers(clipped)},
         {"clipped_loss", {10, 1e6}, training_loss, twenty_double_layers(clipped)},
     }},
};

}  // namespace

std::span<const Claim> training_claims() { return list; }

}  // namespace actlab

#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/theory/mean_field.hpp"

/// Claims about the activations on their way forward through a random network.
namespace actlab {
namespace {

/// V'(1): what a layer leaves of a variance's distance from 1.
double variance_contraction(const Setup& s, std::uint32_t) {
  return variance_map_slope(network_of(s, 0).theory(), 1);
}

constexpr Claim list[] = {
    // With σ_w² = 1 the second moment stays at 1. With He's weights q is 2924 at layer 50, so E h² is
    // half of layer 51's; with σ_w² = 1/3 it falls by 0.155 decades a layer. The four networks of a row
    // differ by a few hundredths of a decade where the second moment is held, else by some tenths.
    {"selu_needs_lecun",
     Verdict::conditional,
     {
         {"lecun_normal",
          about(0, 0.2),
          log10_last_square,
          {.function = "selu", .initialisation = "lecun_normal", .depth = 50}},
         {"lecun_uniform",
          about(0, 0.2),
          log10_last_square,
          {.function = "selu", .initialisation = "lecun_uniform", .depth = 50}},
         {"he",
          about(3.2, 1.1),
          log10_last_square,
          {.function = "selu", .initialisation = "he_normal", .depth = 50}},
         {"one_third",
          about(-8.7, 1.2),
          log10_last_square,
          {.function = "selu", .sigma_w2 = 1.0 / 3, .depth = 50}},
     }},
    // Only the variance of the weights counts in a wide layer.
    {"selu_needs_a_normal_distribution",
     Verdict::is_false,
     {
         {"normal", about(0, 0.2), log10_last_square, {.function = "selu", .initialisation = "lecun_normal"}},
         {"uniform",
          about(0, 0.2),
          log10_last_square,
          {.function = "selu", .initialisation = "lecun_uniform"}},
         {"orthogonal",
          about(0, 0.3),
          log10_last_square,
          {.function = "selu", .initialisation = "orthogonal", .width = 64, .seeds = 2}},
     }},
    // The fixed point attracts: a layer leaves 0.7826 of a variance's distance from 1.
    {"normalised_selu_holds_variance",
     Verdict::is_true,
     {
         {"layer_10", about(0, 0.2), log10_last_square, {.function = "selu", .depth = 10}},
         {"layer_30", about(0, 0.2), log10_last_square, {.function = "selu"}},
         {"layer_100", about(0, 0.2), log10_last_square, {.function = "selu", .depth = 100}},
         {"contraction", about(0.782648, 1e-6), variance_contraction, {.function = "selu"}},
     }},
    // E f(z) for z ~ N(0, 1), and the mean of a network's layers over their root mean square: 0.564 for
    // ReLU at any variance, less for what has negative outputs. Both functions learn two moons.
    {"negative_outputs_centre",
     Verdict::conditional,
     {
         {"relu", about(0.398942, 1e-6), gaussian_mean, {.function = "relu"}},
         {"leaky_relu", about(0.394953, 1e-6), gaussian_mean, {.function = "leaky_relu"}},
         {"elu", about(0.160521, 1e-6), gaussian_mean, {.function = "elu"}},
         {"relu_network", about(0.564, 0.04), off_centre, {.function = "relu", .sigma_w2 = 2}},
         {"elu_network", about(0.2, 0.1), off_centre, {.function = "elu", .sigma_w2 = 1.5505}},
         {"relu_trained",
          {0, 0.3},
          training_loss,
          {.function = "relu", .initialisation = "he_normal", .depth = 10, .width = 16, .batch = 32}},
         {"elu_trained",
          {0, 0.3},
          training_loss,
          {.function = "elu",
           .initialisation = "lecun_normal",
           .sigma_w2 = 1.5505,
           .depth = 10,
           .width = 16,
           .batch = 32}},
     }},
};

}  // namespace

std::span<const Claim> variance_claims() { return list; }

}  // namespace actlab

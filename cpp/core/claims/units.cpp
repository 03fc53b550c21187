#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/labs/layer_statistics.hpp"

/// Claims about zeros, dead units, and about what a network's output can be.
namespace actlab {
namespace {

/// The share of units whose f' is 0 for every example, over all layers.
double dead_share(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) {
    double sum = 0;
    for (const double share : flow.dead_share) sum += share;
    return sum / double(flow.dead_share.size());
  });
}

/// The share of networks whose output is 0 for their input.
double stillborn_share(const Setup& s, std::uint32_t seed) {
  int stillborn = 0;
  for (int i = 0; i < s.seeds; ++i) {
    const RandomNetwork network = network_of(s, seed_of_network(seed, i));
    const Trace trace = forward(draw_layers(network), draw_input(network));
    if (share_within(trace.layers.back().h, 0) == 1) ++stillborn;
  }
  return double(stillborn) / s.seeds;
}

/// ‖F(a + b) − F(a) − F(b)‖ / ‖F(a + b)‖ for two random inputs.
double departure_from_linear(const Setup& s, std::uint32_t seed) {
  RandomNetwork network = network_of(s, seed);
  network.batch = 3;
  Matrix x = draw_input(network);
  const std::size_t n = x.columns;
  for (std::size_t j = 0; j < n; ++j) x.values[2 * n + j] = x.values[j] + x.values[n + j];
  const Matrix y = forward(draw_layers(network), std::move(x)).layers.back().h;
  double difference = 0, whole = 0;
  for (std::size_t j = 0; j < n; ++j) {
    const double a = y.values[j], b = y.values[n + j], sum = y.values[2 * n + j];
    difference += (sum - a - b) * (sum - a - b);
    whole += sum * sum;
  }
  return sqrt(difference / whole);
}

constexpr Claim list[] = {
    // A symmetric pre-activation is negative half of the time; the others are 0 at z = 0 only.
    {"relu_half_zero",
     Verdict::is_true,
     {
         {"relu", about(0.5, 0.03), zero_share, {.function = "relu", .sigma_w2 = 2}},
         {"leaky_relu", exactly(0), zero_share, {.function = "leaky_relu", .sigma_w2 = 2}},
         {"gelu", exactly(0), zero_share, {.function = "gelu", .depth = 5}},
     }},
    // Half of the outputs are 0, but a dead unit is 0 for every one of 256 examples. In the first layer a
    // unit is silent for 256 independent examples with probability 2⁻²⁵⁶; deeper, examples are alike.
    {"zeros_are_dead",
     Verdict::is_false,
     {
         {"zeros",
          about(0.5, 0.05),
          zero_share,
          {.function = "relu", .sigma_w2 = 2, .depth = 5, .batch = 256}},
         {"dead_of_1_layer",
          exactly(0),
          dead_share,
          {.function = "relu", .sigma_w2 = 2, .depth = 1, .batch = 256}},
         {"dead_of_5_layers",
          {0, 0.1},
          dead_share,
          {.function = "relu", .sigma_w2 = 2, .depth = 5, .batch = 256}},
     }},
    // A layer of N units is silent with probability 2⁻ᴺ, one of L layers with 1 − (1 − 2⁻ᴺ)ᴸ.
    {"narrow_relu_is_stillborn",
     Verdict::is_true,
     {
         {"width_4",
          about(0.724941, 0.085),
          stillborn_share,
          {.function = "relu", .sigma_w2 = 2, .depth = 20, .width = 4, .seeds = 500}},
         {"width_8",
          about(0.075293, 0.055),
          stillborn_share,
          {.function = "relu", .sigma_w2 = 2, .depth = 20, .width = 8, .seeds = 500}},
         {"width_16",
          {0, 0.01},
          stillborn_share,
          {.function = "relu", .sigma_w2 = 2, .depth = 20, .width = 16, .seeds = 500}},
     }},
    // Without an activation thirty layers are one matrix, to float32's rounding; three layers with one
    // are none.
    {"linear_layers_stay_linear",
     Verdict::is_true,
     {
         {"identity", {0, 1e-4}, departure_from_linear, {}},
         {"relu", {0.05, 2}, departure_from_linear, {.function = "relu", .sigma_w2 = 2, .depth = 3}},
         {"tanh", {0.05, 2}, departure_from_linear, {.function = "tanh", .sigma_w2 = 2, .depth = 3}},
     }},
};

}  // namespace

std::span<const Claim> unit_claims() { return list; }

}  // namespace actlab

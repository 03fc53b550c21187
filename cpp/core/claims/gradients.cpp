#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/labs/gradient_theory.hpp"
#include "core/math/log.hpp"
#include "core/theory/critical_line.hpp"

/// Claims about gradients on their way back through a random network, in decades per layer. In theory
/// ‖δˡ‖² = χ ‖δˡ⁺¹‖² with χ = σ_w² E f'², so a layer gains ½ log10 χ decades; the numbers beside the rows
/// are those of the recursion over the row's own depth.
namespace actlab {
namespace {

/// Decades per layer over ten steps, the first of them from layer `last` to the one before it.
template <int last>
double stretch(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) {
    return (flow.log10_delta[last - 11] - flow.log10_delta[last - 1]) / 10;
  });
}

/// Decades from the last layer to the first.
double delta_decades(const Setup& s, std::uint32_t seed) { return delta_slope(s, seed) * (s.depth - 1); }

/// The chain rule's ledger: decades per layer that the activation's derivative takes.
double gate_slope(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) {
    double sum = 0;
    for (const double decades : flow.ledger_gate) sum += decades;
    return sum / double(flow.ledger_gate.size());
  });
}

double overflow_layer(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) { return flow.overflow_layer; });
}

/// Layers after which ‖δ‖ has grown by the range of float32, 38.53 decades above 1.
double layers_to_overflow(const Setup& s, std::uint32_t seed) { return 38.53 / delta_slope(s, seed); }

double first_weight_gradient(const Setup& s, std::uint32_t seed) {
  return mean_over_networks(s, seed, [](const GradientFlow& flow) { return flow.log10_weight_gradient[0]; });
}
/// Decades between ‖∂L/∂W‖ of the first layer and that of the same network with He's variance.
double weight_gradient_beside_he(const Setup& s, std::uint32_t seed) {
  Setup he = s;
  he.sigma_w2 = 2;
  return first_weight_gradient(s, seed) - first_weight_gradient(he, seed);
}

/// Decades that theory sees ‖δ‖ lose between layer 1000 and layer 100.
double decades_from_1000_to_100(const Setup& s, std::uint32_t) {
  const auto layers = mean_field(network_of(s, 0).theory(), 1000);
  double decades = 0;
  for (std::size_t l = 100; l < 1000; ++l) decades += 0.5 * log10(layers[l].chi);
  return decades;
}

/// 2 l q of layer l = 1000.
double twice_layer_times_variance(const Setup& s, std::uint32_t) {
  return 2 * 1000 * mean_field(network_of(s, 0).theory(), 1000).back().q;
}

/// The smallest σ_w² with χ = 1 at the fixed point, without biases; 0 where there is none.
double critical_sigma_w2(const Setup& s, std::uint32_t) {
  const auto point = critical_point_at(function_of(s), 0);
  return point ? point->sigma_w2 : 0;
}

constexpr Claim list[] = {
    // ReLU: E f'² = ½ whatever the variance, so χ = σ_w²/2, and only σ_w² = 2 keeps the gradient.
    {"relu_avoids_vanishing",
     Verdict::conditional,
     {
         {"one_third", near_theory(-0.3891), delta_slope, {.function = "relu", .sigma_w2 = 1.0 / 3}},
         {"xavier", near_theory(-0.1505), delta_slope, {.function = "relu"}},
         {"he", near_theory(0), delta_slope, {.function = "relu", .sigma_w2 = 2}},
     }},
    {"relu_explodes",
     Verdict::is_true,
     {
         {"sigma_w2_4", near_theory(0.1505), delta_slope, {.function = "relu", .sigma_w2 = 4}},
         {"sigma_w2_8", near_theory(0.3010), delta_slope, {.function = "relu", .sigma_w2 = 8}},
     }},
    // χ = σ_w² (1 + α²)/2.
    {"leaky_explodes",
     Verdict::is_true,
     {
         {"he", near_theory(0), delta_slope, {.function = "leaky_relu", .parameter = 0.01, .sigma_w2 = 2}},
         {"sigma_w2_4",
          near_theory(0.1505),
          delta_slope,
          {.function = "leaky_relu", .parameter = 0.01, .sigma_w2 = 4}},
         {"sigma_w2_4_slope_0_3",
          near_theory(0.1692),
          delta_slope,
          {.function = "leaky_relu", .parameter = 0.3, .sigma_w2 = 4}},
     }},
    // ELU is ReLU for large variance: χ falls to σ_w²/2, which is 1 with He's weights, 2 with σ_w² = 4.
    {"elu_explodes",
     Verdict::is_true,
     {
         {"he", near_theory(0.0283), delta_slope, {.function = "elu", .sigma_w2 = 2}},
         {"sigma_w2_4", near_theory(0.1549), delta_slope, {.function = "elu", .sigma_w2 = 4}},
     }},
    // A layer's factor is weights times derivative: σ_w = 10.149 makes up for a derivative that then
    // takes a whole decade. Over a third of the units are saturated there, with |f'| below 1 % of
    // the largest, so it takes a width of 256.
    {"sigmoid_quarter_per_layer",
     Verdict::conditional,
     {
         {"xavier", near_theory(-0.6287), delta_slope, {.function = "sigmoid"}},
         {"xavier_gate", near_theory(-0.6280), gate_slope, {.function = "sigmoid"}},
         {"sigma_w2_103",
          {-0.045, 0.025},
          delta_slope,
          {.function = "sigmoid", .sigma_w2 = 103.0076, .depth = 20, .width = 256}},
         {"sigma_w2_103_gate",
          about(-1.0064, 0.04),  // −log10 σ_w
          gate_slope,
          {.function = "sigmoid", .sigma_w2 = 103.0076, .depth = 20, .width = 256}},
     }},
    // ‖∂L/∂W‖ = ‖δ‖ ‖h‖: with ReLU both factors are geometric and cancel, with sigmoid ‖h‖ stays.
    {"small_gradient_no_update",
     Verdict::conditional,
     {
         {"relu_delta", near_theory(-0.1505), delta_slope, {.function = "relu"}},
         {"relu_weights", about(0, 0.03), weight_gradient_slope, {.function = "relu"}},
         {"sigmoid_delta", near_theory(-0.6287), delta_slope, {.function = "sigmoid"}},
         {"sigmoid_weights", near_theory(-0.6197), weight_gradient_slope, {.function = "sigmoid"}},
     }},
    // The same cancellation, and yet all of them are 29 · 0.3891 decades below those of He's weights.
    {"equal_weight_gradients_mean_no_vanishing",
     Verdict::is_false,
     {
         {"weights", about(0, 0.03), weight_gradient_slope, {.function = "relu", .sigma_w2 = 1.0 / 3}},
         {"delta", near_theory(-0.3891), delta_slope, {.function = "relu", .sigma_w2 = 1.0 / 3}},
         {"weights_beside_he",
          about(-11.2832, 1e-3),  // the same random numbers, scaled
          weight_gradient_beside_he,
          {.function = "relu", .sigma_w2 = 1.0 / 3, .seeds = 1}},
     }},
    // The same factor in every layer: three stretches of ten layers lose the same number of decades.
    {"vanishing_is_exponential",
     Verdict::is_true,
     {
         {"near_output", about(-0.628, 0.03), stretch<31>, {.function = "sigmoid", .depth = 31}},
         {"middle", about(-0.628, 0.03), stretch<21>, {.function = "sigmoid", .depth = 31}},
         {"near_input", about(-0.630, 0.03), stretch<11>, {.function = "sigmoid", .depth = 31}},
     }},
    // Large weights saturate most of tanh's units: few carry the gradient, so that the finite width takes
    // more of it and the seeds differ more than with ReLU. Tanh's gradient grows with σ_w, and SELU's grows
    // with the very
    // weights that it asks for.
    {"explosion_needs_large_weights",
     Verdict::conditional,
     {
         {"tanh_sigma_w_1", near_theory(-0.0277), delta_slope, {.function = "tanh"}},
         {"tanh_sigma_w_2", about(0.0642, 0.035), delta_slope, {.function = "tanh", .sigma_w2 = 4}},
         {"tanh_sigma_w_3", about(0.1332, 0.035), delta_slope, {.function = "tanh", .sigma_w2 = 9}},
         {"selu_lecun_chi", about(1.071575, 1e-6), chi_limit, {.function = "selu"}},
     }},
    // Weights of deviation 1 at width 256 gain ½ log10 128 decades a layer and leave float32 within 40
    // layers; σ_w² = 4 would take 256 layers; tanh never leaves it, and still explodes.
    {"explosion_overflows",
     Verdict::conditional,
     {
         {"relu_deviation_1_layer",
          {34, 39},
          overflow_layer,
          {.function = "relu", .sigma_w2 = 256, .depth = 40, .width = 256, .seeds = 1}},
         {"relu_sigma_w2_4_layers", {220, 305}, layers_to_overflow, {.function = "relu", .sigma_w2 = 4}},
         {"tanh_sigma_w_3_layer", exactly(0), overflow_layer, {.function = "tanh", .sigma_w2 = 9}},
         {"tanh_sigma_w_3", about(0.1332, 0.035), delta_slope, {.function = "tanh", .sigma_w2 = 9}},
     }},
    // |h| stays below 1 while ‖δ‖ grows.
    {"bounded_cannot_explode",
     Verdict::is_false,
     {
         {"sigma_w_3", about(0.1332, 0.035), delta_slope, {.function = "tanh", .sigma_w2 = 9}},
         {"sigma_w_5", about(0.2305, 0.06), delta_slope, {.function = "tanh", .sigma_w2 = 25}},
         {"sigma_w_3_log10_square",
          about(-0.1545, 0.05),  // of q*/σ_w² = 6.3054/9
          log10_last_square,
          {.function = "tanh", .sigma_w2 = 9}},
     }},
    // Xavier's weights are made for a derivative of 1.
    {"xavier_is_always_safe",
     Verdict::is_false,
     {
         {"identity", near_theory(0), delta_slope, {}},
         {"tanh", near_theory(-0.0277), delta_slope, {.function = "tanh"}},
         {"relu", near_theory(-0.1505), delta_slope, {.function = "relu"}},
         {"silu", near_theory(-0.2952), delta_slope, {.function = "silu"}},
         {"sigmoid", near_theory(-0.6287), delta_slope, {.function = "sigmoid"}},
     }},
    // He's weights are made for ReLU.
    {"he_fits_every_relu",
     Verdict::is_false,
     {
         {"relu", near_theory(0), delta_slope, {.function = "relu", .initialisation = "he_uniform"}},
         {"elu", near_theory(0.0283), delta_slope, {.function = "elu", .initialisation = "he_uniform"}},
         {"selu", near_theory(0.0591), delta_slope, {.function = "selu", .initialisation = "he_uniform"}},
         {"silu", about(-0.1284, 0.03), delta_slope, {.function = "silu", .initialisation = "he_uniform"}},
     }},
    // χ > 1 at the fixed point that SELU is made for, so 100 layers multiply ‖δ‖ by about 20; and other
    // weights than LeCun's vanish and explode like any.
    {"selu_never_vanishes_or_explodes",
     Verdict::is_false,
     {
         {"lecun_chi", about(1.071575, 1e-6), chi_limit, {.function = "selu"}},
         {"lecun_decades_100",
          about(1.27, 0.85),  // 1.486 in theory, 0.543 · 100/256 less by its width
          delta_decades,
          {.function = "selu", .depth = 100, .width = 256, .seeds = 2}},
         {"one_third", near_theory(-0.0933), delta_slope, {.function = "selu", .sigma_w2 = 1.0 / 3}},
         {"he", near_theory(0.0591), delta_slope, {.function = "selu", .sigma_w2 = 2}},
     }},
    // q → 0, where f' = ½: χ → σ_w²/4. With He's weights a network near its unstable fixed point falls
    // sooner or later, which makes the seeds differ widely.
    {"gelu_avoids_vanishing",
     Verdict::is_false,
     {
         {"xavier", near_theory(-0.2900), delta_slope, {.function = "gelu"}},
         {"he_50", {-0.19, -0.04}, delta_slope, {.function = "gelu", .sigma_w2 = 2, .depth = 50}},
         {"relu_he", near_theory(0), delta_slope, {.function = "relu", .sigma_w2 = 2}},
     }},
    // z has mean square 1 in every layer: χ = E f'²/E f² at q = 1, whatever σ_w². Width 128 takes about
    // 1.7/128 decades a layer from that.
    {"rms_norm_rescues_gelu",
     Verdict::is_true,
     {
         {"plain", near_theory(-0.2900), delta_slope, {.function = "gelu"}},
         {"rms", about(0.0035, 0.027), delta_slope, {.function = "gelu", .normalisation = "rms"}},
         {"rms_he",
          about(0.0035, 0.027),
          delta_slope,
          {.function = "gelu", .sigma_w2 = 2, .normalisation = "rms"}},
     }},
    {"rms_norm_rescues_sigmoid",
     Verdict::is_false,
     {
         {"plain", near_theory(-0.6287), delta_slope, {.function = "sigmoid"}},
         {"rms", about(-0.4185, 0.025), delta_slope, {.function = "sigmoid", .normalisation = "rms"}},
     }},
    // A layer's factor is 1 + χ, never below 1, and 2 for ReLU with He's weights. ReLU's gradient has in
    // addition ⟨∂L/∂hˡ, hˡ⟩ = L in every layer (Euler), and ‖h‖² grows by 2.905 a layer as its mean adds
    // up: the slope lies between ½ log10 2 and ½ log10 2.905, by the share of h in the gradient.
    {"residual_keeps_gradients",
     Verdict::conditional,
     {
         {"sigmoid_plain", near_theory(-0.6287), delta_slope, {.function = "sigmoid"}},
         {"sigmoid_residual", near_theory(0.0199), delta_slope, {.function = "sigmoid", .residual = "on"}},
         {"relu_he_residual",
          {0.1505 - slope_slack, 0.2316 + slope_slack},
          delta_slope,
          {.function = "relu", .sigma_w2 = 2, .residual = "on"}},
     }},
    // q → 1/(2l) and χ → 1 − 1/l: ‖δ‖ falls like 1/√l, half a decade for ten times the depth.
    {"tanh_xavier_decays_as_power",
     Verdict::is_true,
     {
         {"slope_30", near_theory(-0.0277), delta_slope, {.function = "tanh"}},
         {"decades_1000_to_100", about(-0.5, 0.01), decades_from_1000_to_100, {.function = "tanh"}},
         {"variance_times_2_l", about(1, 0.01), twice_layer_times_variance, {.function = "tanh"}},
     }},
    // The logarithm of a mean is above the mean of logarithms: −5/(4 N ln 10) decades a layer.
    {"width_biases_the_slope",
     Verdict::is_true,
     {
         {"width_24",
          about(-0.0226, 0.0075),
          delta_slope,
          {.function = "relu", .sigma_w2 = 2, .width = 24, .seeds = 128}},
         {"width_64",
          about(-0.0085, 0.0105),
          delta_slope,
          {.function = "relu", .sigma_w2 = 2, .width = 64, .seeds = 32}},
         {"width_256",
          about(-0.0021, 0.0165),
          delta_slope,
          {.function = "relu", .sigma_w2 = 2, .width = 256, .seeds = 2}},
     }},
    // Orthogonal weights keep every norm; ReLU still drops half of its square. Two networks of 20 layers
    // and width 64 vary three times as much as the others here, and cost as much as those.
    {"orthogonal_relu_is_level",
     Verdict::conditional,
     {
         {"identity",
          about(0, 1e-5),
          delta_slope,
          {.initialisation = "orthogonal", .depth = 20, .width = 64, .seeds = 1}},
         {"relu",
          about(-0.1505, 0.05),
          delta_slope,
          {.function = "relu", .initialisation = "orthogonal", .depth = 20, .width = 64, .seeds = 2}},
         {"relu_gain_sqrt_2",
          about(0, 0.05),
          delta_slope,
          {.function = "relu",
           .initialisation = "orthogonal",
           .sigma_w2 = 2,
           .depth = 20,
           .width = 64,
           .seeds = 2}},
     }},
    // Sigmoid has a σ_w² with χ = 1. Softplus has none: its mean grows with its variance.
    {"softplus_has_a_critical_point",
     Verdict::is_false,
     {
         {"sigmoid_critical", about(103.00755, 1e-4), critical_sigma_w2, {.function = "sigmoid"}},
         {"softplus_critical", exactly(0), critical_sigma_w2, {.function = "softplus"}},
         {"softplus_chi_1", about(0.288722, 1e-6), chi_limit, {.function = "softplus"}},
         {"softplus_slope_2", about(-0.0579, 0.04), delta_slope, {.function = "softplus", .sigma_w2 = 2}},
     }},
};

}  // namespace

std::span<const Claim> gradient_claims() { return list; }

}  // namespace actlab

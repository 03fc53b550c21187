#include <cmath>
#include <string_view>

#include "core/activations/selu.hpp"
#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/math/normal.hpp"
#include "core/random.hpp"
#include "core/theory/gaussian.hpp"

/// Claims about constants and about what papers and libraries set.
namespace actlab {
namespace {

/// The source's default for the function's first parameter.
double preset(const Setup& s, std::string_view source) {
  for (const Preset& preset : function_of(s).activation->info.parameters[0].presets) {
    if (preset.source == source) return preset.value;
  }
  return std::numeric_limits<double>::quiet_NaN();
}
double paper(const Setup& s, std::uint32_t) { return preset(s, "paper"); }
double pytorch(const Setup& s, std::uint32_t) { return preset(s, "pytorch"); }
double keras(const Setup& s, std::uint32_t) { return preset(s, "keras"); }
double onnx(const Setup& s, std::uint32_t) { return preset(s, "onnx"); }

/// f'(0⁺) − f'(0⁻)
double jump_at_0(const Setup& s, std::uint32_t) {
  return function_of(s).df(1e-300) - function_of(s).df(-1e-300);
}

/// The mean of 100 000 draws from U(from, to).
double mean_of_draws(double from, double to, std::uint32_t seed) {
  constexpr int count = 100000;
  Random random(seed);
  double sum = 0;
  for (int i = 0; i < count; ++i) sum += from + (to - from) * random.uniform();
  return sum / count;
}

double gaussian_square(const Setup& s, std::uint32_t) { return gaussian_moments(function_of(s), 1).f2; }

/// √(2/π)/(1 − √e erfc(1/√2)): E f = 0.
double selu_alpha(const Setup&, std::uint32_t) {
  return 0.79788456080286536 / (1 - exp(0.5) * 2 * normal_cdf(-1.0));
}
/// E f² for f with these constants: λ² (½ + α² (e² Φ(−2) − 2 √e Φ(−1) + ½)).
double selu_square(double lambda, double alpha) {
  const double left = exp(2.0) * normal_cdf(-2.0) - 2 * exp(0.5) * normal_cdf(-1.0) + 0.5;
  return lambda * lambda * (0.5 + alpha * alpha * left);
}
using S = Selu<double>;

/// Var(W) · fan-in of a drawn layer.
double drawn_sigma_w2(const Setup& s, std::uint32_t seed) {
  const std::vector<Layer> layers = draw_layers(network_of(s, seed));
  double sum = 0;
  for (const float w : layers[0].w.values) sum += double(w) * w;
  return sum / s.width;
}

constexpr Claim list[] = {
    {"leaky_slope_0_1_to_0_3",
     Verdict::conditional,
     {
         {"paper", exactly(0.01), paper, {.function = "leaky_relu"}},
         {"pytorch", exactly(0.01), pytorch, {.function = "leaky_relu"}},
         {"onnx", exactly(0.01), onnx, {.function = "leaky_relu"}},
         {"keras", exactly(0.3), keras, {.function = "leaky_relu"}},
     }},
    // It only starts there, and then it is learned; Keras starts at 0, as a ReLU.
    {"prelu_starts_at_0_25",
     Verdict::conditional,
     {
         {"paper", exactly(0.25), paper, {.function = "prelu"}},
         {"pytorch", exactly(0.25), pytorch, {.function = "prelu"}},
         {"keras", exactly(0), keras, {.function = "prelu"}},
     }},
    // PyTorch evaluates with the mean slope, the paper with that of the mean divisor, 1/5.5.
    {"rrelu_fixed_in_test",
     Verdict::is_true,
     {
         {"mean_in_training", about(11.0 / 48, 0.0012),
          [](const Setup&, std::uint32_t seed) { return mean_of_draws(1.0 / 8, 1.0 / 3, seed); }},
         {"pytorch", about(11.0 / 48, 1e-12), slope, {.function = "rrelu", .x = -1}},
         {"paper", about(2.0 / 11, 0.001),
          [](const Setup&, std::uint32_t seed) { return 1 / mean_of_draws(3, 8, seed); }},
     }},
    // All sources say 1. A smaller α makes f' jump by 1 − α and gives up the centring: E f for N(0, 1)
    // is 0.1605 with α = 1, near ReLU's 0.3989 with α = 0.1.
    {"elu_alpha_0_1_to_0_3",
     Verdict::is_false,
     {
         {"paper", exactly(1), paper, {.function = "elu"}},
         {"pytorch", exactly(1), pytorch, {.function = "elu"}},
         {"keras", exactly(1), keras, {.function = "elu"}},
         {"onnx", exactly(1), onnx, {.function = "elu"}},
         {"jump_alpha_1", exactly(0), jump_at_0, {.function = "elu"}},
         {"jump_alpha_0_3", about(0.7, 1e-12), jump_at_0, {.function = "elu", .parameter = 0.3}},
         {"mean_alpha_1", about(0.160521, 1e-6), gaussian_mean, {.function = "elu"}},
         {"mean_alpha_0_1", about(0.375100, 1e-6), gaussian_mean, {.function = "elu", .parameter = 0.1}},
     }},
    // α and λ follow from two equations: N(0, 1) is to keep mean 0 and second moment 1.
    {"selu_constants",
     Verdict::is_true,
     {
         {"mean", about(0, 1e-12), gaussian_mean, {.function = "selu"}},
         {"second_moment", about(1, 1e-12), gaussian_square, {.function = "selu"}},
         {"alpha_in_closed_form", about(1.6732632423543773, 1e-14), selu_alpha},
     }},
    // float32 keeps seven digits of them and double sixteen; what they are for is met to 1e-7 already.
    {"selu_more_decimals",
     Verdict::is_false,
     {
         {"alpha_float32_error",
          {1e-9, 6e-8},
          [](const Setup&, std::uint32_t) { return std::fabs(double(float(S::alpha)) / S::alpha - 1); }},
         {"second_moment_float32_error",
          {0, 2e-7},
          [](const Setup&, std::uint32_t) {
            return std::fabs(selu_square(float(S::lambda), float(S::alpha)) - 1);
          }},
         {"alpha_17_digits_minus_31", exactly(0),
          [](const Setup&, std::uint32_t) { return 1.6732632423543772 - 1.6732632423543772848170429916717; }},
     }},
    // U(±1/√n) has variance 1/(3n): a third of what keeps a linear layer, a sixth of what ReLU needs.
    {"pytorch_default_is_xavier",
     Verdict::is_false,
     {
         {"pytorch_sigma_w2",
          about(1.0 / 3, 0.006),
          drawn_sigma_w2,
          {.initialisation = "pytorch_linear", .depth = 1, .width = 256}},
         {"xavier_sigma_w2",
          about(1, 0.025),
          drawn_sigma_w2,
          {.initialisation = "xavier_uniform", .depth = 1, .width = 256}},
         {"pytorch_relu",
          near_theory(-0.3891),
          delta_slope,
          {.function = "relu", .initialisation = "pytorch_linear"}},
         {"xavier_relu",
          near_theory(-0.1505),
          delta_slope,
          {.function = "relu", .initialisation = "xavier_uniform"}},
     }},
};

}  // namespace

std::span<const Claim> default_claims() { return list; }

}  // namespace actlab

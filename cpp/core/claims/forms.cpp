#include <cmath>

#include "core/activations/vector/softmax.hpp"
#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/curve.hpp"
#include "core/math/exp.hpp"
#include "core/math/tanh.hpp"

/// Claims about formulas and about how curves are drawn.
namespace actlab {
namespace {

/// The largest |difference| of a quantity at 4001 points in [from, to].
template <class Difference>
double largest(double from, double to, Difference difference) {
  double most = 0;
  for (int i = 0; i <= 4000; ++i) most = larger(most, std::fabs(difference(from + (to - from) * i / 4000)));
  return most;
}

double product_formula_error(const Setup& s, std::uint32_t) {
  const Function f = function_of(s);
  return largest(-30, 30, [&](double x) { return f.df(x) - f.f(x) * (1 - f.f(x)); });
}

double difference_error(const Setup& s, std::uint32_t) {
  return largest(-30, 30, [&](double x) {
    const Point point = evaluate({function_of(s), x}).value();
    return point.df - point.df_difference;
  });
}

/// The first whole number n for which e⁻ˣ/(1 + e⁻ˣ)² gives 0 or NaN at x = −n.
double printed_formula_ends(const Setup&, std::uint32_t) {
  double n = 0;
  for (double formula = 1; formula > 0; ++n) {
    const double e = exp(n + 1);
    formula = e / ((1 + e) * (1 + e));
  }
  return n;
}

/// |f'(x) − (f(x) + α)|, over f'(x) where it is to be relative.
double elu_plus_alpha_error(const Setup& s, std::uint32_t) {
  const Function f = function_of(s);
  return largest(-5, 0, [&](double x) { return f.df(x) - (f.f(x) + f.parameters[0]); });
}
double elu_plus_alpha_relative_error(const Setup& s, std::uint32_t) {
  const Function f = function_of(s);
  return std::fabs(f.df(s.x) - (f.f(s.x) + f.parameters[0])) / f.df(s.x);
}

/// The largest |f − GELU|, and where it lies.
double distance_from_gelu(const Setup& s, std::uint32_t) {
  const Function approximation = function_of(s), gelu = function_of({.function = "gelu"});
  return largest(0, 8, [&](double x) { return approximation.f(x) - gelu.f(x); });
}
double farthest_from_gelu(const Setup& s, std::uint32_t seed) {
  const Function approximation = function_of(s), gelu = function_of({.function = "gelu"});
  const double distance = distance_from_gelu(s, seed);
  double x = 0;
  while (std::fabs(approximation.f(x) - gelu.f(x)) < distance) x += 8.0 / 4000;
  return x;
}

/// The derivative of GELU's tanh form as it is often printed, with coefficients of six digits.
double printed_gelu_slope(double x) {
  const double x3 = x * x * x;
  const double t = tanh(0.0356774 * x3 + 0.797885 * x);
  return 0.5 * t + (0.0535161 * x3 + 0.398942 * x) * (1 - t * t) + 0.5;
}
double printed_gelu_slope_error(const Setup& s, std::uint32_t) {
  const Function f = function_of(s);
  return largest(-8, 8, [&](double x) { return f.df(x) - printed_gelu_slope(x); });
}

/// Softmax of the logits (x, 0), with the first class the true one.
double probability(const Setup& s, std::uint32_t) {
  double p[2];
  Softmax::f(std::array{s.x, 0.0}, p);
  return p[0];
}
/// ∂p₁/∂x₁
double probability_slope(const Setup& s, std::uint32_t) {
  double jacobian[4];
  Softmax::jacobian(std::array{s.x, 0.0}, jacobian);
  return jacobian[0];
}
/// ∂(−ln p₁)/∂x₁
double cross_entropy_slope(const Setup& s, std::uint32_t) {
  double jacobian[4];
  LogSoftmax::jacobian(std::array{s.x, 0.0}, jacobian);
  return -jacobian[0];
}

constexpr Claim list[] = {
    // σ' = σ(1 − σ), to the rounding of double; the form with exponentials ends where e⁻²ˣ overflows,
    // at −x = ½ ln 1.8e308 = 354.9.
    {"sigmoid_derivative_formula",
     Verdict::is_true,
     {
         {"product_form", {0, 1e-15}, product_formula_error, {.function = "sigmoid"}},
         {"finite_difference", {0, 1e-11}, difference_error, {.function = "sigmoid"}},
         {"exponential_form_ends", exactly(355), printed_formula_ends},
     }},
    // Both branches of the formula give 0 at 0, so leaving x = 0 out loses nothing.
    {"elu_formula_at_zero",
     Verdict::is_true,
     {
         {"left", about(0, 1e-11), value, {.function = "elu", .x = -1e-12}},
         {"at_0", exactly(0), value, {.function = "elu"}},
         {"right", about(0, 1e-11), value, {.function = "elu", .x = 1e-12}},
     }},
    // True, but where f is close to −α the sum has lost its digits: e⁻⁴⁰ is below the rounding of 1.
    {"elu_derivative_is_elu_plus_alpha",
     Verdict::is_true,
     {
         {"difference", {0, 1e-15}, elu_plus_alpha_error, {.function = "elu"}},
         {"relative_error_at_minus_40",
          exactly(1),
          elu_plus_alpha_relative_error,
          {.function = "elu", .x = -40}},
     }},
    // λ scales both branches. The picture's numbers are those of λ = 1, which is ELU with SELU's α.
    {"selu_curve_with_lambda_one",
     Verdict::is_false,
     {
         {"slope_on_the_right", about(1.050701, 1e-6), slope, {.function = "selu", .x = 5}},
         {"left_limit", about(-1.758099, 1e-6), value, {.function = "selu", .x = -40}},
         {"drawn_slope_on_the_right",
          exactly(1),
          slope,
          {.function = "elu", .parameter = 1.6732632423543772, .x = 5}},
         {"drawn_left_limit",
          about(-1.673263, 1e-6),
          value,
          {.function = "elu", .parameter = 1.6732632423543772, .x = -40}},
     }},
    // λα just left of 0 and λ on the right; the picture has λα and 1.
    {"selu_derivative_plot",
     Verdict::is_false,
     {
         {"left_of_0", about(1.758099, 1e-6), slope, {.function = "selu", .x = -1e-12}},
         {"right_of_0", about(1.050701, 1e-6), slope, {.function = "selu", .x = 1e-12}},
         {"at_5", about(1.050701, 1e-6), slope, {.function = "selu", .x = 5}},
     }},
    // GELU is xΦ(x). The tanh form differs from it by at most 4.732e-4, the sigmoid form by 0.0203.
    {"gelu_is_the_tanh_formula",
     Verdict::conditional,
     {
         {"largest_distance", about(4.7324e-4, 1e-8), distance_from_gelu, {.function = "gelu_tanh"}},
         {"at_x", about(2.699, 0.003), farthest_from_gelu, {.function = "gelu_tanh"}},
         {"gelu_minimum", about(-0.169971, 2e-6), lowest, {.function = "gelu"}},
         {"tanh_form_minimum", about(-0.170041, 2e-6), lowest, {.function = "gelu_tanh"}},
         {"sigmoid_form_distance", about(0.020335, 1e-6), distance_from_gelu, {.function = "gelu_sigmoid"}},
     }},
    // True of the approximation; six digits of its coefficients are good for five of the slope.
    {"gelu_tanh_derivative",
     Verdict::is_true,
     {
         {"beside_tanh_form", {0, 5e-6}, printed_gelu_slope_error, {.function = "gelu_tanh"}},
         {"beside_gelu", about(8.684e-4, 3e-6), printed_gelu_slope_error, {.function = "gelu"}},
     }},
    // Softmax is flat where it is wrong for sure, but the logarithm's slope 1/p makes up for it: p − 1.
    {"softmax_output_vanishes",
     Verdict::is_false,
     {
         {"probability", about(4.53979e-5, 1e-9), probability, {.x = -10}},
         {"softmax_slope", about(4.53958e-5, 1e-9), probability_slope, {.x = -10}},
         {"cross_entropy_slope", about(-0.999955, 1e-6), cross_entropy_slope, {.x = -10}},
         {"cross_entropy_slope_when_right", about(-4.53979e-5, 1e-9), cross_entropy_slope, {.x = 10}},
     }},
};

}  // namespace

std::span<const Claim> form_claims() { return list; }

}  // namespace actlab

#include <cmath>

#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/curve.hpp"

/// Claims about how large f' is. The extremes are roots of f'' (or one-sided limits at a kink), known
/// in closed form or to many digits; 8193 samples find a smooth one to better than 1e-5.
namespace actlab {
namespace {

constexpr double sampled = 1e-5;

/// The largest f'' of the points x <= -½, or its opposite where that is larger.
double largest_bend_on_the_left(const Setup& s, std::uint32_t) {
  const Function function = function_of(s);
  const Curve curve = sample_curve({function, -8, -0.5, 1025}).value();
  double bend = 0;
  for (const double x : curve.x) {
    bend = larger(bend, std::fabs(function.activation->d2f(x, function.parameters)));
  }
  return bend;
}

constexpr Claim list[] = {
    // Saturating and rectifying functions obey; functions that dip below zero, and SELU, leave [0, 1].
    {"derivative_between_0_and_1",
     Verdict::conditional,
     {
         {"sigmoid_largest", about(0.25, sampled), steepest, {.function = "sigmoid"}},
         {"tanh_largest", about(1, sampled), steepest, {.function = "tanh"}},
         {"relu_largest", exactly(1), steepest, {.function = "relu"}},
         {"selu_largest", about(1.758099, sampled), steepest, {.function = "selu"}},  // λα, just left of 0
         {"gelu_largest", about(1.128904, sampled), steepest, {.function = "gelu"}},  // at √2
         {"gelu_smallest", about(-0.128904, sampled), flattest, {.function = "gelu"}},
         {"silu_smallest", about(-0.099839, sampled), flattest, {.function = "silu"}},
         {"mish_smallest", about(-0.112526, sampled), flattest, {.function = "mish"}},
     }},
    // GELU' = Φ(x) + xφ(x) has its extremes where φ(x)(2 − x²) = 0, and tends to 1 from above.
    {"gelu_slope_at_most_1",
     Verdict::is_false,
     {
         {"largest", about(1.128904, sampled), steepest, {.function = "gelu"}},
         {"at_sqrt_2", about(1.128904, sampled), slope, {.function = "gelu", .x = 1.4142135623730951}},
         {"at_0", exactly(0.5), slope, {.function = "gelu"}},
         {"at_8", about(1, 1e-12), slope, {.function = "gelu", .x = 8}},
     }},
    // f'(x) = g(βx) for one function g: β stretches the curve along x and leaves its height alone.
    {"swish_peak_grows_with_beta",
     Verdict::is_false,
     {
         {"beta_half", about(1.099839, sampled), steepest, {.function = "swish", .parameter = 0.5}},
         {"beta_1", about(1.099839, sampled), steepest, {.function = "swish", .parameter = 1}},
         {"beta_2", about(1.099839, sampled), steepest, {.function = "swish", .parameter = 2}},
         {"beta_5", about(1.099839, 10 * sampled), steepest, {.function = "swish", .parameter = 5}},
     }},
    // A smooth function may fall: the least f' is below 0. Softplus' is σ(x) > 0, here at −8.
    {"smooth_is_monotone",
     Verdict::is_false,
     {
         {"gelu", about(-0.128904, sampled), flattest, {.function = "gelu"}},
         {"silu", about(-0.099839, sampled), flattest, {.function = "silu"}},
         {"mish", about(-0.112526, sampled), flattest, {.function = "mish"}},
         {"softplus", about(0.000335, sampled), flattest, {.function = "softplus"}},
         {"relu", exactly(0), flattest, {.function = "relu"}},
     }},
    // There is no derivative at the kink: 0 and 1 are its two sides, ½ their mean, and 0 what is chosen.
    {"relu_derivative_at_zero",
     Verdict::conditional,
     {
         {"left", exactly(0), slope, {.function = "relu", .x = -1e-300}},
         {"at_0", exactly(0), slope, {.function = "relu"}},
         {"right", exactly(1), slope, {.function = "relu", .x = 1e-300}},
         {"central_difference",
          about(0.5, 1e-12),
          [](const Setup& s, std::uint32_t) {
            return evaluate({function_of(s), s.x}).value().df_difference;
          },
          {.function = "relu"}},
     }},
    // The pieces of the function are linear; those of its derivative are constants. ELU's left piece
    // bends: f'' = eˣ, at −½ it is e^(−½).
    {"leaky_derivative_linear",
     Verdict::is_false,
     {
         {"leaky_at_minus_5", exactly(0.2), slope, {.function = "leaky_relu", .parameter = 0.2, .x = -5}},
         {"leaky_at_minus_1", exactly(0.2), slope, {.function = "leaky_relu", .parameter = 0.2, .x = -1}},
         {"leaky_at_5", exactly(1), slope, {.function = "leaky_relu", .parameter = 0.2, .x = 5}},
         {"leaky_bend", exactly(0), largest_bend_on_the_left, {.function = "leaky_relu", .parameter = 0.2}},
         {"elu_bend", about(0.606531, sampled), largest_bend_on_the_left, {.function = "elu"}},
     }},
};

}  // namespace

std::span<const Claim> slope_claims() { return list; }

}  // namespace actlab

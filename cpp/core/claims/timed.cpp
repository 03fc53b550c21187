#include <algorithm>

#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/network/matrix_product.hpp"

/// Claims about time. A row does work of some ten milliseconds and gives the number of results that it
/// computed; who has a clock divides.
namespace actlab {
namespace {

/// f of 2²³ floats, 4096 at a time, so that they stay in the nearest cache.
double activate(const Setup& s, std::uint32_t seed) {
  constexpr int rounds = 1 << 11;
  const Matrix x = draw_input({.width = 4096, .seed = seed});
  std::vector<float> y(x.values.size());
  const Function function = function_of(s);
  for (int i = 0; i < rounds; ++i) function.activation->forward(x.values, y, function.parameters);
  return rounds * double(y.size());
}

/// The products of a dense layer of 256 inputs and 256 outputs, for 32 examples at a time, with all
/// inputs 1 but those `zero_below`.
double multiply(std::uint32_t seed, std::size_t zeros_of_4) {
  constexpr std::size_t width = 256, batch = 32;
  constexpr int rounds = 1 << 7;
  const Matrix w = draw_layers({.depth = 1, .width = width, .seed = seed})[0].w;
  std::vector<float> x(batch * width), y(batch * width);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = i % 4 < zeros_of_4 ? 0.0F : 1.0F;
  MatrixProduct product;
  for (int i = 0; i < rounds; ++i) {
    product(batch, width, width, x, Operand::as_is, w.values, Operand::as_is, y);
  }
  return rounds * double(y.size());
}

double dense_layer(const Setup&, std::uint32_t seed) { return multiply(seed, 0); }

constexpr Claim list[] = {
    // An exponential costs more than a comparison, and both little beside a layer's products.
    {"cheaper_without_exp",
     Verdict::is_true,
     {
         {"relu", anything_positive, activate, {.function = "relu"}},
         {"sigmoid", anything_positive, activate, {.function = "sigmoid"}},
         {"tanh", anything_positive, activate, {.function = "tanh"}},
         {"gelu", anything_positive, activate, {.function = "gelu"}},
         {"dense_layer", anything_positive, dense_layer},
     },
     ClaimKind::timed},
    {"leaky_faster_than_elu",
     Verdict::is_true,
     {
         {"leaky_relu", anything_positive, activate, {.function = "leaky_relu"}},
         {"elu", anything_positive, activate, {.function = "elu"}},
         {"dense_layer", anything_positive, dense_layer},
     },
     ClaimKind::timed},
    {"elu_slower",
     Verdict::is_true,
     {
         {"relu", anything_positive, activate, {.function = "relu"}},
         {"elu", anything_positive, activate, {.function = "elu"}},
         {"dense_layer", anything_positive, dense_layer},
     },
     ClaimKind::timed},
    // A dense product multiplies by zeros like by anything else.
    {"zeros_save_time",
     Verdict::conditional,
     {
         {"no_zeros", anything_positive, dense_layer},
         {"half_zeros", anything_positive,
          [](const Setup&, std::uint32_t seed) { return multiply(seed, 2); }},
         {"all_zeros", anything_positive, [](const Setup&, std::uint32_t seed) { return multiply(seed, 4); }},
     },
     ClaimKind::timed},
};

}  // namespace

std::span<const Claim> timed_claims() { return list; }

}  // namespace actlab

#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"
#include "core/labs/speed.hpp"

/// Claims about time. A row does work of some ten milliseconds and gives the number of results that it
/// computed; who has a clock divides.
namespace actlab {
namespace {

/// f of 2²³ floats.
double activate(const Setup& s, std::uint32_t) {
  return speed({.function = function_of(s), .rounds = 1 << 11}).value().results;
}

/// A dense layer of 256 inputs and 256 outputs, with so many of each four inputs 0.
template <std::size_t zeros_of_4>
double multiply(const Setup&, std::uint32_t) {
  return multiply_dense(256, 1 << 7, zeros_of_4);
}
constexpr auto dense_layer = multiply<0>;

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
         {"half_zeros", anything_positive, multiply<2>},
         {"all_zeros", anything_positive, multiply<4>},
     },
     ClaimKind::timed},
};

}  // namespace

std::span<const Claim> timed_claims() { return list; }

}  // namespace actlab

// The core's parts for the benchmark in JavaScript: each `prepare…` sets up one piece of work, `run`
// does it once, `output` copies what it left behind.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/labs/gradient_flow.hpp"
#include "core/math/float4.hpp"
#include "core/network/matrix_product.hpp"
#include "core/registry.hpp"
#include "training_step.hpp"

namespace actlab {
namespace {

using emscripten::val;

std::function<void()> work;
std::vector<float> a, b, y, dy;

std::vector<float> floats(const val& array) { return emscripten::convertJSArrayToNumberVector<float>(array); }

/// Each run takes the next piece of x, of so many numbers, and writes its values where the last one's were.
void prepare_activation(const std::string& id, bool with_derivative, const val& x, double size) {
  const Activation* activation = find_activation(id);
  const auto n = static_cast<std::size_t>(size);
  a = floats(x);
  y.assign(n, 0);
  dy.assign(n, 0);
  work = [=, p = activation->defaults(), first = std::size_t{0}]() mutable {
    const std::span<const float> piece(a.data() + first, n);
    if (with_derivative) {
      activation->forward_with_derivative(piece, y, dy, p);
    } else {
      activation->forward(piece, y, p);
    }
    first = first + n < a.size() ? first + n : 0;
  };
}

/// C = op(A) op(B), all n × n.
void prepare_product(double size, bool transpose_a, bool transpose_b, const val& left, const val& right) {
  const auto n = static_cast<std::size_t>(size);
  const auto op = [](bool transposed) { return transposed ? Operand::transposed : Operand::as_is; };
  a = floats(left);
  b = floats(right);
  y.assign(n * n, 0);
  work = [=, product = MatrixProduct()]() mutable {
    product(n, n, n, a, op(transpose_a), b, op(transpose_b), y);
  };
}

/// The gradient lab's pass with all its statistics; the weights are drawn here, beforehand.
void prepare_gradient_pass(const std::string& id, double depth, double width, double batch, double gain) {
  const Activation* activation = find_activation(id);
  const RandomNetwork network{.function = {activation, activation->defaults()},
                              .initialisation = "lecun_uniform",
                              .depth = int(depth),
                              .width = int(width),
                              .gain = gain,
                              .batch = int(batch)};
  work = [network, layers = draw_layers(network), input = draw_input(network),
          gradient = draw_output_gradient(network)] { measure(network, layers, input, gradient); };
}

void prepare_training_step(const std::string& id, double depth, double width, double batch) {
  work = training_step(id, static_cast<std::size_t>(depth), static_cast<std::size_t>(width),
                       static_cast<std::size_t>(batch));
}

/// The machine's limits: multiplications and additions in registers, and a copy, four vectors at a time.
///
/// A step multiplies in half of the chains and adds in the others, so that none waits for both and the
/// chains that the registers hold are enough to hide what one operation takes.
void prepare_multiply_add(int steps) {
  constexpr int chains = 6;
  work = [steps] {
    Float4 products[chains], sums[chains];
    for (int i = 0; i < chains; ++i) products[i] = sums[i] = Float4(i + 1);
    const Float4 factor(0.9999), term(1e-4);
    for (int k = 0; k < steps; ++k) {
      for (int i = 0; i < chains; ++i) {
        products[i] *= factor;
        sums[i] += term;
      }
    }
    y.assign(4, 0);
    for (int i = 0; i < chains; ++i) (Float4::load(y.data()) + products[i] + sums[i]).store(y.data());
  };
}

void prepare_copy(double size) {
  a.assign((static_cast<std::size_t>(size) + 15) / 16 * 16, 1);
  y.assign(a.size(), 0);
  work = [] {
    const float* from = a.data();
    float* to = y.data();
    for (const float* const end = from + a.size(); from < end;
         from += 4 * Float4::lanes, to += 4 * Float4::lanes) {
      for (int i = 0; i < 4 * Float4::lanes; i += Float4::lanes) Float4::load(from + i).store(to + i);
    }
  };
}

val copy_of(const std::vector<float>& values) {
  return val::global("Float32Array").new_(emscripten::typed_memory_view(values.size(), values.data()));
}

EMSCRIPTEN_BINDINGS(bench) {
  emscripten::function("prepareActivation", prepare_activation);
  emscripten::function("prepareProduct", prepare_product);
  emscripten::function("prepareGradientPass", prepare_gradient_pass);
  emscripten::function("prepareTrainingStep", prepare_training_step);
  emscripten::function("prepareMultiplyAdd", prepare_multiply_add);
  emscripten::function("prepareCopy", prepare_copy);
  emscripten::function(
      "run", +[](int times) {
        for (int i = 0; i < times; ++i) work();
      });
  emscripten::function(
      "output", +[] { return copy_of(y); });
  emscripten::function(
      "derivative", +[] { return copy_of(dy); });
}

}  // namespace
}  // namespace actlab

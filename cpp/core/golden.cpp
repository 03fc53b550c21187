#include "core/golden.hpp"

#include "core/curve.hpp"
#include "core/hash.hpp"
#include "core/labs/gradient_flow.hpp"

namespace actlab {
namespace {

Function with_defaults(const char* id) {
  const Activation* row = find_activation(id);
  return {row, row->defaults()};
}

std::string curve(const char* id) {
  return ResultHash::of(sample_curve({with_defaults(id), -20, 20, 4001}).value());
}

std::string flow(const char* id, int depth, int width, const char* initialisation, double gain) {
  return ResultHash::of(gradient_flow({.function = with_defaults(id),
                                       .initialisation = initialisation,
                                       .depth = depth,
                                       .width = width,
                                       .gain = gain,
                                       .batch = 2,
                                       .seed = 7})
                            .value());
}

struct Scene {
  const char* name;
  const char* expected;
  std::string (*run)();
};

constexpr Scene scenes[] = {
    {"curve of sigmoid", "", [] { return curve("sigmoid"); }},
    {"curve of tanh", "", [] { return curve("tanh"); }},
    {"curve of leaky_relu", "", [] { return curve("leaky_relu"); }},
    {"curve of elu", "", [] { return curve("elu"); }},
    {"curve of selu", "", [] { return curve("selu"); }},
    {"curve of gelu", "", [] { return curve("gelu"); }},
    {"curve of gelu_tanh", "", [] { return curve("gelu_tanh"); }},
    {"gradients of sigmoid, vanishing", "", [] { return flow("sigmoid", 100, 33, "xavier_normal", 1); }},
    {"gradients of tanh, uniform weights", "", [] { return flow("tanh", 30, 64, "xavier_uniform", 1); }},
    {"gradients of relu, exploding", "", [] { return flow("relu", 50, 40, "he_normal", 2); }},
    {"gradients of selu, self-normalising", "", [] { return flow("selu", 50, 64, "lecun_normal", 1); }},
    {"gradients of gelu", "", [] { return flow("gelu", 20, 128, "he_uniform", 1); }},
};

}  // namespace

std::size_t golden_count() { return std::size(scenes); }

GoldenResult run_golden(std::size_t index) {
  const Scene& scene = scenes[index];
  return {scene.name, scene.expected, scene.run()};
}

}  // namespace actlab

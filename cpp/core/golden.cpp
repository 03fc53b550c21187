#include "core/golden.hpp"

#include "core/curve.hpp"
#include "core/hash.hpp"
#include "core/labs/gradient_flow.hpp"
#include "core/labs/self_normalisation.hpp"
#include "core/labs/training.hpp"

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

/// What is measured after 60 steps.
std::string training(const TrainingRequest& request) {
  const auto run = TrainingRun::begin(request);
  run.value()->advance(60);
  return ResultHash::of(run.value()->report());
}

struct Scene {
  const char* name;
  const char* expected;
  std::string (*run)();
};

constexpr Scene scenes[] = {
    {"curve of sigmoid", "e958122d5d7f88df", [] { return curve("sigmoid"); }},
    {"curve of tanh", "8fb7856e7ee660dc", [] { return curve("tanh"); }},
    {"curve of leaky_relu", "49d7732d39bc4736", [] { return curve("leaky_relu"); }},
    {"curve of elu", "68e5375a0854d559", [] { return curve("elu"); }},
    {"curve of selu", "9a71b63a40368358", [] { return curve("selu"); }},
    {"curve of gelu", "8fbcc95fa32acc57", [] { return curve("gelu"); }},
    {"curve of gelu_tanh", "923a2e4d4a19f66e", [] { return curve("gelu_tanh"); }},
    {"gradients of sigmoid, vanishing", "2f692ac7cbd64a0b",
     [] { return flow("sigmoid", 100, 33, "xavier_normal", 1); }},
    {"gradients of tanh, uniform weights", "53eef265c3d868d4",
     [] { return flow("tanh", 30, 64, "xavier_uniform", 1); }},
    {"gradients of relu, exploding", "77d673ea5a6b0df5", [] { return flow("relu", 50, 40, "he_normal", 2); }},
    {"gradients of selu, self-normalising", "8595057bb8d5abb0",
     [] { return flow("selu", 50, 64, "lecun_normal", 1); }},
    {"gradients of gelu", "c1ea439196a07186", [] { return flow("gelu", 20, 128, "he_uniform", 1); }},
    {"training of relu with momentum, decay and clipping", "52ff96120a0f4425",
     [] {
       return training(
           {.function = with_defaults("relu"), .weight_decay = 0.001, .clip = 0.5, .batch = 33, .seed = 7});
     }},
    {"training of prelu with Adam and batch normalisation", "160fddbe8738b0ac",
     [] {
       return training({.function = with_defaults("prelu"),
                        .data = "moons",
                        .normalisation = "batch",
                        .slopes = "per_unit",
                        .optimiser = "adam"});
     }},
    {"training of rrelu on a curve with alpha dropout", "9c6d6efaca4cb6d9",
     [] {
       return training({.function = with_defaults("rrelu"),
                        .data = "curve",
                        .normalisation = "layer",
                        .dropout = "alpha",
                        .dropout_p = 0.1,
                        .optimiser = "sgd"});
     }},
    {"mean and variance of selu with alpha dropout", "143955823fd8ecea",
     [] {
       return ResultHash::of(
           self_normalisation(
               {.function = with_defaults("selu"), .depth = 8, .width = 65, .dropout = "alpha"})
               .value());
     }},
};

}  // namespace

std::size_t golden_count() { return std::size(scenes); }

GoldenResult run_golden(std::size_t index) {
  const Scene& scene = scenes[index];
  return {scene.name, scene.expected, scene.run()};
}

}  // namespace actlab

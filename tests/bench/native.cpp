// Google Benchmark of the core as native code: every activation function's kernels beside a copy of the same
// memory, the matrix product, the gradient lab's pass, a step of training. Ratios of one run compare well
// between machines; times do not.
#include <benchmark/benchmark.h>

#include <cstring>
#include <string>
#include <vector>

#include "core/labs/gradient_flow.hpp"
#include "core/network/matrix_product.hpp"
#include "core/registry.hpp"
#include "training_step.hpp"

using namespace actlab;

namespace {

constexpr std::size_t count = 1 << 14;  // 64 KiB: larger than L1, smaller than L2

std::vector<float> from_minus_8_to_8() {
  std::vector<float> x(count);
  for (std::size_t i = 0; i < count; ++i) x[i] = float(i) / float(count) * 16 - 8;
  return x;
}

void count_items(benchmark::State& state, std::size_t items) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
}

void copy(benchmark::State& state) {
  const std::vector<float> x = from_minus_8_to_8();
  std::vector<float> y(count);
  for (auto _ : state) {
    std::memcpy(y.data(), x.data(), count * sizeof(float));
    benchmark::DoNotOptimize(y.data());
    benchmark::ClobberMemory();
  }
  count_items(state, count);
}

void value(benchmark::State& state, const Activation& activation) {
  const std::vector<float> x = from_minus_8_to_8();
  std::vector<float> y(count);
  for (auto _ : state) activation.forward(x, y, activation.defaults());
  count_items(state, count);
}

void value_and_slope(benchmark::State& state, const Activation& activation) {
  const std::vector<float> x = from_minus_8_to_8();
  std::vector<float> y(count), dy(count);
  for (auto _ : state) activation.forward_with_derivative(x, y, dy, activation.defaults());
  count_items(state, count);
}

/// Items are floating-point operations.
void product(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  const std::vector<float> a(n * n, 0.5F), b(n * n, 0.25F);
  std::vector<float> c(n * n);
  MatrixProduct multiply;
  for (auto _ : state) multiply(n, n, n, a, Operand::as_is, b, Operand::as_is, c);
  count_items(state, 2 * n * n * n);
}

void gradient_pass(benchmark::State& state) {
  const Activation* tanh = find_activation("tanh");
  const RandomNetwork network{.function = {tanh, tanh->defaults()}, .depth = 50, .width = 128, .batch = 128};
  const std::vector<Layer> layers = draw_layers(network);
  const Matrix input = draw_input(network), gradient = draw_output_gradient(network);
  for (auto _ : state) benchmark::DoNotOptimize(measure(network, layers, input, gradient));
}

void training(benchmark::State& state) {
  const auto step = training_step("tanh", 50, 128, 128);
  for (auto _ : state) step();
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RegisterBenchmark("copy", copy);
  for (const Activation& activation : registry()) {
    const std::string id(activation.info.id);
    benchmark::RegisterBenchmark((id + ", value").c_str(), value, activation);
    benchmark::RegisterBenchmark((id + ", value and slope").c_str(), value_and_slope, activation);
  }
  benchmark::RegisterBenchmark("matrix product", product)->Arg(128)->Arg(256)->Arg(512);
  benchmark::RegisterBenchmark("gradient pass", gradient_pass)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("training step", training)->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
}

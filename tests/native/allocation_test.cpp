#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "core/labs/training.hpp"
#include "core/network/dense_network.hpp"
#include "core/network/matrix_product.hpp"
#include "core/network/normalisation.hpp"
#include "core/network/optimiser.hpp"
#include "core/registry.hpp"

// What runs again and again allocates nothing: every allocation of this program is counted.

namespace {
std::size_t allocated = 0;
}

void* operator new(std::size_t size) {
  ++allocated;
  if (void* p = std::malloc(size)) return p;
  std::abort();
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

using namespace actlab;

namespace {

template <class Work>
std::size_t allocations_in(Work&& work) {
  const std::size_t before = allocated;
  work();
  return allocated - before;
}

Function function(const char* id) {
  const Activation* row = find_activation(id);
  return {row, row->defaults()};
}

}  // namespace

TEST_CASE("allocations: they are counted") {
  CHECK(allocations_in([] { std::vector<float> v(3); }) == 1);
}

TEST_CASE("allocations: a step of training makes none") {
  TrainingRequest request{.data = "moons", .examples = 100, .batch = 16};
  for (const Choice& normalisation : normalisation_choices()) {
    for (const char* dropout : {"none", "ordinary", "alpha"}) {
      for (const char* id : {"tanh", "gelu", "prelu", "rrelu"}) {
        for (const Choice& optimiser : optimiser_choices()) {
          request.function = function(id);
          request.normalisation = normalisation.id;
          request.dropout = dropout;
          request.optimiser = optimiser.id;
          request.weight_decay = request.clip = 0.5;
          INFO(id << ", " << normalisation.id << ", dropout " << dropout << ", " << optimiser.id);
          const auto run = TrainingRun::begin(request);
          run.value()->advance(10);  // an epoch, so that every size has been met
          CHECK(allocations_in([&] { run.value()->advance(30); }) == 0);
        }
      }
    }
  }
}

TEST_CASE("allocations: the gradient lab's backward pass makes as many for every depth") {
  constexpr std::size_t width = 20, rows = 9;
  const auto allocations_at = [](std::size_t depth, Normalisation normalisation, bool residual) {
    const Function tanh = function("tanh");
    const Layer layer{Matrix(width, width), std::vector<float>(width), tanh, normalisation, residual};
    const std::vector<Layer> layers(depth, layer);
    const Trace trace = forward(layers, Matrix(rows, width));
    return allocations_in([&] { backward(layers, trace, Matrix(rows, width), [](auto...) {}); });
  };
  for (const Normalisation kind : {Normalisation::none, Normalisation::batch, Normalisation::layer}) {
    for (const bool residual : {false, true}) {
      INFO("normalisation " << static_cast<int>(kind) << ", residual " << residual);
      CHECK(allocations_at(30, kind, residual) == allocations_at(10, kind, residual));
    }
  }
}

TEST_CASE("allocations: kernels make none, and a product only for its first size") {
  std::vector<float> x(1001), y(1001), dy(1001), c(30 * 30);
  for (const Activation& row : registry()) {
    INFO(row.info.id);
    CHECK(allocations_in([&] { row.forward_with_derivative(x, y, dy, row.defaults()); }) == 0);
  }
  MatrixProduct product;
  const auto multiply = [&] { product(30, 30, 30, x, Operand::as_is, y, Operand::transposed, c); };
  multiply();
  CHECK(allocations_in(multiply) == 0);
}

#include "core/labs/neuron_chain.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace actlab;
using Catch::Matchers::WithinAbs;

TEST_CASE("neuron chain: the product of the factors is the derivative of the output", "[labs]") {
  NeuronChainRequest r = neuron_chain_schema().initial();
  r.w1 = 2;
  r.w2 = -1.5;
  r.w3 = 0.7;
  r.w4 = 3;
  r.w5 = -0.4;
  r.b = 0.2;
  const NeuronChain chain = neuron_chain(r).value();
  const auto output = [&](double x) {
    NeuronChainRequest moved = r;
    moved.x = x;
    return neuron_chain(moved).value().h.back();
  };
  const double step = 1e-5;
  CHECK_THAT(chain.gradient.front(),
             WithinAbs((output(r.x + step) - output(r.x - step)) / (2 * step), 1e-10));
  CHECK(chain.gradient.back() == chain.factor.back());
}

TEST_CASE("neuron chain: five sigmoids with weight 1 keep less than a quarter each", "[labs]") {
  const NeuronChain chain = neuron_chain(neuron_chain_schema().initial()).value();
  for (const double factor : chain.factor) CHECK(factor <= 0.25);
  CHECK(chain.gradient.front() < 1.0 / 1024);
}

TEST_CASE("neuron chain: the largest slope is that of the function with the parameters in use", "[labs]") {
  const auto largest_slope = [](const char* id, double parameter) {
    const Activation* activation = find_activation(id);
    REQUIRE(activation);
    return neuron_chain({.function = {activation, {parameter}}}).value().largest_slope;
  };
  CHECK(largest_slope("elu", 1) == 1);
  CHECK(largest_slope("elu", 2) == 2);
  CHECK(largest_slope("sigmoid", 0) == 0.25);
  CHECK(largest_slope("squared_relu", 0) == infinity);
}

#include "core/fingerprint.hpp"

#include "core/curve.hpp"
#include "core/data/shapes.hpp"
#include "core/hash.hpp"
#include "core/labs/depth_map.hpp"
#include "core/labs/gradient_flow.hpp"
#include "core/labs/gradient_theory.hpp"
#include "core/labs/neuron_chain.hpp"
#include "core/labs/phase_diagram.hpp"
#include "core/labs/self_normalisation.hpp"
#include "core/labs/training.hpp"
#include "core/network/initialisation.hpp"
#include "core/network/normalisation.hpp"
#include "core/vector_curve.hpp"
#include "core/vector_registry.hpp"

namespace actlab {
namespace {

/// Floats whose bit patterns are evenly spaced over the whole line, NaN and infinities included, and −0.
std::vector<float> float_sweep(std::uint32_t step) {
  std::vector<float> sweep;
  std::uint32_t bits = 0;
  do {
    sweep.push_back(__builtin_bit_cast(float, bits));
    bits += step;
  } while (bits >= step);
  sweep.push_back(-0.0F);
  return sweep;
}

/// Every 16th float of the sweep, with other digits behind those that a float can hold, and −0.
std::vector<double> double_sweep(const std::vector<float>& floats) {
  std::vector<double> sweep;
  std::uint64_t digits = 0;
  for (std::size_t i = 0; i < floats.size(); i += 16) {
    const auto x = static_cast<double>(floats[i]);
    sweep.push_back(__builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, x) ^ digits >> 35));
    digits += 0x9E3779B97F4A7C15u;  // 2^64 / golden ratio: the high bits spread evenly
  }
  sweep.push_back(-0.0);
  return sweep;
}

/// float32 kernels, value and derivative.
std::string float_kernels(const Function& function, const std::vector<float>& x) {
  std::vector<float> y(x.size()), dy(x.size());
  Hash hash;
  function.activation->forward(x, y, function.parameters);
  hash.add(y);
  function.forward_with_derivative(x, y, dy);
  hash.add(y);
  hash.add(dy);
  return hash.hex();
}

/// Every formula in double.
std::string double_formulas(const Function& function, const std::vector<double>& sweep) {
  const Activation& row = *function.activation;
  const Parameters& p = function.parameters;
  Hash hash;
  for (const double x : sweep) {
    hash.add(row.f(x, p));
    hash.add(row.df(x, p));
    hash.add(row.df_by_dual_number(x, p));
    hash.add(row.d2f(x, p));
    if (row.dparameter) hash.add(row.dparameter(x, p));
  }
  return hash.hex();
}

std::string curve(const Function& function) {
  return ResultHash::of(sample_curve({function, -9.7, 11.3, 1234}).value());
}

std::string gradients(const Function& function, const Initialisation& rule) {
  return ResultHash::of(gradient_flow({.function = function,
                                       .initialisation = rule.choice.id,
                                       .depth = 12,
                                       .width = 19,
                                       .batch = 3,
                                       .seed = 5})
                            .value());
}

std::string residual_gradients(const Function& function, const std::string& normalisation) {
  return ResultHash::of(gradient_flow({.function = function,
                                       .depth = 6,
                                       .width = 9,
                                       .normalisation = normalisation,
                                       .residual = "on",
                                       .batch = 5})
                            .value());
}

std::string theory(const Function& function) {
  return ResultHash::of(gradient_theory({.function = function, .depth = 2, .sigma_b = 0.1}).value());
}

std::string chain(const Function& function) {
  return ResultHash::of(
      neuron_chain({.function = function, .x = 0.7, .w1 = -1.3, .w3 = 0.8, .w5 = 2.1, .b = 0.1}).value());
}

std::string logits(const std::string& function) {
  return ResultHash::of(evaluate_logits({function, -0.3, 1.7, 4.1}).value());
}

std::string gate(const std::string& unit) {
  return ResultHash::of(sample_gate({.unit = unit, .a = 1.3, .from = -9.7, .to = 11.3}).value());
}

std::string phases(const Activation& row, int index) {
  return ResultHash::of(phase_row({.function = {&row, row.defaults()}, .row = index}).value());
}

/// Twelve steps, with everything that draws numbers switched on.
std::string training(const Function& function, const std::string& data,
                     const std::string& normalisation = "batch") {
  const auto run = TrainingRun::begin({.function = function,
                                       .data = data,
                                       .examples = 40,
                                       .depth = 2,
                                       .width = 7,
                                       .normalisation = normalisation,
                                       .slopes = "per_unit",
                                       .rrelu = "paper",
                                       .dropout = "alpha",
                                       .dropout_p = 0.2,
                                       .optimiser = "adam",
                                       .weight_decay = 0.01,
                                       .clip = 1,
                                       .batch = 11});
  run.value()->advance(12);
  return ResultHash::of(run.value()->report()) +
         ResultHash::of(run.value()->boundary({.columns = 9}).value());
}

std::string mean_and_variance(const Function& function) {
  return ResultHash::of(
      self_normalisation({.function = function, .depth = 3, .width = 9, .batch = 5, .dropout = "ordinary"})
          .value());
}

}  // namespace

std::vector<Fingerprint> fingerprints(std::uint32_t step) {
  const std::vector<float> floats = float_sweep(step);
  const std::vector<double> doubles = double_sweep(floats);
  std::vector<Fingerprint> all;
  for (const Activation& row : registry()) {
    const Function function{&row, row.defaults()};
    const std::string id(row.info.id);
    all.push_back({id + " in float", float_kernels(function, floats)});
    all.push_back({id + " in double", double_formulas(function, doubles)});
    all.push_back({"curve of " + id, curve(function)});
    all.push_back({"theory of " + id, theory(function)});
    all.push_back({"chain of " + id, chain(function)});
    all.push_back({"mean and variance of " + id, mean_and_variance(function)});
    for (const Choice& data : shape_choices()) {
      all.push_back({"training of " + id + " on " + data.id, training(function, data.id)});
    }
    for (const Initialisation& rule : initialisations()) {
      all.push_back({"gradients of " + id + ", " + rule.choice.id, gradients(function, rule)});
    }
    for (const Choice& normalisation : normalisation_choices()) {
      all.push_back({"gradients of " + id + ", residual, normalisation " + normalisation.id,
                     residual_gradients(function, normalisation.id)});
      all.push_back({"training of " + id + ", normalisation " + normalisation.id,
                     training(function, "moons", normalisation.id)});
    }
  }
  for (const VectorFunction& function : vector_functions()) {
    const std::string id(function.info.id);
    all.push_back({"logits of " + id, logits(id)});
  }
  for (const GatedUnit& unit : gated_units()) {
    const std::string id(unit.info.id);
    all.push_back({"gate of " + id, gate(id)});
  }
  const Activation* tanh = find_activation("tanh");
  all.push_back(
      {"map of depths of tanh", ResultHash::of(depth_map_column({{tanh, tanh->defaults()}}).value())});
  all.push_back({"phases of tanh", phases(*find_activation("tanh"), 1)});
  return all;
}

}  // namespace actlab

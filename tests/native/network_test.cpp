#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <span>

#include "core/network/dense_network.hpp"
#include "core/network/initialisation.hpp"

using namespace actlab;

namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, double deviation, Random& random) {
  Matrix m(rows, columns);
  for (float& x : m.values) x = static_cast<float>(deviation * random.normal());
  return m;
}

/// A small network of unequal widths with biases, so that a swapped index or transpose shows.
std::vector<Layer> small_network(const Function& f, Random& random,
                                 Normalisation normalisation = Normalisation::none) {
  const std::size_t widths[] = {3, 5, 4, 3};
  std::vector<Layer> layers;
  for (std::size_t l = 0; l + 1 < std::size(widths); ++l) {
    Layer layer{random_matrix(widths[l], widths[l + 1], 1.2, random), std::vector<float>(widths[l + 1]), f,
                normalisation};
    for (float& b : layer.b) b = static_cast<float>(0.3 * random.normal());
    layers.push_back(layer);
  }
  return layers;
}

/// Ẑ of the definition, in double; `z` holds `rows` examples of `columns` units.
void normalise_by_definition(Normalisation kind, std::size_t rows, std::size_t columns,
                             std::vector<double>& z) {
  const bool over_rows = kind == Normalisation::batch;
  const std::size_t groups = over_rows ? columns : rows;
  const std::size_t count = over_rows ? rows : columns;
  for (std::size_t g = 0; g < groups; ++g) {
    const auto at = [&](std::size_t k) -> double& {
      return over_rows ? z[k * columns + g] : z[g * columns + k];
    };
    double mean = 0, variance = 0;
    for (std::size_t k = 0; k < count; ++k) mean += at(k) / static_cast<double>(count);
    if (kind == Normalisation::rms) mean = 0;
    for (std::size_t k = 0; k < count; ++k)
      variance += (at(k) - mean) * (at(k) - mean) / static_cast<double>(count);
    for (std::size_t k = 0; k < count; ++k) at(k) = (at(k) - mean) / std::sqrt(variance + 1e-5);
  }
}

/// L = Σ g ⊙ Hᴸ in double, straight from the definition; weight or bias `index` of layer `at` is
/// moved by `step`.
struct Reference {
  const std::vector<Layer>& layers;
  const Matrix& input;
  const Matrix& g;

  enum class What { nothing, weight, bias };

  double loss(What what = What::nothing, std::size_t at = 0, std::size_t index = 0, double step = 0) const {
    std::vector<double> h(input.values.begin(), input.values.end());
    for (std::size_t l = 0; l < layers.size(); ++l) {
      const Layer& layer = layers[l];
      const std::size_t rows = input.rows, inputs = layer.w.rows, outputs = layer.w.columns;
      std::vector<double> w(layer.w.values.begin(), layer.w.values.end());
      std::vector<double> b(layer.b.begin(), layer.b.end());
      if (l == at && what == What::weight) w[index] += step;
      if (l == at && what == What::bias) b[index] += step;
      std::vector<double> z(rows * outputs);
      for (std::size_t e = 0; e < rows; ++e) {
        for (std::size_t j = 0; j < outputs; ++j) {
          z[e * outputs + j] = b[j];
          for (std::size_t i = 0; i < inputs; ++i)
            z[e * outputs + j] += h[e * inputs + i] * w[i * outputs + j];
        }
      }
      if (layer.normalisation != Normalisation::none) {
        normalise_by_definition(layer.normalisation, rows, outputs, z);
      }
      for (std::size_t k = 0; k < z.size(); ++k) z[k] = layer.f.f(z[k]) + (layer.residual ? h[k] : 0);
      h = z;
    }
    double total = 0;
    for (std::size_t k = 0; k < h.size(); ++k) total += static_cast<double>(g.values[k]) * h[k];
    return total;
  }

  double slope(What what, std::size_t at, std::size_t index) const {
    const double step = 1e-6;
    return (loss(what, at, index, step) - loss(what, at, index, -step)) / (2 * step);
  }
};

/// The largest difference between the backward pass and finite differences, in units of the
/// layer's largest gradient.
double worst_difference(const std::vector<Layer>& layers, const Matrix& input, const Matrix& g) {
  const Reference reference{layers, input, g};
  double worst = 0;
  std::size_t visited = 0;
  backward(layers, forward(layers, input), g, [&](std::size_t l, const LayerGradient& gradient) {
    ++visited;
    double scale = 0;  // of the layer: a normalised layer's bias has no gradient of its own
    const auto compare = [&](Reference::What what, std::span<const float> values) {
      std::vector<double> expected;
      for (std::size_t i = 0; i < values.size(); ++i) {
        expected.push_back(reference.slope(what, l, i));
        scale = std::max(scale, std::fabs(expected.back()));
      }
      for (std::size_t i = 0; i < values.size(); ++i) {
        const double actual = std::ldexp(static_cast<double>(values[i]), gradient.delta.exponent);
        if (scale > 0) worst = std::max(worst, std::fabs(actual - expected[i]) / scale);
      }
    };
    compare(Reference::What::weight, gradient.w.values);
    compare(Reference::What::bias, gradient.b);
  });
  REQUIRE(visited == layers.size());
  return worst;
}

}  // namespace

TEST_CASE("network: backward agrees with finite differences in double, for every activation", "[network]") {
  for (const Activation& row : registry()) {
    Random random(11);
    const auto layers = small_network({&row, row.defaults()}, random);
    const Matrix input = random_matrix(4, 3, 2, random);
    const double worst = worst_difference(layers, input, random_matrix(4, 3, 1, random));
    std::printf("  %-18s backward against finite differences: %.2g of the largest gradient\n",
                row.info.id.data(), worst);
    INFO(row.info.id);
    CHECK(worst < 3e-6);
  }
}

TEST_CASE("network: backward through normalisations and residual connections", "[network]") {
  const Activation& row = *find_activation("tanh");
  const Function f{&row, row.defaults()};
  for (const Choice& choice : normalisation_choices()) {
    INFO(choice.id);
    Random random(12);
    auto layers = small_network(f, random, normalisation_of(choice.id));
    const Matrix input = random_matrix(4, 3, 2, random);
    CHECK(worst_difference(layers, input, random_matrix(4, 3, 1, random)) < 1e-5);

    std::vector<Layer> residual;
    for (int l = 0; l < 4; ++l) {
      residual.push_back(
          {random_matrix(3, 3, 0.8, random), {0.1F, -0.2F, 0.3F}, f, normalisation_of(choice.id), true});
    }
    CHECK(worst_difference(residual, input, random_matrix(4, 3, 1, random)) < 1e-5);
  }
}

TEST_CASE("network: scaling δ by powers of two changes no bit of what float32 can hold", "[network]") {
  Random random(5);
  const Activation& tanh_row = *find_activation("tanh");
  const auto layers = small_network({&tanh_row, tanh_row.defaults()}, random);
  const Matrix input = random_matrix(4, 3, 2, random);
  const Trace trace = forward(layers, input);
  const Matrix g = random_matrix(4, 3, 1, random);
  Matrix tiny = g;
  for (float& x : tiny.values) x = std::ldexp(x, -100);

  std::vector<Floats> weights;
  std::vector<int> exponents;
  backward(layers, trace, g, [&](std::size_t, const LayerGradient& gradient) {
    weights.push_back(gradient.w.values);
    exponents.push_back(gradient.delta.exponent);
  });
  std::size_t i = 0;
  backward(layers, trace, tiny, [&](std::size_t, const LayerGradient& gradient) {
    CHECK(gradient.w.values == weights[i]);
    CHECK(gradient.delta.exponent == exponents[i] - 100);
    ++i;
  });
  CHECK(i == layers.size());
}

TEST_CASE("network: a scaled matrix leaves zeros, infinities and NaN alone", "[network]") {
  for (const float special : {0.0F, INFINITY, NAN}) {
    ScaledMatrix m{Matrix(1, 2)};
    m.matrix.values = {special, 0};
    m.rescale();
    CHECK(m.exponent == 0);
    CHECK(((m.matrix.values[0] == special) ||
           (special != special && m.matrix.values[0] != m.matrix.values[0])));
  }
}

TEST_CASE("network: each initialiser has the variance of its formula", "[network]") {
  const std::size_t inputs = 1000, outputs = 500;
  for (const Initialisation& rule : initialisations()) {
    if (rule.distribution == Initialisation::Distribution::orthogonal) continue;  // see below
    INFO(rule.choice.id);
    const WeightScheme scheme{&rule, 1.5, 0.02};
    Matrix w(inputs, outputs);
    std::vector<float> b(outputs);
    double squares = 0, largest = 0;
    const int rounds = 4;  // 2 million draws
    for (int round = 0; round < rounds; ++round) {
      Random random(2, static_cast<std::uint64_t>(round));
      draw_layer(scheme, inputs, outputs, random, w.values, b);
      for (const float x : w.values) {
        squares += static_cast<double>(x) * static_cast<double>(x);
        largest = std::max(largest, std::fabs(static_cast<double>(x)));
      }
    }
    const double variance = squares / (rounds * 1.0 * inputs * outputs);
    const double expected = scheme.weight_variance(inputs, outputs);
    CHECK(std::fabs(variance / expected - 1) < 0.004);
    if (rule.distribution == Initialisation::Distribution::uniform) {
      CHECK(largest <= std::sqrt(3 * expected) * 1.000001);
    } else {
      CHECK(largest > 4 * std::sqrt(expected));
    }
  }
  const auto variance = [&](const char* id) {
    return WeightScheme{find_initialisation(id), 1, 0.02}.weight_variance(inputs, outputs);
  };
  CHECK(variance("xavier_normal") == 2.0 / 1500);
  CHECK(variance("he_normal") == 2.0 / 1000);
  CHECK(variance("lecun_normal") == 1.0 / 1000);
  CHECK(variance("pytorch_linear") == 1.0 / 3000);
  CHECK(variance("by_hand") == 0.02 * 0.02);
}

TEST_CASE("network: biases are 0 but where the rule or σ_b makes them", "[network]") {
  const std::size_t inputs = 12, outputs = 200'000;
  const auto bias_variance = [&](const char* id, double sigma_b) {
    const WeightScheme scheme{find_initialisation(id), 3, 0.1, sigma_b};
    Matrix w(1, 1);
    std::vector<float> weights(inputs * outputs), b(outputs);
    Random random(4);
    draw_layer(scheme, inputs, outputs, random, weights, b);
    double squares = 0;
    for (const float x : b) squares += static_cast<double>(x) * static_cast<double>(x);
    CHECK(std::fabs(scheme.bias_variance(inputs) - squares / outputs) <= 0.02 * scheme.bias_variance(inputs));
    return scheme.bias_variance(inputs);
  };
  CHECK(bias_variance("he_normal", 0) == 0);
  CHECK(std::fabs(bias_variance("he_normal", 0.5) - 0.25) < 1e-15);
  CHECK(std::fabs(bias_variance("pytorch_linear", 0) - 1.0 / 36) < 1e-15);
  CHECK(std::fabs(bias_variance("pytorch_linear", 0.5) - 1.0 / 36 - 0.25) < 1e-15);
}

TEST_CASE("network: orthogonal weights are orthogonal, with gain², for every shape", "[network]") {
  const WeightScheme scheme{find_initialisation("orthogonal"), 1.5};
  for (const auto& [inputs, outputs] :
       {std::pair<std::size_t, std::size_t>{1, 1}, {7, 7}, {5, 9}, {9, 5}, {64, 64}}) {
    std::vector<float> w(inputs * outputs), b(outputs);
    Random random(6);
    draw_layer(scheme, inputs, outputs, random, w, b);
    const bool rows = inputs <= outputs;  // which of the two are orthogonal
    const std::size_t count = std::min(inputs, outputs), length = std::max(inputs, outputs);
    const auto entry = [&](std::size_t vector, std::size_t k) {
      return static_cast<double>(rows ? w[vector * outputs + k] : w[k * outputs + vector]);
    };
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < count; ++j) {
        double dot = 0;
        for (std::size_t k = 0; k < length; ++k) dot += entry(i, k) * entry(j, k);
        CHECK(std::fabs(dot - (i == j ? 1.5 * 1.5 : 0)) < 1e-6);
      }
    }
  }
}

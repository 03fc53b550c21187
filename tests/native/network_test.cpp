#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>

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
std::vector<Layer> small_network(const Function& f, Random& random) {
  const std::size_t widths[] = {3, 5, 4, 2};
  std::vector<Layer> layers;
  for (std::size_t l = 0; l + 1 < std::size(widths); ++l) {
    Layer layer{random_matrix(widths[l], widths[l + 1], 0.8, random), std::vector<float>(widths[l + 1]), f};
    for (float& b : layer.b) b = static_cast<float>(0.3 * random.normal());
    layers.push_back(layer);
  }
  return layers;
}

/// L = Σ g ⊙ Hᴸ in double, straight from the definition; `changed` of layer `at` is moved by `step`.
struct Reference {
  const std::vector<Layer>& layers;
  const Matrix& input;
  const Matrix& g;

  enum class What { nothing, weight, bias };

  double loss(What what = What::nothing, std::size_t at = 0, std::size_t index = 0, double step = 0) const {
    double total = 0;
    for (std::size_t example = 0; example < input.rows; ++example) {
      std::vector<double> h(input.columns);
      for (std::size_t i = 0; i < h.size(); ++i)
        h[i] = static_cast<double>(input.values[example * h.size() + i]);
      for (std::size_t l = 0; l < layers.size(); ++l) {
        const Layer& layer = layers[l];
        std::vector<double> next(layer.w.columns);
        for (std::size_t j = 0; j < next.size(); ++j) {
          double z = static_cast<double>(layer.b[j]);
          if (what == What::bias && l == at && j == index) z += step;
          for (std::size_t i = 0; i < h.size(); ++i) {
            const std::size_t k = i * next.size() + j;
            double w = static_cast<double>(layer.w.values[k]);
            if (what == What::weight && l == at && k == index) w += step;
            z += h[i] * w;
          }
          next[j] = layer.f.f(z);
        }
        h = next;
      }
      for (std::size_t j = 0; j < h.size(); ++j) {
        total += static_cast<double>(g.values[example * h.size() + j]) * h[j];
      }
    }
    return total;
  }

  double slope(What what, std::size_t at, std::size_t index) const {
    const double step = 1e-6;
    return (loss(what, at, index, step) - loss(what, at, index, -step)) / (2 * step);
  }
};

}  // namespace

TEST_CASE("network: backward agrees with finite differences in double, for every activation", "[network]") {
  double worst = 0;
  const char* worst_id = "";
  for (const Activation& row : registry()) {
    Random random(11);
    const Function f{&row, row.defaults()};
    const auto layers = small_network(f, random);
    const Matrix input = random_matrix(4, 3, 1, random);
    const Matrix g = random_matrix(4, 2, 1, random);
    const Reference reference{layers, input, g};

    std::size_t visited = 0;
    backward(layers, forward(layers, input), g, [&](std::size_t l, const LayerGradient& gradient) {
      ++visited;
      const auto check = [&](Reference::What what, const std::vector<float>& values) {
        std::vector<double> expected;
        double scale = 1e-3;
        for (std::size_t i = 0; i < values.size(); ++i) {
          expected.push_back(reference.slope(what, l, i));
          scale = std::max(scale, std::fabs(expected.back()));
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
          const double actual = std::ldexp(static_cast<double>(values[i]), gradient.delta.exponent);
          const double difference = std::fabs(actual - expected[i]) / scale;
          INFO(row.info.id << " layer " << l + 1 << (what == Reference::What::weight ? " weight " : " bias ")
                           << i);
          CHECK(difference < 3e-6);
          if (difference > worst) {
            worst = difference;
            worst_id = row.info.id.c_str();
          }
        }
      };
      check(Reference::What::weight, gradient.w.values);
      check(Reference::What::bias, gradient.b);
    });
    CHECK(visited == layers.size());
  }
  std::printf("backward against finite differences: worst %.2g of the layer's largest gradient (%s)\n", worst,
              worst_id);
}

TEST_CASE("network: scaling δ by powers of two changes no bit of what float32 can hold", "[network]") {
  Random random(5);
  const Activation& tanh_row = *find_activation("tanh");
  const auto layers = small_network({&tanh_row, tanh_row.defaults()}, random);
  const Matrix input = random_matrix(4, 3, 1, random);
  const Trace trace = forward(layers, input);
  const Matrix g = random_matrix(4, 2, 1, random);
  Matrix tiny = g;
  for (float& x : tiny.values) x = std::ldexp(x, -100);

  std::vector<std::vector<float>> weights;
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
    m.normalise();
    CHECK(m.exponent == 0);
    CHECK(((m.matrix.values[0] == special) ||
           (special != special && m.matrix.values[0] != m.matrix.values[0])));
  }
}

TEST_CASE("network: each initialiser has the variance of its formula", "[network]") {
  const std::size_t inputs = 1000, outputs = 500;
  for (const Initialisation& rule : initialisations()) {
    INFO(rule.choice.id);
    Matrix w(inputs, outputs);
    double squares = 0, largest = 0;
    const int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
      Random random(2, static_cast<std::uint64_t>(round));
      draw_weights(rule, 1.5, inputs, outputs, random, w.values);
      for (const float x : w.values) {
        squares += static_cast<double>(x) * static_cast<double>(x);
        largest = std::max(largest, std::fabs(static_cast<double>(x)));
      }
    }
    const double variance = squares / (rounds * 1.0 * inputs * outputs);
    const double expected = 1.5 * 1.5 * rule.variance(inputs, outputs);
    CHECK(std::fabs(variance / expected - 1) < 0.004);
    if (rule.distribution == Initialisation::Distribution::uniform) {
      CHECK(largest <= std::sqrt(3 * expected) * 1.000001);
    } else {
      CHECK(largest > 4 * std::sqrt(expected));
    }
  }
  CHECK(find_initialisation("xavier_normal")->variance(inputs, outputs) == 2.0 / 1500);
  CHECK(find_initialisation("he_normal")->variance(inputs, outputs) == 2.0 / 1000);
  CHECK(find_initialisation("lecun_normal")->variance(inputs, outputs) == 1.0 / 1000);
}

#include "core/network/trainable_network.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "core/network/loss.hpp"

using namespace actlab;

namespace {

constexpr std::size_t rows = 5;

Function function(const char* id) {
  const Activation* row = find_activation(id);
  return {row, row->defaults()};
}

/// Ẑ of the definition, in double, for one layer; ε = 1e-5.
void normalise_by_definition(Normalisation kind, std::size_t n, std::vector<double>& z) {
  const bool batch = kind == Normalisation::batch;
  for (std::size_t g = 0; g < (batch ? n : rows); ++g) {
    const std::size_t count = batch ? rows : n;
    const auto at = [&](std::size_t k) -> double& { return batch ? z[k * n + g] : z[g * n + k]; };
    double mean = 0, variance = 0;
    for (std::size_t k = 0; k < count; ++k) mean += at(k) / static_cast<double>(count);
    if (kind == Normalisation::rms) mean = 0;
    for (std::size_t k = 0; k < count; ++k)
      variance += (at(k) - mean) * (at(k) - mean) / static_cast<double>(count);
    for (std::size_t k = 0; k < count; ++k) at(k) = (at(k) - mean) / std::sqrt(variance + 1e-5);
  }
}

/// The mean loss in training mode, in double and straight from the definitions, with the same draws.
double loss_by_definition(const NetworkShape& shape, Loss loss, const std::vector<LayerPlace>& places,
                          const std::vector<double>& theta, const std::vector<float>& x,
                          const std::vector<float>& y, Random noise) {
  std::vector<double> h(x.begin(), x.end());
  for (std::size_t l = 0; l <= shape.depth; ++l) {
    const LayerPlace& p = places[l];
    const bool hidden = l < shape.depth;
    std::vector<double> z(rows * p.outputs);
    for (std::size_t e = 0; e < rows; ++e) {
      for (std::size_t j = 0; j < p.outputs; ++j) {
        for (std::size_t i = 0; i < p.inputs; ++i) {
          z[e * p.outputs + j] += h[e * p.inputs + i] * theta[p.w + i * p.outputs + j];
        }
      }
    }
    const bool normalised = hidden && shape.normalisation != Normalisation::none;
    if (normalised) normalise_by_definition(shape.normalisation, p.outputs, z);
    for (std::size_t k = 0; k < z.size(); ++k) {
      const std::size_t j = k % p.outputs;
      z[k] = (normalised ? theta[p.gain + j] * z[k] : z[k]) + theta[p.b + j];
    }
    h = z;
    if (!hidden) break;
    for (std::size_t k = 0; k < z.size(); ++k) {
      const std::size_t j = k % p.outputs;
      double a = 0;
      switch (shape.slopes) {
        case Slopes::none:
          h[k] = shape.function.f(z[k]);
          continue;
        case Slopes::shared:
          a = theta[p.slope];
          break;
        case Slopes::per_unit:
          a = theta[p.slope + j];
          break;
        case Slopes::random: {
          const double l1 = shape.random_slopes.lower, u1 = shape.random_slopes.upper, u = noise.uniform();
          a = shape.random_slopes.paper ? 1 / (1 / u1 + u * (1 / l1 - 1 / u1)) : l1 + u * (u1 - l1);
          break;
        }
      }
      h[k] = z[k] > 0 ? z[k] : a * z[k];
    }
    for (double& value : h) {
      if (shape.dropout.kind == DropoutKind::none) break;
      const double p_drop = shape.dropout.p, q = 1 - p_drop;
      const bool keep = noise.bits() >= p_drop * 4294967296.0;
      if (shape.dropout.kind == DropoutKind::ordinary) {
        value = keep ? value / q : 0;
      } else {
        const double low = -1.7580993408473768599;
        const double a = 1 / std::sqrt(q + low * low * q * p_drop), b = -a * p_drop * low;
        value = a * (keep ? value : low) + b;
      }
    }
  }
  double total = 0;
  const std::size_t outputs = shape.outputs;
  for (std::size_t e = 0; e < rows; ++e) {
    const double target = static_cast<double>(y[e]);
    if (loss == Loss::binary) total += std::log(1 + std::exp(h[e])) - target * h[e];
    if (loss == Loss::squared) total += 0.5 * (h[e] - target) * (h[e] - target);
    if (loss == Loss::softmax) {
      double sum = 0;
      for (std::size_t j = 0; j < outputs; ++j) sum += std::exp(h[e * outputs + j]);
      total += std::log(sum) - h[e * outputs + static_cast<std::size_t>(y[e])];
    }
  }
  return total / rows;
}

struct Case {
  Loss loss;
  Normalisation normalisation;
  Slopes slopes;
  bool paper;
  DropoutKind dropout;
};

/// The largest difference between backward and finite differences, in units of the largest gradient.
double worst_difference(const Case& c) {
  NetworkShape shape{.function = function(c.slopes == Slopes::none     ? "tanh"
                                          : c.slopes == Slopes::random ? "rrelu"
                                                                       : "prelu"),
                     .inputs = 3,
                     .width = 6,
                     .depth = 2,
                     .outputs = c.loss == Loss::softmax ? 4u : 1u,
                     .normalisation = c.normalisation,
                     .slopes = c.slopes,
                     .random_slopes = {0.125, 1.0 / 3, c.paper},
                     .dropout = Dropout(c.dropout, 0.3)};
  TrainableNetwork network(shape, rows + 2);
  network.initialise({find_initialisation("he_normal")}, 0.1, 4);
  Random random(21);
  for (const LayerPlace& p : network.layers()) {  // gains, biases and slopes all different from each other
    for (float& value : network.parameters().subspan(p.b, p.outputs + p.gains + p.slopes))
      value += static_cast<float>(0.2 * random.normal());
  }
  std::vector<float> x(rows * shape.inputs), y(rows);
  for (float& value : x) value = static_cast<float>(1.5 * random.normal());
  for (std::size_t e = 0; e < rows; ++e) {
    y[e] = c.loss == Loss::squared ? static_cast<float>(random.normal())
                                   : static_cast<float>(e % (c.loss == Loss::softmax ? 4 : 2));
  }

  Random noise(8);
  const auto logits = network.forward(x, Mode::training, noise);
  std::vector<float> output_gradient(logits.size());
  loss_gradient(c.loss, logits, y, output_gradient);
  network.backward(x, output_gradient);

  const std::vector<double> theta(network.parameters().begin(), network.parameters().end());
  const auto loss_at = [&](std::size_t i, double step) {
    std::vector<double> moved = theta;
    moved[i] += step;
    return loss_by_definition(shape, c.loss, network.layers(), moved, x, y, Random(8));
  };
  double worst = 0, largest = 0;
  for (std::size_t i = 0; i < theta.size(); ++i) {
    const double expected = (loss_at(i, 1e-6) - loss_at(i, -1e-6)) / 2e-6;
    largest = std::max(largest, std::fabs(expected));
    worst = std::max(worst, std::fabs(static_cast<double>(network.gradient()[i]) - expected));
  }
  return worst / largest;
}

}  // namespace

TEST_CASE("training: the gradient of every parameter agrees with finite differences, in every mode",
          "[network]") {
  const auto all = {Normalisation::none, Normalisation::batch, Normalisation::layer, Normalisation::rms};
  for (const Loss loss : {Loss::binary, Loss::softmax, Loss::squared}) {
    for (const Normalisation normalisation : all) {
      for (const DropoutKind dropout : {DropoutKind::none, DropoutKind::ordinary, DropoutKind::alpha}) {
        for (const Slopes slopes : {Slopes::none, Slopes::shared, Slopes::per_unit, Slopes::random}) {
          for (const bool paper : {false, true}) {
            if (paper && slopes != Slopes::random) continue;
            INFO("loss " << int(loss) << ", normalisation " << int(normalisation) << ", dropout "
                         << int(dropout) << ", slopes " << int(slopes) << (paper ? " of the paper" : ""));
            CHECK(worst_difference({loss, normalisation, slopes, paper, dropout}) < 1e-5);
          }
        }
      }
    }
  }
}

TEST_CASE("training: losses and right answers by hand", "[network]") {
  const std::vector<float> z{2, -1}, y{1, 1};
  const Score binary = score(Loss::binary, z, y);
  CHECK(std::fabs(binary.loss - (std::log(1 + std::exp(-2.0)) + std::log(1 + std::exp(1.0)))) < 1e-12);
  CHECK(binary.correct == 1);
  const Score squared = score(Loss::squared, z, y);
  CHECK(squared.loss == 0.5 * (1 + 4));
  CHECK(squared.correct == 0);
  const std::vector<float> logits{1, 2, 3, 100, 0, -100}, labels{2, 1};
  const Score softmax = score(Loss::softmax, logits, labels);
  CHECK(std::fabs(softmax.loss - (-std::log(0.66524095577) + 100)) < 1e-9);
  CHECK(softmax.correct == 1);
  std::vector<float> g(6);
  loss_gradient(Loss::softmax, logits, labels, g);
  CHECK(std::fabs(static_cast<double>(g[2]) - 0.5 * (0.66524095577 - 1)) < 1e-7);
  CHECK(g[3] == 0.5F);
  CHECK(g[4] == -0.5F);
}

TEST_CASE("training: no loss overflows for large logits", "[network]") {
  const std::vector<float> z{3e4F, -3e4F}, y{0, 1};
  CHECK(score(Loss::binary, z, y).loss == 6e4);
  std::vector<float> g(2);
  loss_gradient(Loss::binary, z, y, g);
  CHECK(g == std::vector<float>{0.5F, -0.5F});
}

TEST_CASE("training: an output that is no number is no right answer", "[network]") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> one{nan}, three{nan, nan, nan}, second_of_three{1, nan, 0}, zero{0};
  CHECK(score(Loss::binary, one, zero).correct == 0);
  CHECK(score(Loss::softmax, three, zero).correct == 0);
  CHECK(score(Loss::softmax, second_of_three, zero).correct == 0);
}

TEST_CASE("training: dropout has the constants of its definition", "[network]") {
  // a and b of alpha dropout for p = 0.1 and 0.5
  const Dropout tenth(DropoutKind::alpha, 0.1), half(DropoutKind::alpha, 0.5);
  CHECK(std::fabs(tenth.factor - 0.9212845161497115) < 1e-12);
  CHECK(std::fabs(tenth.kept - 0.1619709700575702) < 1e-12);
  CHECK(std::fabs(half.factor - 0.8864048946659318) < 1e-12);
  CHECK(std::fabs(half.kept - 0.7791939305180316) < 1e-12);
  const Dropout ordinary(DropoutKind::ordinary, 0.2);
  CHECK(ordinary.factor == 1 / 0.8);
  CHECK(ordinary.kept == 0);
  CHECK(ordinary.dropped == 0);

  std::vector<float> h(200'000, 1.0F), factors(h.size());
  Random random(3);
  drop(ordinary, random, h, factors);
  const auto kept = static_cast<double>(std::count(h.begin(), h.end(), 1.25F));
  CHECK(static_cast<double>(std::count(h.begin(), h.end(), 0.0F)) + kept == 200'000);
  CHECK(std::fabs(kept / 200'000 - 0.8) < 0.004);
}

TEST_CASE("training: RReLU draws from its law and is fixed in evaluation", "[network]") {
  const RandomSlopes pytorch{0.125, 1.0 / 3, false}, paper{0.125, 1.0 / 3, true};
  CHECK(std::fabs(pytorch.evaluation() - 11.0 / 48) < 1e-15);
  CHECK(std::fabs(paper.evaluation() - 2.0 / 11) < 1e-15);
  for (const RandomSlopes& law : {pytorch, paper}) {
    std::vector<float> a(100'000);
    Random random(5);
    law.draw(random, a);
    double sum = 0, inverse = 0;
    for (const float slope : a) {
      CHECK_FALSE((slope < 0.125F || slope > 0.33333334F));
      sum += static_cast<double>(slope) / 1e5;
      inverse += 1 / static_cast<double>(slope) / 1e5;
    }
    if (law.paper)
      CHECK(std::fabs(inverse - 5.5) < 0.02);  // 1/a uniform in (3, 8)
    else
      CHECK(std::fabs(sum - 11.0 / 48) < 0.001);
  }
}

TEST_CASE("training: evaluation knows no noise and batch normalisation uses its running averages",
          "[network]") {
  NetworkShape shape{.function = function("rrelu"),
                     .inputs = 2,
                     .width = 4,
                     .depth = 1,
                     .outputs = 1,
                     .normalisation = Normalisation::batch,
                     .slopes = Slopes::random,
                     .random_slopes = {0.125, 1.0 / 3, false},
                     .dropout = Dropout(DropoutKind::ordinary, 0.5)};
  TrainableNetwork network(shape, 8);
  network.initialise({find_initialisation("he_normal")}, 0, 1);
  Random noise(1);
  const std::vector<float> x{1, 2, -1, 0.5F, 3, -2, 0, 1};
  const auto copy = [](std::span<const float> values) {
    return std::vector<float>(values.begin(), values.end());
  };
  const auto before = copy(network.forward(x, Mode::evaluation, noise));
  CHECK(copy(network.forward(x, Mode::evaluation, noise)) == before);
  const auto alone = copy(network.forward(std::span(x).first(2), Mode::evaluation, noise));
  CHECK(alone[0] == before[0]);
  CHECK(copy(network.forward(x, Mode::training, noise)) != copy(network.forward(x, Mode::training, noise)));

  // after many passes the averages are the batch's own mean and unbiased variance of Z = X W
  for (int i = 0; i < 400; ++i) network.forward(x, Mode::training, noise);
  const LayerPlace& p = network.layers()[0];
  const float* running = network.state().data() + network.parameters().size();
  for (std::size_t j = 0; j < 4; ++j) {
    double z[4], mean = 0, variance = 0;
    for (std::size_t e = 0; e < 4; ++e) {
      z[e] = static_cast<double>(x[2 * e]) * static_cast<double>(network.parameters()[p.w + j]) +
             static_cast<double>(x[2 * e + 1]) * static_cast<double>(network.parameters()[p.w + 4 + j]);
      mean += z[e] / 4;
    }
    for (const double value : z) variance += (value - mean) * (value - mean) / 3;
    CHECK(std::fabs(static_cast<double>(running[j]) - mean) < 1e-5);
    CHECK(std::fabs(static_cast<double>(running[4 + j]) - variance) < 1e-4 * variance);
  }
}

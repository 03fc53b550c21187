#include "core/labs/training.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace actlab;

namespace {

const bool full = std::getenv("ACTLAB_FULL") != nullptr;

Function function(const char* id) {
  const Activation* row = find_activation(id);
  return {row, row->defaults()};
}

/// Spirals that a network of five layers learns in a second.
TrainingRequest spirals(const char* activation, const char* initialisation, double gain, int depth) {
  TrainingRequest r = training_schema().initial();
  r.function = function(activation);
  r.initialisation = initialisation;
  r.gain = gain;
  r.depth = depth;
  r.width = 16;
  r.examples = 200;
  r.noise = 0.02;
  r.batch = 32;
  return r;
}

std::unique_ptr<TrainingRun> begin(const TrainingRequest& r) {
  return std::move(TrainingRun::begin(r).value());
}

TrainingReport after(const TrainingRequest& r, int steps) {
  const auto run = begin(r);
  run->advance(steps);
  return run->report();
}

/// The lowest training loss that one of the learning rates reaches.
double best_loss(TrainingRequest r, int steps, std::initializer_list<double> rates) {
  double best = 1e9;
  for (const double rate : rates) {
    r.rate = rate;
    const double loss = after(r, steps).train_loss;
    if (loss < best) best = loss;  // false for NaN
  }
  return best;
}

/// Counts by brute force: each example by itself, each sum by a loop over the parameters.
std::vector<std::size_t> active_examples(TrainingRun& run) {
  TrainableNetwork& network = run.network();
  const NetworkShape& shape = network.shape();
  std::vector<std::size_t> active(shape.depth * shape.width);
  const Examples& train = run.data().train;
  for (std::size_t e = 0; e < train.count(); ++e) {
    std::vector<float> h(&train.x[e * shape.inputs], &train.x[e * shape.inputs] + shape.inputs);
    for (std::size_t l = 0; l < shape.depth; ++l) {
      const LayerPlace& p = network.layers()[l];
      std::vector<float> next(p.outputs);
      for (std::size_t j = 0; j < p.outputs; ++j) {
        float z = network.parameters()[p.b + j];
        for (std::size_t i = 0; i < p.inputs; ++i) z += h[i] * network.parameters()[p.w + i * p.outputs + j];
        next[j] = z > 0 ? z : 0;
        if (z > 0) ++active[l * shape.width + j];
      }
      h = next;
    }
  }
  return active;
}

constexpr double ln2 = 0.69314718055994530942;

}  // namespace

TEST_CASE("training: depth stops sigmoid with Xavier, and wider weights bring it back", "[labs]") {
  const int seeds = 6, steps = 500;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    auto sigmoid = spirals("sigmoid", "xavier_normal", 1, 10);
    auto wide = spirals("sigmoid", "lecun_normal", 10.149209, 10);  // σ_w² = 103.0076, where χ = 1
    auto relu = spirals("relu", "he_normal", 1, 10);
    sigmoid.seed = wide.seed = relu.seed = seed;
    sigmoid.data = wide.data = relu.data = "moons";
    const double stopped = best_loss(sigmoid, steps, {0.1});
    const double revived = best_loss(wide, steps, {0.05});
    const double trained = best_loss(relu, steps, {0.01});
    std::printf("  seed %u: sigmoid %.4f, with wide weights %.4f, ReLU %.4f\n", seed, stopped, revived,
                trained);
    CHECK(stopped > 0.68);
    CHECK(stopped < 0.72);
    CHECK(revived < 0.6);
    CHECK(trained < 0.01);
  }
}

TEST_CASE("training: ReLU with PyTorch's weights stops at 20 layers, with He's it learns", "[labs]") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    auto small = spirals("relu", "pytorch_linear", 1, 20), he = spirals("relu", "he_normal", 1, 20);
    small.seed = he.seed = seed;
    small.data = he.data = "moons";
    const double stopped = best_loss(small, 500, {0.1});
    const double trained = best_loss(he, 500, {0.01, 0.003});
    std::printf("  seed %u: PyTorch's %.4f, He's %.4f\n", seed, stopped, trained);
    CHECK(stopped > 0.68);
    CHECK(trained < 0.1);
  }
}

TEST_CASE("training: at the start the loss is that of chance, and the gradient slope is the lab's",
          "[labs]") {
  double slope = 0;
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    auto r = spirals("sigmoid", "xavier_normal", 1, 20);
    r.width = 64;
    r.seed = seed;
    const TrainingReport report = after(r, 0);
    CHECK(report.step == 0);
    CHECK(std::fabs(report.train_loss - ln2) < 0.2);
    REQUIRE(report.log10_delta.size() == 20);
    REQUIRE(report.log10_weight_gradient.size() == 21);
    slope += (report.log10_delta[1] - report.log10_delta[18]) / 17 / 8;
  }
  CHECK(std::fabs(slope + 0.63) < 0.02);  // decades per layer, as in the table of small runs
}

TEST_CASE("training: a large learning rate kills ReLUs, and the counts are those of brute force", "[labs]") {
  std::size_t killed_runs = 0;
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    for (const double rate : {0.1, 2.0}) {
      auto r = spirals("relu", "he_normal", 1, 3);
      r.optimiser = "sgd";
      r.width = 32;
      r.seed = seed;
      r.rate = rate;
      const auto run = begin(r);
      const TrainingReport before = run->report();
      run->advance(300);
      const TrainingReport report = run->report();
      const auto active = active_examples(*run);
      std::size_t dead = 0, zeros = 0;
      for (std::size_t unit = 0; unit < active.size(); ++unit) {
        CHECK((report.states[unit] == 2) == (active[unit] == 0));
        dead += active[unit] == 0 ? 1 : 0;
        zeros += 200 - active[unit];
      }
      double counted = 0, share = 0, all = 0, before_dead = 0;
      for (std::size_t l = 0; l < 3; ++l) {
        counted += report.dead[l];
        share += report.zero_share[l];
        before_dead += before.dead[l];
        all += report.alive[l] + report.silent[l] + report.dead[l] + report.revived[l];
      }
      CHECK(counted == static_cast<double>(dead));
      CHECK(all == 96);
      CHECK(std::fabs(share / 3 - static_cast<double>(zeros) / (96.0 * 200)) < 1e-12);
      std::printf("  seed %u, rate %.1f: dead %g -> %g of 96, accuracy %.2f\n", seed, rate, before_dead,
                  counted, report.train_accuracy);
      if (rate < 1) CHECK(counted <= before_dead + 10);
      if (rate > 1 && (counted > before_dead + 30 || report.diverged_step > 0)) ++killed_runs;
    }
  }
  CHECK(killed_runs >= 4);
}

TEST_CASE("training: a low bias kills every unit at once, a leaky slope none; some come back", "[labs]") {
  auto r = spirals("relu", "he_normal", 1, 2);
  r.bias = -5;
  const TrainingReport relu = after(r, 0);
  CHECK(relu.dead[0] + relu.dead[1] > 28);
  r.function = function("leaky_relu");
  const TrainingReport leaky = after(r, 0);
  CHECK(leaky.dead[0] + leaky.dead[1] == 0);

  // A unit that is dead in one report and not in the next is a revived one, as long as it lives.
  auto lively = spirals("relu", "he_normal", 1, 3);
  lively.bias = -0.7;
  const auto run = begin(lively);
  std::vector<char> was_dead(48);
  double revivals = 0;
  for (int i = 0; i < 12; ++i, run->advance(25)) {
    const TrainingReport report = run->report();
    const auto active = active_examples(*run);
    for (std::size_t unit = 0; unit < 48; ++unit) {
      const bool dead = active[unit] == 0;
      CHECK((report.states[unit] == 3) == (!dead && was_dead[unit]));
      if (report.states[unit] == 3) ++revivals;
      was_dead[unit] = was_dead[unit] || dead;
    }
  }
  CHECK(revivals > 0);
}

TEST_CASE("training: weights too large overflow in a few steps; clipping prevents that and not the bad loss",
          "[labs]") {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    auto r = spirals("relu", "he_normal", 2, 20);
    r.optimiser = "sgd";
    r.rate = 0.01;
    r.width = 32;
    r.batch = 200;
    r.seed = seed;
    const auto run = begin(r);
    const TrainingProgress p = run->advance(50);
    CHECK(p.diverged_step > 0);
    CHECK(p.diverged_step <= 10);
    CHECK(p.diverged_layer >= 1);
    CHECK(p.diverged_layer <= 21);
    CHECK(run->advance(10).step == p.step);  // nothing more happens
    const TrainingReport broken = run->report();
    CHECK(broken.diverged_step == p.diverged_step);
    r.clip = 1;
    const auto clipped = begin(r);
    CHECK(clipped->advance(50).diverged_step == 0);
    CHECK(clipped->report().train_loss > 10);
  }
}

TEST_CASE("training: PReLU's slopes start at a quarter, move, and are not decayed", "[labs]") {
  for (const char* slopes : {"shared", "per_unit"}) {
    auto r = spirals("prelu", "he_normal", 1, 3);
    r.slopes = slopes;
    const TrainingReport start = after(r, 0);
    const std::size_t count = std::string(slopes) == "shared" ? 3 : 48;
    CHECK(start.slopes == std::vector<double>(count, 0.25));
    const TrainingReport moved = after(r, 200);
    CHECK(std::count_if(moved.slopes.begin(), moved.slopes.end(),
                        [](double a) { return std::fabs(a - 0.25) > 0.01; }) > std::ptrdiff_t(count / 2));

    // One step with and without decay: only weights differ, by rate · decay · weight.
    r.optimiser = "sgd";
    r.normalisation = "layer";
    const auto plain = begin(r);
    r.weight_decay = 0.5;
    const auto decayed = begin(r);
    const std::vector<float> before(plain->network().parameters().begin(),
                                    plain->network().parameters().end());
    plain->advance(1);
    decayed->advance(1);
    for (const LayerPlace& p : plain->network().layers()) {
      for (std::size_t i = p.w; i < p.slope + p.slopes; ++i) {
        const auto difference =
            static_cast<double>(plain->network().parameters()[i] - decayed->network().parameters()[i]);
        const double expected = i < p.b ? r.rate * r.weight_decay * static_cast<double>(before[i]) : 0;
        CHECK_FALSE(std::fabs(difference - expected) > 1e-7 + 1e-5 * std::fabs(expected));
      }
    }
  }
}

TEST_CASE("training: a chunked run has the bits of one in a piece, and measuring changes nothing", "[labs]") {
  for (const char* activation : {"rrelu", "prelu", "selu"}) {
    auto r = spirals(activation, "lecun_normal", 1, 3);
    r.dropout = "alpha";
    r.dropout_p = 0.1;
    r.normalisation = "batch";
    r.optimiser = "adam";
    const auto whole = begin(r), chunked = begin(r);
    whole->advance(60);
    for (int i = 0; i < 20; ++i) {
      chunked->report();
      CHECK(chunked->boundary({.columns = 5, .mode = "training"}).ok());
      CHECK(chunked->predictions({}).ok());
      chunked->advance(3);
    }
    CHECK(whole->network().state() == chunked->network().state());
    CHECK(whole->report().test_loss == chunked->report().test_loss);
  }
}

TEST_CASE("training: snapshots bring back what was, and reach back to the beginning", "[labs]") {
  const auto run = begin(spirals("tanh", "xavier_normal", 1, 2));
  run->report();
  const Boundary first = run->boundary({.columns = 7}).value();
  TrainingReport last{};
  for (int i = 0; i < 150; ++i) {
    run->advance(2);
    last = run->report();
  }
  CHECK(last.snapshots.size() <= 64);
  CHECK(last.snapshots.size() >= 32);
  CHECK(last.snapshots.front() == 0);
  CHECK(last.snapshots.back() > 280);
  const double gap = last.snapshots[1] - last.snapshots[0];
  for (std::size_t i = 1; i < last.snapshots.size(); ++i)
    CHECK(last.snapshots[i] - last.snapshots[i - 1] == gap);
  CHECK(run->boundary({.at_step = 0, .columns = 7}).value().values == first.values);
  const Boundary now = run->boundary({.columns = 7}).value();
  CHECK(now.values != first.values);
  CHECK(run->boundary({.at_step = 300, .columns = 7}).value().values == now.values);
  CHECK(run->boundary({.at_step = 1, .columns = 7}).error().field == "at_step");
  CHECK(run->predictions({.at_step = 1}).error().field == "at_step");
}

TEST_CASE("training: the boundary and the predictions agree with the accuracy", "[labs]") {
  auto r = spirals("relu", "he_normal", 1, 3);
  r.data = "circles";
  const auto run = begin(r);
  run->advance(300);
  const TrainingReport report = run->report();
  const Predictions p = run->predictions({}).value();
  const std::vector<float>& y = run->data().test.y;
  REQUIRE(p.predicted.size() == y.size());
  double right = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    right += p.predicted[i] == static_cast<double>(y[i]) ? 1 : 0;
    CHECK_FALSE(p.confidence[i] < 0.5);
  }
  CHECK(right / static_cast<double>(y.size()) == report.test_accuracy);
  CHECK(report.test_accuracy > 0.97);
  const Boundary b = run->boundary({.columns = 25}).value();
  CHECK(b.values.size() == 625);
  CHECK(b.values[12 * 25 + 12] > 0.9);  // the middle is inside the inner circle, class 1
  CHECK(b.values[0] < 0.1);             // a corner is outside
}

TEST_CASE("training: a curve is fitted, every data set is learned by every optimiser", "[labs]") {
  for (const char* data : {"moons", "circles", "xor", "curve"}) {
    for (const char* optimiser : {"sgd", "momentum", "adam"}) {
      auto r = spirals("tanh", "xavier_normal", 1, 2);
      r.data = data;
      r.optimiser = optimiser;
      r.rate = std::string(optimiser) == "adam" ? 0.01 : std::string(optimiser) == "sgd" ? 0.3 : 0.05;
      const TrainingReport report = after(r, 600);
      INFO(data << " by " << optimiser);
      CHECK(report.test_loss < (r.data == "curve" ? 0.06 : 0.25));
      CHECK((r.data == "curve") == (report.test_accuracy != report.test_accuracy));
    }
  }
}

TEST_CASE("training: what does not go together is refused by name", "[labs]") {
  const auto field = [](auto change) {
    TrainingRequest r = training_schema().initial();
    change(r);
    const auto run = TrainingRun::begin(r);
    return run.ok() ? std::string() : run.error().field;
  };
  CHECK(field([](auto& r) { r.depth = 50, r.width = 256; }) == "width");
  CHECK(field([](auto& r) { r.width = 256, r.batch = 2000; }) == "batch");
  CHECK(field([](auto& r) { r.normalisation = "batch", r.batch = 1; }) == "batch");
  CHECK(field([](auto& r) {
          r.function = function("rrelu"), r.function.parameters[0] = 0, r.rrelu = "paper";
        }) == "rrelu");
  CHECK(field([](auto&) {}).empty());
}

TEST_CASE("training: the table of two spirals, width 32, full batch", "[labs][slow]") {
  if (!full) SKIP("only with ACTLAB_FULL");
  struct Row {
    const char *activation, *initialisation;
    double gain;
    int depth;
    bool learns;
  };
  const double wide = 10.149209, root2 = 1.4142135623730951;
  for (const Row& row : {Row{"sigmoid", "lecun_normal", 1, 10, false},
                         {"sigmoid", "lecun_normal", 1, 20, false},
                         {"sigmoid", "lecun_normal", wide, 10, true},
                         {"tanh", "lecun_normal", 1, 10, true},
                         {"tanh", "lecun_normal", root2, 20, true},
                         {"relu", "pytorch_linear", 1, 20, false},
                         {"relu", "lecun_normal", 1, 20, true},
                         {"relu", "he_normal", 1, 20, true},
                         {"elu", "lecun_normal", 1.2452, 20, true},
                         {"selu", "lecun_normal", 1, 20, true},
                         {"gelu", "he_normal", 1, 20, true}}) {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
      auto r = spirals(row.activation, row.initialisation, row.gain, row.depth);
      r.width = 32;
      r.examples = 300;
      r.batch = 300;
      r.seed = seed;
      const double loss = best_loss(r, 800, {0.01, 0.03, 0.1});
      std::printf("  %s, %s × %.3f, depth %d, seed %u: %.4f\n", row.activation, row.initialisation, row.gain,
                  row.depth, seed, loss);
      INFO(row.activation << " " << row.initialisation << " depth " << row.depth << " seed " << seed);
      if (row.learns)
        CHECK(loss < 0.3);
      else
        CHECK(loss > 0.6);
    }
  }
}

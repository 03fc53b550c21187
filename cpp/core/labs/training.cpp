#include "core/labs/training.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/activations/sigmoid.hpp"
#include "core/activations/vector/softmax.hpp"
#include "core/decimal.hpp"
#include "core/math/log.hpp"

namespace actlab {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
/// Room for this many rows at least, so that measuring goes in strides whatever the batch.
constexpr std::size_t least_rows = 64;
constexpr std::size_t snapshot_bytes = 8 << 20;
constexpr std::size_t most_snapshots = 64;
/// Multiplications that a decision boundary may cost.
constexpr double most_boundary_products = 1 << 29;

enum Stream : std::uint64_t { shuffle_stream = 0x5AFE00, noise_stream, probe_stream };

double log10_norm(std::span<const float> g) { return log10(norm(g)); }

Field session_field() { return integer_field("session", {"Session", "会话"}, {0, 9007199254740991}); }
Field at_step_field() { return integer_field("at_step", {"At step", "步数"}, {-1, 9007199254740991}); }

}  // namespace

const Schema<AdvanceRequest>& advance_schema() {
  using R = AdvanceRequest;
  static const Schema<R> schema{
      nullptr,
      "",
      {{session_field(), &R::session}, {integer_field("steps", {"Steps", "步数"}, {1, 100000}), &R::steps}}};
  return schema;
}

const Schema<BoundaryRequest>& boundary_schema() {
  using R = BoundaryRequest;
  static const Schema<R> schema{
      nullptr,
      "",
      {{session_field(), &R::session},
       {at_step_field(), &R::at_step},
       {integer_field("columns", {"Columns", "列数"}, {2, 256}), &R::columns},
       {choice_field("mode", {"Mode", "模式"},
                     {{"evaluation", {"evaluation", "评估"}}, {"training", {"training", "训练"}}}),
        &R::mode},
       {integer_field("draw", {"Draw of the noise", "噪声抽样编号"}, {0, 1e6}), &R::draw}}};
  return schema;
}

const Schema<PredictionsRequest>& predictions_schema() {
  using R = PredictionsRequest;
  static const Schema<R> schema{
      nullptr, "", {{session_field(), &R::session}, {at_step_field(), &R::at_step}}};
  return schema;
}

Result<std::unique_ptr<TrainingRun>> TrainingRun::begin(const TrainingRequest& request) {
  auto data = training_data(request);
  if (!data.ok()) return data.error();
  if (auto error = refusal(request, *data.value())) return *error;
  return std::unique_ptr<TrainingRun>(new TrainingRun(request, data.value()));
}

TrainingRun::TrainingRun(const TrainingRequest& request, std::shared_ptr<const DataSet> data)
    : request_(request),
      data_(std::move(data)),
      loss_(loss_for(*data_)),
      batch_(std::min(static_cast<std::size_t>(request.batch), data_->train.count())),
      network_(network_shape(request, *data_), std::max(batch_, least_rows)),
      optimiser_(optimiser_of(request.optimiser), request.rate, request.momentum,
                 network_.parameters().size()),
      shuffle_(request.seed, shuffle_stream),
      noise_(request.seed, noise_stream),
      x_(network_.rows() * data_->inputs),
      y_(network_.rows()),
      output_gradient_(network_.rows() * network_.shape().outputs),
      was_dead_(network_.shape().depth * network_.shape().width) {
  network_.initialise({find_initialisation(request.initialisation), request.gain, request.sigma},
                      request.bias, request.seed);
  for (std::size_t i = 0; i < data_->train.count(); ++i) order_.push_back(i);
}

TrainingRun::~TrainingRun() = default;

Score TrainingRun::score_of(const Examples& examples) {
  Score total;
  const std::size_t n = data_->inputs;
  for (std::size_t first = 0; first < examples.count(); first += network_.rows()) {
    const std::size_t rows = std::min(network_.rows(), examples.count() - first);
    const auto logits =
        network_.forward(std::span(examples.x).subspan(first * n, rows * n), Mode::evaluation, noise_);
    const Score part = score(loss_, logits, std::span(examples.y).subspan(first, rows));
    total.loss += part.loss;
    total.correct += part.correct;
  }
  const auto count = static_cast<double>(examples.count());
  return {total.loss / count, data_->classes == 0 ? nan : total.correct / count};
}

TrainingReport TrainingRun::report() {
  keep_snapshot();
  TrainingReport r{};
  r.step = step_;
  r.epoch = step_ / progress().steps_per_epoch;
  const Score train = score_of(data_->train), test = score_of(data_->test);
  r.train_loss = train.loss;
  r.train_accuracy = train.correct;
  r.test_loss = test.loss;
  r.test_accuracy = test.correct;
  measure_units(r);
  measure_gradient(r);
  for (const LayerPlace& p : network_.layers()) {
    if (p.slopes == 0) continue;
    r.slopes_per_layer = static_cast<double>(p.slopes);
    for (const float a : network_.parameters().subspan(p.slope, p.slopes))
      r.slopes.push_back(static_cast<double>(a));
  }
  r.diverged_step = diverged_step_;
  r.diverged_layer = diverged_layer_;
  for (const Snapshot& snapshot : snapshots_) r.snapshots.push_back(snapshot.step);
  return r;
}

/// On the first examples, whatever the order of the epoch; leaves the network and its noise as they were.
void TrainingRun::measure_gradient(TrainingReport& r) {
  const std::vector<float> kept = network_.state();
  Random noise(request_.seed, probe_stream);
  const Batch probe{std::span(data_->train.x).first(batch_ * data_->inputs),
                    std::span(data_->train.y).first(batch_)};
  compute_gradient(probe, network_.forward(probe.x, Mode::training, noise));
  network_.state() = kept;
  for (const LayerPlace& p : network_.layers()) {
    r.log10_weight_gradient.push_back(log10_norm(network_.gradient().subspan(p.w, p.inputs * p.outputs)));
  }
  for (std::size_t l = 0; l < network_.shape().depth; ++l)
    r.log10_delta.push_back(log10_norm(network_.derivatives(l)));
}

void TrainingRun::measure_units(TrainingReport& r) {
  enum State { alive, silent, dead, revived };
  const std::size_t width = network_.shape().width, depth = network_.shape().depth;
  const std::size_t count = data_->train.count(), n = data_->inputs;
  std::vector<std::size_t> active(depth * width), active_in_batch(depth * width);
  for (std::size_t first = 0; first < count; first += network_.rows()) {
    const std::size_t rows = std::min(network_.rows(), count - first);
    network_.forward(std::span(data_->train.x).subspan(first * n, rows * n), Mode::evaluation, noise_);
    for (std::size_t l = 0; l < depth; ++l) {
      const auto df = network_.derivatives(l);
      for (std::size_t i = 0; i < df.size(); ++i) {
        if (df[i] == 0) continue;
        const std::size_t unit = l * width + i % width;
        ++active[unit];
        if (first + i / width < batch_) ++active_in_batch[unit];
      }
    }
  }
  for (std::size_t l = 0; l < depth; ++l) {
    double counts[4]{};
    std::size_t active_entries = 0;
    for (std::size_t unit = l * width; unit < (l + 1) * width; ++unit) {
      const bool is_dead = active[unit] == 0;
      const State state = is_dead                      ? dead
                          : was_dead_[unit]            ? revived
                          : active_in_batch[unit] == 0 ? silent
                                                       : alive;
      if (is_dead) was_dead_[unit] = 1;
      r.states.push_back(state);
      ++counts[state];
      active_entries += active[unit];
    }
    r.alive.push_back(counts[alive]);
    r.silent.push_back(counts[silent]);
    r.dead.push_back(counts[dead]);
    r.revived.push_back(counts[revived]);
    r.zero_share.push_back(1 - double(active_entries) / double(width * count));
  }
}

/// Every report is kept while there is room; then every second, every fourth …
void TrainingRun::keep_snapshot() {
  if (!snapshots_.empty() && snapshots_.back().step == step_) return;
  const std::size_t bytes = network_.state().size() * sizeof(float);
  const std::size_t room = std::clamp<std::size_t>(snapshot_bytes / bytes, 4, most_snapshots);
  if (std::fmod(reports_++, snapshot_stride_) != 0) return;
  if (snapshots_.size() == room) {
    std::vector<Snapshot> kept;
    for (std::size_t i = 0; i < room; i += 2) kept.push_back(std::move(snapshots_[i]));
    snapshots_ = std::move(kept);
    snapshot_stride_ *= 2;
    if (std::fmod(reports_ - 1, snapshot_stride_) != 0) return;
  }
  snapshots_.push_back({step_, network_.state()});
}

template <class Use>
std::optional<Error> TrainingRun::at_step(double step, Use&& use) {
  if (step < 0 || step == step_) {
    use();
    return std::nullopt;
  }
  const auto found =
      std::find_if(snapshots_.begin(), snapshots_.end(), [&](const Snapshot& s) { return s.step == step; });
  if (found == snapshots_.end()) {
    return Error{"at_step",
                 {"at_step must be one of the snapshots that the last report lists, or -1.",
                  "at_step 应为最近一次报告列出的快照之一，或 -1。"}};
  }
  network_.state().swap(found->state);
  use();
  network_.state().swap(found->state);
  return std::nullopt;
}

Result<Boundary> TrainingRun::boundary(const BoundaryRequest& request) {
  const std::size_t inputs = data_->inputs;
  const auto columns = static_cast<std::size_t>(request.columns);
  const std::size_t rows = inputs == 2 ? columns : 1;
  if (inputs > 2) {
    return Error{"session",
                 {"session must be a run on points of the plane or on a curve.",
                  "session 应为平面点集或曲线上的训练。"}};
  }
  const double points = most_boundary_products / double(network_.parameters().size());
  const double most_columns = std::floor(inputs == 2 ? std::sqrt(points) : points);
  if (double(columns) > most_columns) {
    const std::string most = decimal(most_columns, 10);
    return Error{"columns",
                 {"columns must not exceed " + most + " for this network.",
                  "对于此网络，columns 不得超过 " + most + "。"}};
  }
  constexpr double reach = 1.25;
  Boundary b{double(columns), double(rows), -reach, reach, {}};
  const auto at = [&](std::size_t i) {
    const double original = -reach + 2 * reach * (double(i) + 0.5) / double(columns);
    return static_cast<float>((original - data_->mean) / data_->deviation);
  };
  const Mode mode = request.mode == "training" ? Mode::training : Mode::evaluation;
  const auto error = at_step(request.at_step, [&] {
    const std::vector<float> kept = network_.state();
    Random noise(request_.seed, probe_stream + static_cast<std::uint64_t>(request.draw));
    for (std::size_t first = 0; first < rows * columns; first += network_.rows()) {
      const std::size_t count = std::min(network_.rows(), rows * columns - first);
      for (std::size_t i = 0; i < count; ++i) {
        x_[i * inputs] = at((first + i) % columns);
        if (inputs == 2) x_[i * inputs + 1] = at((first + i) / columns);
      }
      for (const float z : network_.forward(std::span(x_).first(count * inputs), mode, noise)) {
        const auto value = static_cast<double>(z);
        b.values.push_back(data_->classes == 2 ? Sigmoid<double>{}.f(value) : value);
      }
    }
    network_.state() = kept;
  });
  if (error) return *error;
  return b;
}

Result<Predictions> TrainingRun::predictions(const PredictionsRequest& request) {
  Predictions all;
  const auto add = [&](double predicted, double confidence) {
    all.predicted.push_back(predicted);
    all.confidence.push_back(confidence);
  };
  const auto add_class = [&](double best, double share) { add(std::isnan(share) ? nan : best, share); };
  const auto read = [&](std::span<const float> logits) {
    const std::vector<double> z(logits.begin(), logits.end());
    if (data_->classes == 0) {
      add(z[0], nan);
    } else if (data_->classes == 2) {
      add_class(z[0] > 0 ? 1 : 0, Sigmoid<double>{}.f(std::fabs(z[0])));
    } else {
      std::vector<double> p(z.size());
      Softmax::f(z, p);
      const auto best = std::max_element(p.begin(), p.end());
      add_class(static_cast<double>(best - p.begin()), *best);
    }
  };
  const auto error = at_step(request.at_step, [&] {
    const Examples& test = data_->test;
    const std::size_t n = data_->inputs, outputs = network_.shape().outputs;
    for (std::size_t first = 0; first < test.count(); first += network_.rows()) {
      const std::size_t rows = std::min(network_.rows(), test.count() - first);
      const auto logits =
          network_.forward(std::span(test.x).subspan(first * n, rows * n), Mode::evaluation, noise_);
      for (std::size_t i = 0; i < rows; ++i) read(logits.subspan(i * outputs, outputs));
    }
  });
  if (error) return *error;
  return all;
}

}  // namespace actlab

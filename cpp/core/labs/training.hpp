#pragma once

#include <memory>
#include <vector>

#include "core/labs/training_request.hpp"
#include "core/random.hpp"

/// The training lab: a network learns a data set step by step, and can be measured at any step.
namespace actlab {

struct TrainingProgress {
  double step, steps_per_epoch;
  double diverged_step;  ///< the first step whose logits were not all finite; 0 if none
  double
      diverged_layer;  ///< its first layer with a pre-activation that was not, from 1 to depth + 1; 0 if none
};

/// All of it in evaluation mode, but the gradients.
struct TrainingReport {
  double step, epoch;
  double train_loss, train_accuracy;  ///< the mean loss; the accuracy is NaN for values
  double test_loss, test_accuracy;

  /// One entry a layer, log10 of Frobenius norms of the gradient on the first `batch` training
  /// examples, in training mode and before decay and clipping; the last layer has a weight only.
  std::vector<double> log10_weight_gradient;  ///< ‖∂L/∂Wˡ‖, depth + 1 entries
  std::vector<double> log10_delta;            ///< ‖∂L/∂Zˡ‖, depth entries

  /// Each hidden unit, layer by layer: 0 alive; 1 silent, f' = 0 on each of the first `batch` training
  /// examples; 2 dead, f' = 0 on every training example; 3 revived, dead in an earlier report and not now.
  std::vector<double> states;
  std::vector<double> alive, silent, dead, revived;  ///< how many of each, one entry a hidden layer
  std::vector<double> zero_share;                    ///< entries of f' that are 0, over all training examples

  /// PReLU's slopes, layer by layer, `slopes_per_layer` each; else empty.
  double slopes_per_layer;
  std::vector<double> slopes;

  double diverged_step, diverged_layer;
  /// The steps whose parameters are kept: those of earlier reports, every second one given up when the
  /// room is full, so that they always reach back to the beginning.
  std::vector<double> snapshots;
};

/// What the network answers, at a step that was kept.
struct BoundaryRequest {
  double session = 0;
  double at_step = -1;  ///< one of the snapshots; −1: now
  int columns = 48;
  std::string mode = "evaluation";
  int draw = 0;  ///< which noise, in training mode: each number gives one of its own, the same each time
};

/// Over the plane of the inputs: the probability of class 1, row by row from the lowest y, from left
/// to right; for a curve its value along x. Samples are `columns` cell centres from `from` to `to`.
struct Boundary {
  double columns, rows, from, to;
  std::vector<double> values;
};

struct PredictionsRequest {
  double session = 0;
  double at_step = -1;
};

/// One entry a test example: the class (or the value), and how probable the network finds it; both are NaN
/// where its outputs are no numbers.
struct Predictions {
  std::vector<double> predicted, confidence;
};

struct AdvanceRequest {
  double session = 0;
  int steps = 1;
};

const Schema<AdvanceRequest>& advance_schema();
const Schema<BoundaryRequest>& boundary_schema();
const Schema<PredictionsRequest>& predictions_schema();

class TrainingRun {
 public:
  /// Refuses fields that do not go together, a network that is too large, and images that are not there.
  static Result<std::unique_ptr<TrainingRun>> begin(const TrainingRequest& request);
  ~TrainingRun();

  /// Trains for so many steps, or until the network is no longer finite; then nothing changes any more.
  TrainingProgress advance(int steps);
  [[nodiscard]] TrainingProgress progress() const;
  /// Measures the network as it is, and keeps its parameters.
  TrainingReport report();
  Result<Boundary> boundary(const BoundaryRequest& request);
  Result<Predictions> predictions(const PredictionsRequest& request);

  [[nodiscard]] TrainableNetwork& network() { return network_; }
  [[nodiscard]] const DataSet& data() const { return *data_; }

 private:
  struct Snapshot {
    double step;
    std::vector<float> state;
  };
  /// Examples that go through the network together.
  struct Batch {
    std::span<const float> x, y;
  };

  TrainingRun(const TrainingRequest& request, std::shared_ptr<const DataSet> data);

  Batch next_batch();
  bool step(const Batch& batch);
  void compute_gradient(const Batch& batch, std::span<const float> logits);
  void note_divergence();
  void measure_gradient(TrainingReport& report);
  void measure_units(TrainingReport& report);
  [[nodiscard]] Score score_of(const Examples& examples);
  void keep_snapshot();
  /// Runs `use` with the parameters of that step.
  template <class Use>
  std::optional<Error> at_step(double step, Use&& use);

  TrainingRequest request_;
  std::shared_ptr<const DataSet> data_;
  Loss loss_;
  std::size_t batch_;
  TrainableNetwork network_;
  Optimiser optimiser_;
  Random shuffle_, noise_;
  std::vector<std::size_t> order_;
  std::size_t position_ = 0;
  std::vector<float> x_, y_, output_gradient_;
  double step_ = 0, diverged_step_ = 0, diverged_layer_ = 0;
  std::vector<char> was_dead_;
  std::vector<Snapshot> snapshots_;
  double snapshot_stride_ = 1, reports_ = 0;
};

template <class Visit>
void visit_fields(const TrainingProgress& r, Visit&& visit) {
  visit("step", r.step);
  visit("steps_per_epoch", r.steps_per_epoch);
  visit("diverged_step", r.diverged_step);
  visit("diverged_layer", r.diverged_layer);
}
template <class Visit>
void visit_fields(const TrainingReport& r, Visit&& visit) {
  visit("step", r.step);
  visit("epoch", r.epoch);
  visit("train_loss", r.train_loss);
  visit("train_accuracy", r.train_accuracy);
  visit("test_loss", r.test_loss);
  visit("test_accuracy", r.test_accuracy);
  visit("log10_weight_gradient", r.log10_weight_gradient);
  visit("log10_delta", r.log10_delta);
  visit("states", r.states);
  visit("alive", r.alive);
  visit("silent", r.silent);
  visit("dead", r.dead);
  visit("revived", r.revived);
  visit("zero_share", r.zero_share);
  visit("slopes_per_layer", r.slopes_per_layer);
  visit("slopes", r.slopes);
  visit("diverged_step", r.diverged_step);
  visit("diverged_layer", r.diverged_layer);
  visit("snapshots", r.snapshots);
}
template <class Visit>
void visit_fields(const Boundary& r, Visit&& visit) {
  visit("columns", r.columns);
  visit("rows", r.rows);
  visit("from", r.from);
  visit("to", r.to);
  visit("values", r.values);
}
template <class Visit>
void visit_fields(const Predictions& r, Visit&& visit) {
  visit("predicted", r.predicted);
  visit("confidence", r.confidence);
}

}  // namespace actlab

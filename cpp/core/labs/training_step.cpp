#include <algorithm>
#include <cmath>
#include <utility>

#include "core/labs/training.hpp"

/// The steps of a training run: the one part of it that is called thousands of times.
namespace actlab {
namespace {

bool finite(std::span<const float> values) {
  return std::all_of(values.begin(), values.end(), [](float x) { return std::isfinite(x); });
}

}  // namespace

/// The next examples, in an order that is drawn anew for each epoch.
TrainingRun::Batch TrainingRun::next_batch() {
  const std::size_t count = order_.size();
  if (batch_ == count) return {data_->train.x, data_->train.y};
  if (position_ == 0) {
    for (std::size_t i = count; i > 1; --i)
      std::swap(order_[i - 1], order_[static_cast<std::size_t>(shuffle_.uniform() * double(i))]);
  }
  const std::size_t rows = std::min(batch_, count - position_);
  const std::size_t n = data_->inputs;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t example = order_[position_ + i];
    std::copy_n(&data_->train.x[example * n], n, &x_[i * n]);
    y_[i] = data_->train.y[example];
  }
  position_ = position_ + rows < count ? position_ + rows : 0;
  return {std::span(x_).first(rows * data_->inputs), std::span(y_).first(rows)};
}

void TrainingRun::compute_gradient(const Batch& batch, std::span<const float> logits) {
  const std::span<float> gradient = std::span(output_gradient_).first(logits.size());
  loss_gradient(loss_, logits, batch.y, gradient);
  network_.backward(batch.x, gradient);
}

/// One step on the batch; false if the network is no longer finite.
bool TrainingRun::step(const Batch& batch) {
  const auto logits = network_.forward(batch.x, Mode::training, noise_);
  if (!finite(logits)) {
    note_divergence();
    return false;
  }
  compute_gradient(batch, logits);
  const std::span<float> parameters = network_.parameters(), gradient = network_.gradient();
  if (request_.clip > 0) clip_norm(gradient, request_.clip);
  if (request_.weight_decay > 0) {
    for (const LayerPlace& p : network_.layers()) {
      const std::size_t weights = p.inputs * p.outputs;
      decay(parameters.subspan(p.w, weights), request_.weight_decay, gradient.subspan(p.w, weights));
    }
  }
  optimiser_.step(parameters, gradient);
  return true;
}

void TrainingRun::note_divergence() {
  const std::size_t depth = network_.shape().depth;
  std::size_t layer = 0;
  while (layer < depth && finite(network_.pre_activations(layer))) ++layer;
  diverged_layer_ = static_cast<double>(layer + 1);
  diverged_step_ = step_ + 1;
}

TrainingProgress TrainingRun::advance(int steps) {
  for (int i = 0; i < steps && diverged_step_ == 0; ++i) {
    if (step(next_batch())) ++step_;
  }
  return progress();
}

TrainingProgress TrainingRun::progress() const {
  const std::size_t per_epoch = (order_.size() + batch_ - 1) / batch_;
  return {step_, static_cast<double>(per_epoch), diverged_step_, diverged_layer_};
}

}  // namespace actlab

#include "core/network/trainable_network.hpp"

#include <algorithm>

#include "core/math/float4.hpp"

namespace actlab {
namespace {

/// Share of the newest batch in the running averages of batch normalisation, as in PyTorch.
constexpr double running_share = 0.1;

void multiply(std::span<float> a, std::span<const float> b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] *= b[i];
}

/// delta ← delta ⊙ output; sums[j] = Σ over its rows, four columns at a time.
void gate(std::span<float> delta, std::span<const float> output, std::span<float> sums) {
  const std::size_t n = sums.size();
  std::size_t j = 0;
  for (; j + Float4::lanes <= n; j += Float4::lanes) {
    Float4 sum(0);
    for (std::size_t i = j; i < delta.size(); i += n) {
      const Float4 d = Float4::load(&delta[i]) * Float4::load(&output[i]);
      d.store(&delta[i]);
      sum += d;
    }
    sum.store(&sums[j]);
  }
  for (; j < n; ++j) {
    sums[j] = 0;
    for (std::size_t i = j; i < delta.size(); i += n) sums[j] += delta[i] *= output[i];
  }
}

/// sums[j] = Σ over the rows of a ⊙ b
void sum_row_products(std::span<const float> a, std::span<const float> b, std::span<float> sums) {
  std::fill(sums.begin(), sums.end(), 0.0F);
  for (std::size_t first = 0; first < a.size(); first += sums.size()) {
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += a[first + j] * b[first + j];
  }
}

}  // namespace

TrainableNetwork::TrainableNetwork(const NetworkShape& shape, std::size_t rows) : shape_(shape), rows_(rows) {
  const std::size_t n = shape.width;
  const bool normalised = shape.normalisation != Normalisation::none;
  const std::size_t slopes = shape.slopes == Slopes::shared ? 1 : shape.slopes == Slopes::per_unit ? n : 0;
  std::size_t end = 0;
  for (std::size_t l = 0; l <= shape.depth; ++l) {
    const bool hidden = l < shape.depth;
    LayerPlace p{.inputs = l == 0 ? shape.inputs : n, .outputs = hidden ? n : shape.outputs};
    p.w = end;
    p.b = p.w + p.inputs * p.outputs;
    p.gain = p.b + p.outputs;
    p.gains = hidden && normalised ? n : 0;
    p.slope = p.gain + p.gains;
    p.slopes = hidden ? slopes : 0;
    end = p.slope + p.slopes;
    places_.push_back(p);
  }
  parameter_count_ = end;
  const bool batch = shape.normalisation == Normalisation::batch;
  state_.resize(end + (batch ? 2 * n * shape.depth : 0));
  gradient_.resize(end);
  for (const LayerPlace& p : places_) {
    std::fill_n(&state_[p.gain], p.gains, 1.0F);
    std::fill_n(&state_[p.slope], p.slopes, static_cast<float>(shape.function.parameters[0]));
  }

  const std::size_t size = rows * n;
  const std::size_t groups = normalised ? std::max(rows, n) : 0;
  for (std::size_t l = 0; l < shape.depth; ++l) {
    if (batch) std::fill_n(&state_[end + (2 * l + 1) * n], n, 1.0F);  // running variance
    const std::size_t dropped = shape.dropout.kind == DropoutKind::none ? 0 : size;
    buffers_.push_back({std::vector<float>(size), std::vector<float>(size), std::vector<float>(size),
                        std::vector<float>(normalised ? size : 0), std::vector<float>(groups),
                        std::vector<float>(groups), std::vector<float>(dropped)});
  }
  logits_.resize(rows * shape.outputs);
  output_.resize(size);
  if (shape.slopes != Slopes::none) slope_row_.resize(n);
}

void TrainableNetwork::initialise(const WeightScheme& scheme, double bias, std::uint64_t seed) {
  enum Stream : std::uint64_t { first_layer = 2 };
  static const Initialisation& lecun = *find_initialisation("lecun_normal");
  for (std::size_t l = 0; l < places_.size(); ++l) {
    const LayerPlace& p = places_[l];
    const bool hidden = l < shape_.depth;
    Random random(seed, first_layer + l);
    const std::span<float> w(&state_[p.w], p.inputs * p.outputs), b(&state_[p.b], p.outputs);
    draw_layer(hidden ? scheme : WeightScheme{&lecun}, p.inputs, p.outputs, random, w, b);
    if (!hidden) continue;
    for (float& x : b) x += static_cast<float>(bias);
  }
}

std::span<const float> TrainableNetwork::input_of(std::size_t l, std::span<const float> x) const {
  return l == 0 ? x : activations(l - 1);
}

std::span<const float> TrainableNetwork::forward(std::span<const float> x, Mode mode, Random& noise) {
  used_ = x.size() / shape_.inputs;
  for (std::size_t l = 0; l < shape_.depth; ++l) forward_layer(l, input_of(l, x), mode, noise);
  const LayerPlace& last = places_.back();
  const std::span<float> logits = std::span(logits_).first(used_ * last.outputs);
  product_(used_, last.inputs, last.outputs, input_of(shape_.depth, x), Operand::as_is, weights(last),
           Operand::as_is, logits, std::span(state_).subspan(last.b, last.outputs));
  return logits;
}

void TrainableNetwork::forward_layer(std::size_t l, std::span<const float> input, Mode mode, Random& noise) {
  const LayerPlace& p = places_[l];
  const std::span<const float> bias = std::span(state_).subspan(p.b, p.outputs);
  const bool normalised = shape_.normalisation != Normalisation::none;
  product_(used_, p.inputs, p.outputs, input, Operand::as_is, weights(p), Operand::as_is,
           std::span(buffers_[l].z).first(used_ * p.outputs), normalised ? std::span<const float>() : bias);
  if (normalised) normalise_layer(l, mode);
  activate(l, mode, noise);
  if (mode == Mode::training && shape_.dropout.kind != DropoutKind::none) {
    const std::size_t size = used_ * p.outputs;
    drop(shape_.dropout, noise, std::span(buffers_[l].h).first(size), buffers_[l].factors);
  }
}

/// Ẑ = γ ⊙ N(Z) + b, in place of Z.
void TrainableNetwork::normalise_layer(std::size_t l, Mode mode) {
  Buffers& own = buffers_[l];
  const LayerPlace& p = places_[l];
  const std::size_t n = p.outputs;
  const std::span<float> z = std::span(own.z).first(used_ * n);
  const std::span<float> normalised = std::span(own.normalised).first(z.size());
  const bool batch = shape_.normalisation == Normalisation::batch;
  float* const running_mean = state_.data() + parameter_count_ + 2 * l * n;  // of batch normalisation
  float* const running_variance = running_mean + n;
  if (batch && mode == Mode::evaluation) {
    for (std::size_t j = 0; j < n; ++j) {
      own.inverse[j] = static_cast<float>(inverse_deviation(static_cast<double>(running_variance[j])));
      for (std::size_t i = j; i < z.size(); i += n) {
        normalised[i] = (z[i] - running_mean[j]) * own.inverse[j];
      }
    }
  } else {
    normalise(shape_.normalisation, n, z, normalised, own.mean, own.inverse);
  }
  if (batch && mode == Mode::training && used_ > 1) {
    const double unbiased = static_cast<double>(used_) / static_cast<double>(used_ - 1);
    const auto move = [](float& average, double newest) {
      average += static_cast<float>(running_share * (newest - static_cast<double>(average)));
    };
    for (std::size_t j = 0; j < n; ++j) {
      move(running_mean[j], static_cast<double>(own.mean[j]));
      move(running_variance[j], unbiased * variance_of(static_cast<double>(own.inverse[j])));
    }
  }
  for (std::size_t first = 0; first < z.size(); first += n) {
    for (std::size_t j = 0; j < n; ++j) {
      z[first + j] = state_[p.gain + j] * normalised[first + j] + state_[p.b + j];
    }
  }
}

void TrainableNetwork::activate(std::size_t l, Mode mode, Random& noise) {
  Buffers& own = buffers_[l];
  const LayerPlace& p = places_[l];
  const std::size_t n = p.outputs, size = used_ * n;
  const std::span<const float> z = std::span(own.z).first(size);
  const std::span<float> h(own.h), df(own.df);
  if (shape_.slopes == Slopes::none) {
    shape_.function.forward_with_derivative(z, h.first(size), df.first(size));
    return;
  }
  if (shape_.slopes == Slopes::per_unit) std::copy_n(&state_[p.slope], n, slope_row_.begin());
  if (shape_.slopes == Slopes::shared) std::fill(slope_row_.begin(), slope_row_.end(), state_[p.slope]);
  if (shape_.slopes == Slopes::random) {
    std::fill(slope_row_.begin(), slope_row_.end(), static_cast<float>(shape_.random_slopes.evaluation()));
  }
  const bool drawn = shape_.slopes == Slopes::random && mode == Mode::training;
  for (std::size_t first = 0; first < size; first += n) {
    if (drawn) shape_.random_slopes.draw(noise, slope_row_);
    leaky(z.subspan(first, n), slope_row_, h.subspan(first, n), df.subspan(first, n));
  }
}

void TrainableNetwork::backward(std::span<const float> x, std::span<const float> output_gradient) {
  const LayerPlace& last = places_.back();
  const std::span<float> g(gradient_);
  const std::size_t inputs = last.inputs;
  product_(inputs, used_, last.outputs, input_of(shape_.depth, x), Operand::transposed, output_gradient,
           Operand::as_is, g.subspan(last.w, inputs * last.outputs));
  sum_rows(output_gradient, g.subspan(last.b, last.outputs));
  product_(used_, last.outputs, inputs, output_gradient, Operand::as_is, weights(last), Operand::transposed,
           std::span(output_).first(used_ * inputs));
  for (std::size_t l = shape_.depth; l-- > 0;) backward_layer(l, input_of(l, x));
}

/// From G = ∂L/∂H in output_ the layer's gradients, and then G of the layer below.
void TrainableNetwork::backward_layer(std::size_t l, std::span<const float> input) {
  Buffers& own = buffers_[l];
  const LayerPlace& p = places_[l];
  const std::size_t n = p.outputs, size = used_ * n;
  const std::span<float> g(gradient_);
  const std::span<float> output = std::span(output_).first(size);
  const std::span<float> delta = std::span(own.df).first(size);
  if (shape_.dropout.kind != DropoutKind::none) multiply(output, own.factors);
  if (p.slopes > 0) gradient_of_slopes(l);
  gate(delta, output, g.subspan(p.b, n));
  if (p.gains > 0) {
    sum_row_products(delta, own.normalised, g.subspan(p.gain, n));
    for (std::size_t first = 0; first < size; first += n)
      multiply(delta.subspan(first, n), std::span(state_).subspan(p.gain, n));
    normalise_backward(shape_.normalisation, n, own.normalised, own.inverse, delta);
  }
  product_(p.inputs, used_, n, input, Operand::transposed, delta, Operand::as_is,
           g.subspan(p.w, p.inputs * n));
  if (l == 0) return;
  product_(used_, n, p.inputs, delta, Operand::as_is, weights(p), Operand::transposed,
           std::span(output_).first(used_ * p.inputs));
}

/// ∂L/∂a = Σ G min(Ẑ, 0), over all positions that share the slope: first those of a unit, then the units.
void TrainableNetwork::gradient_of_slopes(std::size_t l) {
  const LayerPlace& p = places_[l];
  const std::span<const float> z = pre_activations(l);
  std::fill(slope_row_.begin(), slope_row_.end(), 0.0F);
  for (std::size_t first = 0; first < z.size(); first += p.outputs) {
    for (std::size_t j = 0; j < p.outputs; ++j) slope_row_[j] += output_[first + j] * min(z[first + j], 0.0F);
  }
  float* const g = &gradient_[p.slope];
  if (p.slopes == p.outputs) {
    std::copy(slope_row_.begin(), slope_row_.end(), g);
  } else {
    *g = 0;
    for (const float of_unit : slope_row_) *g += of_unit;
  }
}

std::span<const float> TrainableNetwork::weights(const LayerPlace& p) const {
  return std::span(state_).subspan(p.w, p.inputs * p.outputs);
}
std::span<const float> TrainableNetwork::activations(std::size_t l) const {
  return std::span(buffers_[l].h).first(used_ * shape_.width);
}
std::span<const float> TrainableNetwork::pre_activations(std::size_t l) const {
  return std::span(buffers_[l].z).first(used_ * shape_.width);
}
std::span<const float> TrainableNetwork::derivatives(std::size_t l) const {
  return std::span(buffers_[l].df).first(used_ * shape_.width);
}

}  // namespace actlab

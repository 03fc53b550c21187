#include "core/labs/gradient_flow.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/labs/layer_statistics.hpp"
#include "core/math/log.hpp"

namespace actlab {
namespace {

constexpr std::size_t bin_count = 40;
/// A unit counts as saturated where |f'| is at most this share of the function's largest slope.
constexpr double saturation = 0.01;

void append(std::vector<double>& list, const std::vector<double>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

/// The edges of the histograms of Hˡ, the same in every layer: the function's range where it is bounded,
/// else three times the deviation that a standard normal input has after the first layer.
void set_activation_edges(const RandomNetwork& network, GradientFlow& flow) {
  const Range values = network.function.facts().values;
  const bool bounded = std::isfinite(values.min) && std::isfinite(values.max) && network.residual == "off";
  const double reach = std::isfinite(flow.deviation[0]) && flow.deviation[0] > 0 ? 3 * flow.deviation[0] : 1;
  flow.activation_from = bounded ? values.min : flow.mean[0] - reach;
  flow.activation_to = bounded ? values.max : flow.mean[0] + reach;
}

void measure_activations(const RandomNetwork& network, std::size_t l, const LayerTrace& layer,
                         GradientFlow& flow) {
  const double largest = network.function.largest_slope();
  const auto saturated_below = static_cast<float>(saturation * (largest < infinity ? largest : 1));
  const Spread s = spread(layer.h);
  flow.log10_activation.push_back(s.log10_norm);
  flow.mean.push_back(s.mean);
  flow.deviation.push_back(s.deviation);
  flow.zero_share.push_back(share_within(layer.h, 0));
  flow.saturated_share.push_back(share_within(layer.df, saturated_below));
  flow.dead_share.push_back(zero_column_share(layer.df));
  const bool finite = s.log10_norm < infinity;  // false for NaN
  if (flow.overflow_layer == 0 && !finite) flow.overflow_layer = static_cast<double>(l + 1);
  if (l == 0) set_activation_edges(network, flow);
  append(flow.activation_histogram,
         histogram(layer.h, {flow.activation_from, flow.activation_to, bin_count}));
}

/// Edges in whole decades around the entries of all layers, from their norms.
void set_delta_edges(const RandomNetwork& network, GradientFlow& flow) {
  const double entries = double(network.width) * network.batch;
  double low = infinity, high = -infinity;
  for (const double log10_norm_of_layer : flow.log10_delta) {
    if (!std::isfinite(log10_norm_of_layer)) continue;
    low = std::min(low, log10_norm_of_layer);
    high = std::max(high, log10_norm_of_layer);
  }
  const double root_mean_square = 0.5 * log10(entries);
  flow.delta_from = low <= high ? std::floor(low - root_mean_square) - 2 : -1;
  flow.delta_to = low <= high ? std::ceil(high - root_mean_square) + 1 : 1;
}

/// (first − last) / (number of steps between them); 0 for a single layer.
double slope(const std::vector<double>& log10_norms) {
  if (log10_norms.size() < 2) return 0;
  return (log10_norms.front() - log10_norms.back()) / static_cast<double>(log10_norms.size() - 1);
}

}  // namespace

GradientFlow measure(const RandomNetwork& network, const std::vector<Layer>& layers, const Matrix& input,
                     const Matrix& output_gradient) {
  const std::size_t depth = layers.size();
  GradientFlow flow{};
  const Trace trace = forward(layers, input, [&](std::size_t l, const LayerTrace& layer) {
    measure_activations(network, l, layer, flow);
  });
  flow.log10_gate_bound = log10(network.function.largest_slope());
  flow.bins = static_cast<double>(bin_count);

  for (auto* of_layer : {&flow.log10_delta, &flow.log10_weight_gradient, &flow.ledger_weights,
                         &flow.ledger_gate, &flow.ledger_normalisation}) {
    of_layer->resize(depth);
  }
  std::vector<ScaledMatrix> deltas(depth);
  backward(layers, trace, output_gradient, [&](std::size_t l, const LayerGradient& gradient) {
    const double output = log10_norm(gradient.output);
    const double gated = log10_norm(gradient.gated);
    flow.log10_delta[l] = &gradient.delta == &gradient.gated ? gated : log10_norm(gradient.delta);
    flow.log10_weight_gradient[l] = log10_norm(gradient.w, gradient.delta.exponent);
    flow.ledger_weights[l] = l + 1 < depth ? output - flow.log10_delta[l + 1] : 0;
    flow.ledger_gate[l] = gated - output;
    flow.ledger_normalisation[l] = flow.log10_delta[l] - gated;
    std::swap(deltas[l], gradient.delta);
  });

  set_delta_edges(network, flow);
  const Bins bins{flow.delta_from, flow.delta_to, bin_count};
  for (const ScaledMatrix& delta : deltas) append(flow.delta_histogram, log10_histogram(delta, bins));
  flow.slope_delta = slope(flow.log10_delta);
  flow.slope_weight_gradient = slope(flow.log10_weight_gradient);
  return flow;
}

Result<GradientFlow> gradient_flow(const RandomNetwork& network) {
  if (const auto error = too_large(network)) return *error;
  return measure(network, draw_layers(network), draw_input(network), draw_output_gradient(network));
}

}  // namespace actlab

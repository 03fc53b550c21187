#include "core/labs/gradient_flow.hpp"

#include <optional>

#include "core/math/log.hpp"
#include "core/network/dense_network.hpp"
#include "core/network/initialisation.hpp"

namespace actlab {
namespace {

constexpr double log10_of_2 = 0.30102999566398119521;

/// What a request may cost: weights held in memory, and multiplications of one matrix product per
/// layer.
constexpr double most_weights = 1 << 24;
constexpr double most_products = 1 << 29;

std::optional<Error> too_large(const GradientFlowRequest& r) {
  const double weights = double(r.depth) * r.width * r.width;
  if (weights > most_weights) {
    return Error{"width",
                 {"depth · width² must not exceed 16777216: lower width or depth.",
                  "depth · width² 不得超过 16777216：请减小 width 或 depth。"}};
  }
  if (weights * r.batch > most_products) {
    return Error{"batch",
                 {"depth · width² · batch must not exceed 536870912: lower batch, width or depth.",
                  "depth · width² · batch 不得超过 536870912：请减小 batch、width 或 depth。"}};
  }
  return std::nullopt;
}

/// Streams of the seed: the input and the output's gradient, then one for each layer.
enum Stream : std::uint64_t { input_stream, output_stream, first_layer_stream };

Matrix standard_normal(std::size_t rows, std::size_t columns, Random random) {
  Matrix m(rows, columns);
  for (float& x : m.values) x = static_cast<float>(random.normal());
  return m;
}

std::vector<Layer> random_layers(const GradientFlowRequest& r) {
  const auto width = static_cast<std::size_t>(r.width);
  const Initialisation& rule = *find_initialisation(r.initialisation);
  std::vector<Layer> layers;
  for (int l = 0; l < r.depth; ++l) {
    Random random(r.seed, first_layer_stream + static_cast<std::uint64_t>(l));
    Layer layer{Matrix(width, width), std::vector<float>(width), r.function};
    draw_weights(rule, r.gain, width, width, random, layer.w.values);
    layers.push_back(std::move(layer));
  }
  return layers;
}

double sum_of_squares(const Matrix& m) {
  double sum = 0;
  for (const float x : m.values) sum += static_cast<double>(x) * static_cast<double>(x);
  return sum;
}

/// log10 of the Frobenius norm of m · 2^exponent.
double log10_norm(const Matrix& m, int exponent = 0) {
  return 0.5 * log10(sum_of_squares(m)) + exponent * log10_of_2;
}

void measure_activations(const Trace& trace, GradientFlow& flow) {
  for (std::size_t l = 1; l < trace.h.size(); ++l) {
    const Matrix& h = trace.h[l];
    const auto n = static_cast<double>(h.values.size());
    double sum = 0;
    double zeros = 0;
    for (const float x : h.values) {
      sum += static_cast<double>(x);
      zeros += x == 0 ? 1 : 0;
    }
    const double mean = sum / n;
    double squares = 0;
    for (const float x : h.values)
      squares += (static_cast<double>(x) - mean) * (static_cast<double>(x) - mean);
    flow.log10_activation.push_back(log10_norm(h));
    flow.mean.push_back(mean);
    flow.deviation.push_back(sqrt(squares / n));
    flow.zero_share.push_back(zeros / n);
  }
}

/// (first − last) / (number of steps between them); 0 for a single layer.
double slope(const std::vector<double>& log10_norms) {
  if (log10_norms.size() < 2) return 0;
  return (log10_norms.front() - log10_norms.back()) / static_cast<double>(log10_norms.size() - 1);
}

}  // namespace

const Schema<GradientFlowRequest>& gradient_flow_schema() {
  using Request = GradientFlowRequest;
  constexpr double largest_seed = 4294967295;
  static const Schema<Request> schema{
      &Request::function,
      "sigmoid",
      {
          {choice_field("initialisation", {"Initialisation", "权重初始化"}, initialisation_choices(),
                        "xavier_normal"),
           &Request::initialisation},
          {integer_field("depth", {"Depth (layers)", "深度（层数）"}, {1, 100}, 50), &Request::depth},
          {integer_field("width", {"Width (units)", "宽度（单元数）"}, {1, 512}, 128, Scale::log),
           &Request::width},
          {real_field("gain", {"Weights multiplied by", "权重放大倍数"}, {0.1, 10}, 1, Scale::log),
           &Request::gain},
          {integer_field("batch", {"Examples", "样本数"}, {1, 256}, 1, Scale::log), &Request::batch},
          {integer_field("seed", {"Seed", "随机种子"}, {0, largest_seed}, 1), &Request::seed},
      }};
  return schema;
}

Result<GradientFlow> gradient_flow(const GradientFlowRequest& r) {
  if (const auto error = too_large(r)) return *error;
  const auto batch = static_cast<std::size_t>(r.batch);
  const auto width = static_cast<std::size_t>(r.width);
  const auto depth = static_cast<std::size_t>(r.depth);

  const std::vector<Layer> layers = random_layers(r);
  const Trace trace = forward(layers, standard_normal(batch, width, Random(r.seed, input_stream)));
  Matrix output_gradient = standard_normal(batch, width, Random(r.seed, output_stream));
  for (float& g : output_gradient.values) g /= static_cast<float>(r.batch);

  GradientFlow flow;
  measure_activations(trace, flow);
  flow.log10_delta.resize(depth);
  flow.log10_weight_gradient.resize(depth);
  backward(layers, trace, std::move(output_gradient), [&](std::size_t l, const LayerGradient& gradient) {
    flow.log10_delta[l] = log10_norm(gradient.delta.matrix, gradient.delta.exponent);
    flow.log10_weight_gradient[l] = log10_norm(gradient.w, gradient.delta.exponent);
  });
  flow.slope_delta = slope(flow.log10_delta);
  flow.slope_weight_gradient = slope(flow.log10_weight_gradient);
  return flow;
}

}  // namespace actlab

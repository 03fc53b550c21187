#include "core/labs/random_network.hpp"

#include "core/decimal.hpp"
#include "core/random.hpp"

namespace actlab {
namespace {

/// What a request may cost: weights held in memory, multiplications of one matrix product per
/// layer, and multiplications of the orthogonalisation.
constexpr double most_weights = 1 << 24;
constexpr double most_products = 1 << 29;
constexpr double most_orthogonal_products = 1 << 29;

/// Streams of the seed: the input and the output's gradient, then one for each layer.
enum Stream : std::uint64_t { input_stream, output_stream, first_layer_stream };

Matrix standard_normal(std::size_t rows, std::size_t columns, Random random) {
  Matrix m(rows, columns);
  draw_normal(1, random, m.values);
  return m;
}

Error exceeds(const std::string& field, const std::string& product, double limit, const std::string& others) {
  const std::string most = decimal(limit, 10);
  return {field,
          {product + " must not exceed " + most + ": lower " + field + " or " + others + ".",
           product + " 不得超过 " + most + "：请减小 " + field + " 或 " + others + "。"}};
}

}  // namespace

const Schema<RandomNetwork>& random_network_schema() {
  using N = RandomNetwork;
  constexpr double largest_seed = 4294967295;
  static const Schema<N> schema{
      &N::function,
      "sigmoid",
      {
          {choice_field("initialisation", {"Initialisation", "权重初始化"}, initialisation_choices()),
           &N::initialisation},
          {integer_field("depth", {"Depth (layers)", "深度（层数）"}, {1, 200}), &N::depth},
          {integer_field("width", {"Width (units)", "宽度（单元数）"}, {1, 512}, Scale::log), &N::width},
          {real_field("gain", {"Weights multiplied by", "权重放大倍数"}, {0.1, 20}, Scale::log), &N::gain},
          {real_field("sigma", {"σ by hand", "手动设定的 σ"}, {0.001, 10}, Scale::log), &N::sigma},
          {real_field("sigma_b", {"Bias deviation σ_b", "偏置标准差 σ_b"}, {0, 3}), &N::sigma_b},
          {choice_field("normalisation", {"Normalisation", "归一化"}, normalisation_choices()),
           &N::normalisation},
          {choice_field("residual", {"Residual connections", "残差连接"},
                        {{"off", {"off", "关"}}, {"on", {"on", "开"}}}),
           &N::residual},
          {integer_field("batch", {"Examples", "样本数"}, {1, 256}, Scale::log), &N::batch},
          {integer_field("seed", {"Seed", "随机种子"}, {0, largest_seed}), &N::seed},
      }};
  return schema;
}

WeightScheme RandomNetwork::weights() const {
  return {find_initialisation(initialisation), gain, sigma, sigma_b};
}

MeanFieldNetwork RandomNetwork::theory() const {
  const auto n = static_cast<std::size_t>(width);
  return {.function = function,
          .sigma_w2 = weights().weight_variance(n, n) * width,
          .sigma_b2 = weights().bias_variance(n),
          .normalisation = normalisation_of(normalisation),
          .residual = residual == "on"};
}

std::optional<Error> too_large(const RandomNetwork& n) {
  const double weights = double(n.depth) * n.width * n.width;
  if (weights > most_weights) return exceeds("width", "depth · width²", most_weights, "depth");
  if (weights * n.batch > most_products) {
    return exceeds("batch", "depth · width² · batch", most_products, "width");
  }
  const bool orthogonal = n.weights().rule->distribution == Initialisation::Distribution::orthogonal;
  if (orthogonal && weights * n.width > most_orthogonal_products) {
    return exceeds("width", "depth · width³", most_orthogonal_products, "depth");
  }
  if (n.normalisation == "batch" && n.batch == 1) {
    return Error{"batch",
                 {"Batch normalisation needs a batch of at least 2.", "批归一化要求 batch 至少为 2。"}};
  }
  return std::nullopt;
}

std::vector<Layer> draw_layers(const RandomNetwork& n) {
  const auto width = static_cast<std::size_t>(n.width);
  const WeightScheme scheme = n.weights();
  std::vector<Layer> layers;
  for (int l = 0; l < n.depth; ++l) {
    Random random(n.seed, first_layer_stream + static_cast<std::uint64_t>(l));
    Layer layer{Matrix(width, width), std::vector<float>(width), n.function,
                normalisation_of(n.normalisation), n.residual == "on"};
    draw_layer(scheme, width, width, random, layer.w.values, layer.b);
    layers.push_back(std::move(layer));
  }
  return layers;
}

Matrix draw_input(const RandomNetwork& n) {
  return standard_normal(static_cast<std::size_t>(n.batch), static_cast<std::size_t>(n.width),
                         Random(n.seed, input_stream));
}

Matrix draw_output_gradient(const RandomNetwork& n) {
  Matrix g = standard_normal(static_cast<std::size_t>(n.batch), static_cast<std::size_t>(n.width),
                             Random(n.seed, output_stream));
  for (float& x : g.values) x /= static_cast<float>(n.batch);
  return g;
}

}  // namespace actlab

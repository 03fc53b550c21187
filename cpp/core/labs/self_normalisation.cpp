#include "core/labs/self_normalisation.hpp"

#include <algorithm>

#include "core/decimal.hpp"
#include "core/network/dropout.hpp"
#include "core/network/initialisation.hpp"
#include "core/network/matrix_product.hpp"
#include "core/theory/gaussian.hpp"
#include "core/theory/root.hpp"

namespace actlab {
namespace {

constexpr double most_products = 1 << 29;
constexpr int field_columns = 11, field_rows = 15;
constexpr double field_reach = 1;              ///< means from −1 to 1
constexpr double smallest_variance = 0.03125;  ///< then a factor of √2 from row to row, to 4
constexpr double variance_factor = 1.4142135623730951;

enum Stream : std::uint64_t { input_stream = 0x5E10, dropout_stream, first_layer_stream };

struct State {
  double mean, variance;
};

/// What dropout makes of mean and variance: each entry becomes factor·h + kept or, with probability p,
/// the constant `dropped`.
State dropped_out(const Dropout& d, const State& h) {
  const double kept_mean = d.factor * h.mean + d.kept;
  const double gap = kept_mean - d.dropped;
  return {(1 - d.p) * kept_mean + d.p * d.dropped,
          (1 - d.p) * d.factor * d.factor * h.variance + d.p * (1 - d.p) * gap * gap};
}

/// The map of one layer, (μ, ν) ↦ q ↦ (μ̃, ν̃).
struct LayerMap {
  const Function& function;
  double sigma_w2;
  const Dropout& dropout;

  [[nodiscard]] double q(const State& h) const { return sigma_w2 * (h.variance + h.mean * h.mean); }
  [[nodiscard]] State output(double q) const {
    const Moments m = gaussian_moments(function, q);
    return dropped_out(dropout, {m.f, m.f2 - m.f * m.f});
  }
  [[nodiscard]] State next(const State& h) const { return output(q(h)); }
};

/// Where the map hands on q, and what lies near is drawn closer.
std::vector<State> attracting_fixed_points(const LayerMap& map) {
  constexpr double smallest_q = 0.001, largest_q = 1000, grid_factor = 1.4142135623730951;
  constexpr double level = 1e-9;  // so near to q everywhere, no point is told from another
  const auto growth = [&](double q) { return map.q(map.output(q)) / q - 1; };
  std::vector<State> points;
  double q = smallest_q, here = growth(q);
  while (q < largest_q) {
    const double next_q = q * grid_factor, there = growth(next_q);
    if (here > level && there < -level) points.push_back(map.output(root(growth, q, next_q)));
    q = next_q;
    here = there;
  }
  return points;
}

State state_of(std::span<const float> h) {
  const auto count = static_cast<double>(h.size());
  double sum = 0, squares = 0;
  for (const float x : h) sum += static_cast<double>(x);
  const double mean = sum / count;
  for (const float x : h) squares += (static_cast<double>(x) - mean) * (static_cast<double>(x) - mean);
  return {mean, squares / count};
}

}  // namespace

const Schema<SelfNormalisationRequest>& self_normalisation_schema() {
  using R = SelfNormalisationRequest;
  static const Schema<R> schema{
      &R::function,
      "selu",
      {
          {choice_field("initialisation", {"Initialisation", "权重初始化"}, initialisation_choices()),
           &R::initialisation},
          {real_field("gain", {"Weights multiplied by", "权重放大倍数"}, {0.1, 20}, Scale::log), &R::gain},
          {real_field("sigma", {"σ by hand", "手动设定的 σ"}, {0.001, 10}, Scale::log), &R::sigma},
          {integer_field("depth", {"Depth (layers)", "深度（层数）"}, {1, 100}), &R::depth},
          {integer_field("width", {"Width (units)", "宽度（单元数）"}, {1, 512}, Scale::log), &R::width},
          {integer_field("batch", {"Examples", "样本数"}, {1, 256}, Scale::log), &R::batch},
          {real_field("input_mean", {"Mean of the inputs", "输入均值"}, {-3, 3}), &R::input_mean},
          {real_field("input_deviation", {"Deviation of the inputs", "输入标准差"}, {0.1, 10}, Scale::log),
           &R::input_deviation},
          {choice_field("dropout", {"Dropout", "Dropout"}, dropout_choices()), &R::dropout},
          {real_field("dropout_p", {"Dropped share", "丢弃概率"}, {0, 0.9}), &R::dropout_p},
          {integer_field("seed", {"Seed", "随机种子"}, {0, 4294967295}), &R::seed},
      }};
  return schema;
}

Result<SelfNormalisation> self_normalisation(const SelfNormalisationRequest& r) {
  const auto width = static_cast<std::size_t>(r.width), batch = static_cast<std::size_t>(r.batch);
  if (double(r.depth) * r.width * r.width * r.batch > most_products) {
    const std::string most = decimal(most_products, 10);
    return Error{"batch",
                 {"depth · width² · batch must not exceed " + most + ": lower batch or width.",
                  "depth · width² · batch 不得超过 " + most + "：请减小 batch 或 width。"}};
  }
  const WeightScheme scheme{find_initialisation(r.initialisation), r.gain, r.sigma};
  const Dropout dropout(dropout_of(r.dropout), r.dropout_p);
  SelfNormalisation result{};
  result.sigma_w2 = scheme.weight_variance(width, width) * r.width;

  const LayerMap map{r.function, result.sigma_w2, dropout};
  double variance = smallest_variance;
  for (int row = 0; row < field_rows; ++row, variance *= variance_factor) {
    for (int column = 0; column < field_columns; ++column) {
      const double mean = field_reach * (2.0 * column / (field_columns - 1) - 1);
      const State to = map.next({mean, variance});
      result.field_mean.push_back(mean);
      result.field_variance.push_back(variance);
      result.field_to_mean.push_back(to.mean);
      result.field_to_variance.push_back(to.variance);
    }
  }

  for (const State& point : attracting_fixed_points(map)) {
    result.fixed_mean.push_back(point.mean);
    result.fixed_variance.push_back(point.variance);
  }

  std::vector<float> h(batch * width), z(batch * width), w(width * width), b(width), factors(batch * width);
  Random inputs(r.seed, input_stream), noise(r.seed, dropout_stream);
  for (float& x : h) x = static_cast<float>(r.input_mean + r.input_deviation * inputs.normal());
  MatrixProduct product;
  State theory{r.input_mean, r.input_deviation * r.input_deviation};
  for (int l = 0; l <= r.depth; ++l) {
    const State measured = state_of(h);
    result.mean.push_back(measured.mean);
    result.variance.push_back(measured.variance);
    result.theory_mean.push_back(theory.mean);
    result.theory_variance.push_back(theory.variance);
    if (l == r.depth) break;
    Random random(r.seed, first_layer_stream + static_cast<std::uint64_t>(l));
    draw_layer(scheme, width, width, random, w, b);
    product(batch, width, width, h, Operand::as_is, w, Operand::as_is, z, b);
    r.function.activation->forward(z, h, r.function.parameters);
    if (dropout.kind != DropoutKind::none) drop(dropout, noise, h, factors);
    theory = map.next(theory);
  }
  return result;
}

}  // namespace actlab

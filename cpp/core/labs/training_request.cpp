#include "core/labs/training_request.hpp"

#include "core/data/images.hpp"
#include "core/data/shapes.hpp"
#include "core/decimal.hpp"

namespace actlab {
namespace {

/// What a request may cost: parameters held, multiplications of a step. The first bounds the
/// orthogonalisation too: (depth − 1) · width³ ≤ most_weights^(3/2) = 2^27 multiplications.
constexpr double most_weights = 1 << 18;
constexpr double most_products = 1 << 24;

Field data_field() {
  std::vector<Choice> choices = shape_choices();
  choices.push_back({"images", {"handwritten digits", "手写数字"}});
  return choice_field("data", {"Data", "数据集"}, std::move(choices));
}
Field examples_field() { return integer_field("examples", {"Examples", "样本数"}, {20, 2000}, Scale::log); }
Field noise_field() { return real_field("noise", {"Noise", "噪声"}, {0, 0.5}); }
Field seed_field() { return integer_field("seed", {"Seed", "随机种子"}, {0, 4294967295}); }

Error refused(const std::string& field, const std::string& en, const std::string& zh) {
  return {field, {field + " " + en, field + " " + zh}};
}

bool is(const Function& function, std::string_view id) { return function.activation->info.id == id; }

Result<std::shared_ptr<const DataSet>> find_data(const std::string& id, int examples, double noise,
                                                 std::uint64_t seed) {
  if (id == "images") {
    if (const auto images = image_data()) return images;
    return refused("data", "cannot be images before any have been loaded.", "为 images 时，应先载入图像。");
  }
  return std::shared_ptr<const DataSet>(
      std::make_shared<DataSet>(draw_shape(id, static_cast<std::size_t>(examples), noise, seed)));
}

}  // namespace

const Schema<TrainingRequest>& training_schema() {
  using R = TrainingRequest;
  static const Schema<R> schema{
      &R::function,
      "relu",
      {
          {data_field(), &R::data},
          {examples_field(), &R::examples},
          {noise_field(), &R::noise},
          {choice_field("initialisation", {"Initialisation", "权重初始化"}, initialisation_choices()),
           &R::initialisation},
          {real_field("gain", {"Weights multiplied by", "权重放大倍数"}, {0.01, 20}, Scale::log), &R::gain},
          {real_field("sigma", {"σ by hand", "手动设定的 σ"}, {0.001, 10}, Scale::log), &R::sigma},
          {real_field("bias", {"Biases start at", "偏置初值"}, {-5, 5}), &R::bias},
          {integer_field("depth", {"Hidden layers", "隐藏层数"}, {1, 50}), &R::depth},
          {integer_field("width", {"Width (units)", "宽度（单元数）"}, {1, 256}, Scale::log), &R::width},
          {choice_field("normalisation", {"Normalisation", "归一化"}, normalisation_choices()),
           &R::normalisation},
          {choice_field(
               "slopes", {"PReLU's slopes", "PReLU 的斜率"},
               {{"shared", {"one a layer", "每层共享"}}, {"per_unit", {"one a unit", "每单元一个"}}}),
           &R::slopes},
          {choice_field("rrelu", {"RReLU as in", "RReLU 的版本"},
                        {{"pytorch", {"PyTorch: the slope is uniform", "PyTorch：斜率均匀分布"}},
                         {"paper", {"the paper: 1/slope is uniform", "论文：斜率的倒数均匀分布"}}}),
           &R::rrelu},
          {choice_field("dropout", {"Dropout", "Dropout"}, dropout_choices()), &R::dropout},
          {real_field("dropout_p", {"Dropped share", "丢弃概率"}, {0, 0.9}), &R::dropout_p},
          {choice_field("optimiser", {"Optimiser", "优化器"}, optimiser_choices()), &R::optimiser},
          {real_field("rate", {"Learning rate", "学习率"}, {1e-5, 100}, Scale::log), &R::rate},
          {real_field("momentum", {"Momentum", "动量"}, {0, 0.99}), &R::momentum},
          {real_field("weight_decay", {"Weight decay", "权重衰减"}, {0, 1}), &R::weight_decay},
          {real_field("clip", {"Gradient clipped to norm (0: off)", "梯度范数裁剪（0 为关闭）"}, {0, 100}),
           &R::clip},
          {integer_field("batch", {"Batch", "批大小"}, {1, 2000}, Scale::log), &R::batch},
          {seed_field(), &R::seed},
      }};
  return schema;
}

std::optional<Error> refusal(const TrainingRequest& r, const DataSet& data) {
  const double weights = double(data.inputs) * r.width + double(r.depth - 1) * r.width * r.width;
  if (weights > most_weights) {
    const std::string most = decimal(most_weights, 10);
    return refused("width", "makes more than " + most + " weights: lower width or depth.",
                   "使权重多于 " + most + " 个：请减小 width 或 depth。");
  }
  if (weights * r.batch > most_products) {
    const std::string most = decimal(most_products, 10);
    return refused("batch", "times the number of weights must not exceed " + most + ": lower batch or width.",
                   "与权重个数之积不得超过 " + most + "：请减小 batch 或 width。");
  }
  if (r.normalisation == "batch" && r.batch == 1) {
    return refused("batch", "must be at least 2 for batch normalisation.", "在批归一化时应至少为 2。");
  }
  if (is(r.function, "rrelu") && r.rrelu == "paper" && r.function.parameters[0] == 0) {
    return refused("rrelu", "as in the paper needs a lower slope above 0.",
                   "按论文的定义要求斜率下限大于 0。");
  }
  return std::nullopt;
}

Result<std::shared_ptr<const DataSet>> training_data(const TrainingRequest& r) {
  return find_data(r.data, r.examples, r.noise, r.seed);
}

Loss loss_for(const DataSet& data) {
  return data.classes == 0 ? Loss::squared : data.classes == 2 ? Loss::binary : Loss::softmax;
}

NetworkShape network_shape(const TrainingRequest& r, const DataSet& data) {
  NetworkShape shape{.function = r.function,
                     .inputs = data.inputs,
                     .width = static_cast<std::size_t>(r.width),
                     .depth = static_cast<std::size_t>(r.depth),
                     .outputs = data.classes > 2 ? data.classes : 1,
                     .normalisation = normalisation_of(r.normalisation),
                     .dropout = Dropout(dropout_of(r.dropout), r.dropout_p)};
  if (is(r.function, "prelu")) shape.slopes = r.slopes == "per_unit" ? Slopes::per_unit : Slopes::shared;
  if (is(r.function, "rrelu")) {
    shape.slopes = Slopes::random;
    shape.random_slopes = {r.function.parameters[0], r.function.parameters[1], r.rrelu == "paper"};
  }
  return shape;
}

const Schema<DataRequest>& data_schema() {
  using R = DataRequest;
  static const Schema<R> schema{nullptr,
                                "",
                                {{data_field(), &R::data},
                                 {examples_field(), &R::examples},
                                 {noise_field(), &R::noise},
                                 {seed_field(), &R::seed}}};
  return schema;
}

Result<DataAnswer> sample_data(const DataRequest& r) {
  const auto found = find_data(r.data, r.examples, r.noise, r.seed);
  if (!found.ok()) return found.error();
  const DataSet& data = *found.value();
  const auto original = [&](const std::vector<float>& x) {
    std::vector<double> values;
    for (const float value : x) values.push_back(data.mean + data.deviation * static_cast<double>(value));
    return values;
  };
  const auto widened = [](const std::vector<float>& y) { return std::vector<double>(y.begin(), y.end()); };
  return DataAnswer{double(data.inputs),   double(data.classes),  original(data.train.x),
                    widened(data.train.y), original(data.test.x), widened(data.test.y)};
}

}  // namespace actlab

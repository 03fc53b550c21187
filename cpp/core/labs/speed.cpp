#include "core/labs/speed.hpp"

#include <vector>

#include "core/decimal.hpp"
#include "core/network/initialisation.hpp"
#include "core/network/matrix_product.hpp"

namespace actlab {
namespace {

constexpr std::size_t examples = 32;
constexpr double most_products = 4294967296;

/// So many that they stay in the nearest cache, as a layer's do between its product and its function.
constexpr std::size_t elements = 4096;

}  // namespace

const Schema<SpeedRequest>& speed_schema() {
  using R = SpeedRequest;
  static const Schema<R> schema{
      &R::function,
      "relu",
      {{choice_field("work", {"Work", "计算内容"},
                     {{"value", {"value", "函数值"}},
                      {"value_and_derivative", {"value and derivative", "函数值和导数"}},
                      {"dense_layer", {"products of a dense layer", "全连接层的乘积"}}}),
        &R::work},
       {integer_field("inputs", {"Inputs of the layer", "该层的输入数"}, {4, 1024}, Scale::log), &R::inputs},
       {integer_field("rounds", {"Rounds", "重复次数"}, {1, 32768}, Scale::log), &R::rounds}}};
  return schema;
}

double multiply_dense(int inputs, int rounds, std::size_t zeros_of_4) {
  const auto width = static_cast<std::size_t>(inputs);
  const std::vector<float> weights(width * width, 0.01F);  // quick to fill; the time is the same for all
  std::vector<float> x(examples * width), y(examples * width);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = i % 4 < zeros_of_4 ? 0.0F : 1.0F;
  MatrixProduct product;
  for (int i = 0; i < rounds; ++i) {
    product(examples, width, width, x, Operand::as_is, weights, Operand::as_is, y);
  }
  return rounds * double(y.size());
}

Result<Speed> speed(const SpeedRequest& r) {
  if (r.work == "dense_layer") {
    if (double(examples) * r.inputs * r.inputs * r.rounds > most_products) {
      const std::string most = decimal(most_products / examples, 10);
      return Error{"rounds",
                   {"rounds · inputs² must not exceed " + most + ": lower rounds or inputs.",
                    "rounds · inputs² 不得超过 " + most + "：请减小 rounds 或 inputs。"}};
    }
    return Speed{multiply_dense(r.inputs, r.rounds)};
  }
  std::vector<float> x(elements), y(elements), dy(elements);
  Random random(1);
  draw_normal(1, random, x);
  const auto& [activation, parameters] = r.function;
  for (int i = 0; i < r.rounds; ++i) {
    if (r.work == "value") {
      activation->forward(x, y, parameters);
    } else {
      activation->forward_with_derivative(x, y, dy, parameters);
    }
  }
  return Speed{r.rounds * double(elements)};
}

}  // namespace actlab

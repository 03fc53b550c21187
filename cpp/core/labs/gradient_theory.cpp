#include "core/labs/gradient_theory.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/decimal.hpp"
#include "core/math/log.hpp"
#include "core/theory/fixed_point.hpp"
#include "core/theory/gaussian.hpp"

namespace actlab {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::string digits(double x) { return decimal(x, 4); }

/// The norms that the recursion implies, from the last layer to the first. With G = ∂L/∂H, whose
/// expected square over a standard normal output gradient is 1/B² per entry:
/// ‖Gˡ⁻¹‖² = ‖Gˡ‖² χˡ (+ ‖Gˡ‖² with a residual connection).
void predict_norms(const RandomNetwork& network, const std::vector<MeanFieldLayer>& layers,
                   GradientTheory& theory) {
  const MeanFieldNetwork field = network.theory();
  const double entries = double(network.width) * network.batch;
  const auto depth = layers.size();
  theory.log10_delta.resize(depth);
  theory.log10_weight_gradient.resize(depth);
  // For one example ‖∂L/∂W‖ = ‖δ‖‖h‖; the gradients of several examples partly cancel.
  const double input_square_per_example = double(network.width);
  double log10_output = 0.5 * log10(entries) - log10(double(network.batch));
  for (std::size_t l = depth; l-- > 0;) {
    const double factor = layers[l].chi / field.sigma_w2;  // E f'², over q under normalisation
    const double input_square = l == 0 ? 1 : layers[l - 1].activation;
    theory.log10_delta[l] = log10_output + 0.5 * log10(factor);
    theory.log10_weight_gradient[l] =
        network.batch == 1 ? theory.log10_delta[l] + 0.5 * log10(input_square_per_example * input_square)
                           : unknown;
    log10_output += 0.5 * log10(layers[l].chi + (field.residual ? 1 : 0));
  }
  for (const MeanFieldLayer& layer : layers) {
    theory.log10_activation.push_back(0.5 * log10(entries * layer.activation));
    theory.q.push_back(layer.q);
    theory.chi.push_back(layer.chi);
  }
}

Text phase(double chi) {
  if (std::fabs(chi - 1) < 1e-9) return {"the gradient stays level", "梯度持平"};
  if (chi < 1) return {"the gradient vanishes (ordered phase)", "梯度消失（有序相）"};
  return {"the gradient explodes (chaotic phase)", "梯度爆炸（混沌相）"};
}

Text depth_scale_text(double chi) {
  if (std::fabs(chi - 1) < 1e-9) return {".", "。"};
  const std::string layers = digits(gradient_depth_scale(chi));
  return {"; ‖δ‖² changes e-fold every " + layers + " layers.", "；‖δ‖² 每 " + layers + " 层变化 e 倍。"};
}

/// Plain networks: where the variance settles, and whether gradients survive there.
void judge_plain(const MeanFieldNetwork& field, GradientTheory& theory) {
  const Fate end = fate(field, theory.q.front());
  theory.q_limit = end.q;
  theory.chi_limit = end.chi;
  theory.depth_scale = gradient_depth_scale(end.chi);
  const Text then = phase(end.chi);
  const Text scale = depth_scale_text(end.chi);
  const std::string chi_text = digits(end.chi);
  switch (end.kind) {
    case Fate::Kind::level:
    case Fate::Kind::scales:
      theory.verdict = {"Every layer multiplies ‖δ‖² by χ = " + chi_text + ": " + then.en + scale.en,
                        "每一层都把 ‖δ‖² 乘以 χ = " + chi_text + "：" + then.zh + scale.zh};
      break;
    case Fate::Kind::settles:
      theory.verdict = {
          "The variance settles at q* = " + digits(end.q) + ", where χ = " + chi_text + ": " + then.en +
              scale.en,
          "方差稳定在 q* = " + digits(end.q) + "，此处 χ = " + chi_text + "：" + then.zh + scale.zh};
      break;
    case Fate::Kind::vanishes:
      theory.verdict = {
          "No fixed point holds the signal: its variance falls to 0, where χ → " + chi_text + ".",
          "没有能留住信号的不动点：方差趋于 0，此时 χ → " + chi_text + "。"};
      break;
    case Fate::Kind::explodes:
      theory.verdict = {"No fixed point holds the signal: its variance grows without bound.",
                        "没有能留住信号的不动点：方差无限增长。"};
      break;
  }
  const auto points = fixed_points(field);
  for (const FixedPoint& point : points) {
    if (point.attracting()) continue;
    const bool settles = std::any_of(points.begin(), points.end(), [&](const FixedPoint& other) {
      return other.attracting() && other.q < point.q;
    });
    const Text below =
        settles ? Text{"the variance settles", "方差稳定下来"} : Text{"the signal dies", "信号消亡"};
    theory.verdict.en += " The fixed point at q = " + digits(point.q) + " is unstable: below it " + below.en +
                         ", above it the signal explodes.";
    theory.verdict.zh +=
        "q = " + digits(point.q) + " 处的不动点不稳定：低于它" + below.zh + "，高于它信号爆炸。";
  }
}

/// Normalised layers: q = 1 at the gate whatever the weights, so the last layer's χ is the limit.
void judge_normalised(GradientTheory& theory) {
  theory.q_limit = 1;
  theory.chi_limit = theory.chi.back();
  theory.depth_scale = gradient_depth_scale(theory.chi_limit);
  const Text then = phase(theory.chi_limit);
  theory.verdict = {
      "Normalisation cancels the weights' scale: χ = " + digits(theory.chi_limit) + ", " + then.en + ".",
      "归一化抵消了权重的尺度：χ = " + digits(theory.chi_limit) + "，" + then.zh + "。"};
}

}  // namespace

Result<GradientTheory> gradient_theory(const RandomNetwork& network) {
  const MeanFieldNetwork field = network.theory();
  GradientTheory theory{};
  theory.sigma_w2 = field.sigma_w2;
  theory.sigma_b2 = field.sigma_b2;
  theory.unit_gain = 1 / std::sqrt(gaussian_moments(field.function, 1).f2);
  theory.slope_delta = theory.q_limit = theory.chi_limit = theory.depth_scale = unknown;
  if (field.normalisation == Normalisation::batch) {
    theory.verdict = {
        "There is no prediction here: batch normalisation ties the examples together, and this theory "
        "follows a single one.",
        "这里没有预测：批归一化把各个样本联系在一起，而本理论只跟踪单个样本。"};
    return theory;
  }
  predict_norms(network, mean_field(field, network.depth), theory);
  if (network.depth > 1) {
    theory.slope_delta =
        (theory.log10_delta.front() - theory.log10_delta.back()) / static_cast<double>(network.depth - 1);
  }
  if (field.residual) {
    theory.verdict = {
        "Each residual connection adds the gradient of the layer above to that of the branch: the factor "
        "of a layer is 1 + χ, never below 1, as long as the two are independent. Where outputs have a mean, "
        "as ReLU’s, a direction that all layers share grows faster, and a finite width leaves the line.",
        "残差连接把后一层（更靠近输出）传来的梯度与分支的梯度相加：只要两者独立，每层的因子就是 1 + "
        "χ，不会小于 "
        "1。若输出的均值不为零（如 "
        "ReLU），各层共有的方向增长得更快，有限宽度的网络会偏离这条线。"};
  } else if (field.normalisation == Normalisation::none) {
    judge_plain(field, theory);
  } else {
    judge_normalised(theory);
  }
  return theory;
}

}  // namespace actlab

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/function.hpp"
#include "core/network/dropout.hpp"
#include "core/network/initialisation.hpp"
#include "core/network/leaky.hpp"
#include "core/network/matrix_product.hpp"
#include "core/network/normalisation.hpp"

/// A dense network whose parameters are learned, in float32. With one example per row, N the
/// normalisation and D the dropout of the layer:
///
///     Zˡ = Hˡ⁻¹ Wˡ       Ẑˡ = γˡ ⊙ N(Zˡ) + bˡ       Hˡ = D(f(Ẑˡ))       l = 1 … L
///     logits = Hᴸ W + b
///
/// Without normalisation Ẑˡ = Zˡ + bˡ and there is no γ. Batch normalisation uses the batch's mean
/// and variance in training and running averages of them in evaluation.
namespace actlab {

enum class Mode { training, evaluation };

/// What the slopes of a leaky ReLU are.
enum class Slopes {
  none,      ///< f has no slopes of its own to learn or draw
  shared,    ///< PReLU, one a layer
  per_unit,  ///< PReLU, one a unit
  random,    ///< RReLU
};

struct NetworkShape {
  Function function;
  std::size_t inputs, width, depth, outputs;  ///< `depth` hidden layers of `width` units
  Normalisation normalisation = Normalisation::none;
  Slopes slopes = Slopes::none;
  RandomSlopes random_slopes{};
  Dropout dropout{};
};

/// Where a layer's parameters begin among all; the last layer has only w and b.
struct LayerPlace {
  std::size_t inputs, outputs;
  std::size_t w, b;
  std::size_t gain, gains;    ///< γ; how many
  std::size_t slope, slopes;  ///< PReLU's a; how many
};

class TrainableNetwork {
 public:
  /// Room for `rows` examples at a time. All parameters are 0 but γ = 1 and PReLU's slopes.
  TrainableNetwork(const NetworkShape& shape, std::size_t rows);

  /// Draws the hidden layers' weights by the scheme, with `bias` added to their biases, and the last
  /// layer's by LeCun's rule with biases 0: it has no activation.
  void initialise(const WeightScheme& scheme, double bias, std::uint64_t seed);

  [[nodiscard]] const NetworkShape& shape() const { return shape_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] const std::vector<LayerPlace>& layers() const { return places_; }
  /// All parameters, layer by layer, in the order w, b, γ, a; `gradient` has the same places.
  [[nodiscard]] std::span<float> parameters() { return {state_.data(), parameter_count_}; }
  [[nodiscard]] std::span<float> gradient() { return gradient_; }
  /// The parameters and, behind them, what batch normalisation remembers: all that evaluation needs.
  [[nodiscard]] std::vector<float>& state() { return state_; }

  /// Runs examples (row-major, at most rows()) forward and returns their logits, which stay until the
  /// next call. `noise` feeds dropout and RReLU; only training mode uses it.
  std::span<const float> forward(std::span<const float> x, Mode mode, Random& noise);

  /// From ∂L/∂logits fills gradient(), for the examples of the last forward pass, which must have been
  /// in training mode. Afterwards derivatives() holds δˡ = ∂L/∂Zˡ.
  void backward(std::span<const float> x, std::span<const float> output_gradient);

  // Of the last pass, for hidden layer l counted from 0; row-major, with as many rows as examples.
  [[nodiscard]] std::span<const float> activations(std::size_t l) const;
  [[nodiscard]] std::span<const float> pre_activations(std::size_t l) const;  ///< Ẑ
  [[nodiscard]] std::span<const float> derivatives(std::size_t l) const;      ///< f'(Ẑ); after backward δ

 private:
  struct Buffers {
    std::vector<float> z, h, df;
    std::vector<float> normalised, mean, inverse;  ///< with normalisation
    std::vector<float> factors;                    ///< with dropout
  };

  void forward_layer(std::size_t l, std::span<const float> input, Mode mode, Random& noise);
  void normalise_layer(std::size_t l, Mode mode);
  void activate(std::size_t l, Mode mode, Random& noise);
  void backward_layer(std::size_t l, std::span<const float> input);
  void gradient_of_slopes(std::size_t l);
  [[nodiscard]] std::span<const float> input_of(std::size_t l, std::span<const float> x) const;
  [[nodiscard]] std::span<const float> weights(const LayerPlace& p) const;

  NetworkShape shape_;
  std::size_t rows_, used_ = 0, parameter_count_ = 0;
  std::vector<LayerPlace> places_;
  std::vector<float> state_, gradient_;
  std::vector<Buffers> buffers_;
  std::vector<float> logits_, output_, slope_row_;
  MatrixProduct product_;
};

}  // namespace actlab

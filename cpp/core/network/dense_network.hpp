#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "core/function.hpp"

/// A plain feed-forward network in float32 and its backward pass, in the usual symbols, with one
/// example per row:
///
///     Zˡ = Hˡ⁻¹ Wˡ + bˡ          Hˡ = f(Zˡ)                            forward,  l = 1 … L
///     δˡ = (δˡ⁺¹ Wˡ⁺¹ᵀ) ⊙ f'(Zˡ)   ∂L/∂Wˡ = Hˡ⁻¹ᵀ δˡ   ∂L/∂bˡ = Σ δˡ     backward, l = L … 1
namespace actlab {

/// A row-major matrix of float32.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), values(r * c) {}
};

/// The matrix values · 2^exponent. A deep network's δ leaves the range of float32 long before its
/// logarithm means anything odd; scaling by a power of two is exact, so the values keep the very
/// bits that a wider exponent would have given them.
struct ScaledMatrix {
  Matrix matrix;
  int exponent = 0;

  /// Brings the largest magnitude into [½, 1). Leaves all zeros, infinities and NaN alone.
  void normalise();
};

struct Layer {
  Matrix w;              ///< inputs × outputs
  std::vector<float> b;  ///< outputs
  Function f;
};

/// What the forward pass leaves behind for the backward pass, layer by layer.
struct Trace {
  std::vector<Matrix> h;   ///< h[0] the input, h[l] the output of layer l (counting from 1)
  std::vector<Matrix> df;  ///< df[l - 1] = f'(Zˡ)
};

/// Precondition: input has as many columns as the first layer has inputs.
Trace forward(const std::vector<Layer>& layers, Matrix input);

/// The gradients of one layer; all three carry the exponent of δ.
struct LayerGradient {
  const ScaledMatrix& delta;  ///< δˡ, examples × outputs
  Matrix w;                   ///< ∂L/∂Wˡ / 2^exponent
  std::vector<float> b;       ///< ∂L/∂bˡ / 2^exponent
};

/// Runs backward from `output_gradient` = ∂L/∂Hᴸ and hands each layer's gradients (index from 0) to
/// `visit`, the last layer first.
void backward(const std::vector<Layer>& layers, const Trace& trace, Matrix output_gradient,
              const std::function<void(std::size_t layer, const LayerGradient&)>& visit);

}  // namespace actlab

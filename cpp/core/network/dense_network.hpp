#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/function.hpp"
#include "core/network/matrix.hpp"
#include "core/network/normalisation.hpp"

/// A plain feed-forward network in float32 and its backward pass, in the usual symbols, with one
/// example per row. With N the layer's normalisation, and the term in brackets where the layer has
/// a residual connection:
///
///     Zˡ = Hˡ⁻¹ Wˡ + bˡ         Ẑˡ = N(Zˡ)              Hˡ = f(Ẑˡ) [+ Hˡ⁻¹]        l = 1 … L
///     Gˡ = ∂L/∂Hˡ               δˡ = ∂L/∂Zˡ = N'(Gˡ ⊙ f'(Ẑˡ))
///     ∂L/∂Wˡ = Hˡ⁻¹ᵀ δˡ         ∂L/∂bˡ = Σ δˡ           Gˡ⁻¹ = δˡ Wˡᵀ [+ Gˡ]        l = L … 1
namespace actlab {

struct Layer {
  Matrix w;              ///< inputs × outputs
  std::vector<float> b;  ///< outputs
  Function f;
  Normalisation normalisation = Normalisation::none;
  bool residual = false;  ///< needs as many outputs as inputs
};

/// What the forward pass of one layer leaves behind.
struct LayerTrace {
  Matrix df;     ///< f'(Ẑˡ)
  Matrix h;      ///< Hˡ
  Normalised z;  ///< Ẑˡ; empty without normalisation
};

struct Trace {
  Matrix input;  ///< H⁰
  std::vector<LayerTrace> layers;

  /// Hˡ⁻¹, what layer l (counted from 0) was given.
  [[nodiscard]] const Matrix& input_of(std::size_t l) const { return l == 0 ? input : layers[l - 1].h; }
};

/// Hands each layer (index from 0) to `visit`, if there is one, as soon as it is computed.
/// Precondition: input has as many columns as the first layer has inputs.
Trace forward(const std::vector<Layer>& layers, Matrix input,
              const std::function<void(std::size_t layer, const LayerTrace&)>& visit = nullptr);

/// The gradients of one layer; w and b carry the exponent of δ.
struct LayerGradient {
  const ScaledMatrix& output;   ///< Gˡ, examples × outputs
  const ScaledMatrix& gated;    ///< Gˡ ⊙ f'(Ẑˡ), the same as δˡ without normalisation
  ScaledMatrix& delta;          ///< δˡ, examples × outputs; whoever is handed it may take its entries
  const Matrix& w;              ///< ∂L/∂Wˡ / 2^exponent
  const std::vector<float>& b;  ///< ∂L/∂bˡ / 2^exponent
};

/// Runs backward from `output_gradient` = Gᴸ and hands each layer's gradients (index from 0) to
/// `visit`, the last layer first.
void backward(const std::vector<Layer>& layers, const Trace& trace, Matrix output_gradient,
              const std::function<void(std::size_t layer, const LayerGradient&)>& visit);

}  // namespace actlab

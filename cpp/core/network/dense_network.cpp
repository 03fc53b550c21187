#include "core/network/dense_network.hpp"

#include <utility>

#include "core/network/matrix_product.hpp"

namespace actlab {
namespace {

/// ∂L/∂Wˡ = Hˡ⁻¹ᵀ δˡ
void weight_gradient(MatrixProduct& product, const Matrix& h, const Matrix& delta, Matrix& g) {
  g.reshape(h.columns, delta.columns);
  product(h.columns, h.rows, delta.columns, h.values, Operand::transposed, delta.values, Operand::as_is,
          g.values);
}

/// Gˡ⁻¹ = δˡ Wˡᵀ
void input_gradient(MatrixProduct& product, const Matrix& delta, const Matrix& w, Matrix& g) {
  g.reshape(delta.rows, w.rows);
  product(delta.rows, w.columns, w.rows, delta.values, Operand::as_is, w.values, Operand::transposed,
          g.values);
}

LayerTrace forward(MatrixProduct& product, const Layer& layer, const Matrix& x) {
  LayerTrace t{Matrix(x.rows, layer.w.columns), Matrix(x.rows, layer.w.columns), {}};
  Matrix& z = t.h;  // f takes Zˡ to Hˡ in place
  product(x.rows, x.columns, z.columns, x.values, Operand::as_is, layer.w.values, Operand::as_is, z.values,
          layer.b);
  const bool plain = layer.normalisation == Normalisation::none;
  if (!plain) t.z = normalise(layer.normalisation, z);
  layer.f.forward_with_derivative(plain ? z.values : t.z.z.values, t.h.values, t.df.values);
  if (layer.residual) add_elementwise(t.h, x);
  return t;
}

}  // namespace

Trace forward(const std::vector<Layer>& layers, Matrix input,
              const std::function<void(std::size_t, const LayerTrace&)>& visit) {
  Trace trace{std::move(input), {}};
  trace.layers.reserve(layers.size());
  MatrixProduct product;
  for (std::size_t l = 0; l < layers.size(); ++l) {
    trace.layers.push_back(forward(product, layers[l], trace.input_of(l)));
    if (visit) visit(l, trace.layers.back());
  }
  return trace;
}

void backward(const std::vector<Layer>& layers, const Trace& trace, Matrix output_gradient,
              const std::function<void(std::size_t, const LayerGradient&)>& visit) {
  MatrixProduct product;
  ScaledMatrix output{std::move(output_gradient)}, gated, normalised, below;
  Matrix w;
  std::vector<float> b;
  for (std::size_t l = layers.size(); l-- > 0;) {
    const Layer& layer = layers[l];
    multiply_rescaled(output, trace.layers[l].df, gated);
    const bool plain = layer.normalisation == Normalisation::none;
    if (!plain) {
      normalised = gated;
      normalise_backward(layer.normalisation, trace.layers[l].z, normalised.matrix);
      normalised.rescale();
    }
    ScaledMatrix& delta = plain ? gated : normalised;
    weight_gradient(product, trace.input_of(l), delta.matrix, w);
    b.resize(delta.matrix.columns);
    sum_rows(delta.matrix.values, b);
    if (l > 0) {
      input_gradient(product, delta.matrix, layer.w, below.matrix);
      below.exponent = delta.exponent;
      if (layer.residual) below = sum(std::move(below), output);
    }
    visit(l, {output, gated, delta, w, b});
    std::swap(output, below);
  }
}

}  // namespace actlab

#include "core/network/dense_network.hpp"

#include <utility>

#include "core/network/matrix_product.hpp"

namespace actlab {
namespace {

/// Hˡ⁻¹ᵀ δˡ
Matrix weight_gradient(const Matrix& h, const Matrix& delta) {
  Matrix g(h.columns, delta.columns);
  matrix_product(h.columns, h.rows, delta.columns, h.values, Operand::transposed, delta.values,
                 Operand::as_is, g.values);
  return g;
}

/// Σ over the examples of δˡ
std::vector<float> bias_gradient(const Matrix& delta) {
  std::vector<float> g(delta.columns);
  for (std::size_t i = 0; i < delta.rows; ++i) {
    for (std::size_t j = 0; j < delta.columns; ++j) g[j] += delta.values[i * delta.columns + j];
  }
  return g;
}

/// δˡ Wˡᵀ
Matrix input_gradient(const Matrix& delta, const Matrix& w) {
  Matrix g(delta.rows, w.rows);
  matrix_product(delta.rows, w.columns, w.rows, delta.values, Operand::as_is, w.values, Operand::transposed,
                 g.values);
  return g;
}

void multiply_elementwise(Matrix& a, const Matrix& b) {
  for (std::size_t i = 0; i < a.values.size(); ++i) a.values[i] *= b.values[i];
}

void add_elementwise(Matrix& a, const Matrix& b) {
  for (std::size_t i = 0; i < a.values.size(); ++i) a.values[i] += b.values[i];
}

LayerTrace forward(const Layer& layer, const Matrix& x) {
  Matrix z(x.rows, layer.w.columns);
  matrix_product(x.rows, x.columns, z.columns, x.values, Operand::as_is, layer.w.values, Operand::as_is,
                 z.values, layer.b);
  const bool plain = layer.normalisation == Normalisation::none;
  LayerTrace t{plain ? Normalised{std::move(z), {}} : normalise(layer.normalisation, z),
               Matrix(x.rows, layer.w.columns), Matrix(x.rows, layer.w.columns)};
  layer.f.forward_with_derivative(t.z.z.values, t.h.values, t.df.values);
  if (layer.residual) add_elementwise(t.h, x);
  return t;
}

}  // namespace

Trace forward(const std::vector<Layer>& layers, Matrix input) {
  Trace trace{std::move(input), {}};
  for (std::size_t l = 0; l < layers.size(); ++l)
    trace.layers.push_back(forward(layers[l], trace.input_of(l)));
  return trace;
}

void backward(const std::vector<Layer>& layers, const Trace& trace, Matrix output_gradient,
              const std::function<void(std::size_t, const LayerGradient&)>& visit) {
  ScaledMatrix output{std::move(output_gradient)};
  for (std::size_t l = layers.size(); l-- > 0;) {
    const Layer& layer = layers[l];
    output.rescale();
    ScaledMatrix gated = output;
    multiply_elementwise(gated.matrix, trace.layers[l].df);
    gated.rescale();
    const bool plain = layer.normalisation == Normalisation::none;
    ScaledMatrix normalised;
    if (!plain) {
      normalised = gated;
      normalise_backward(layer.normalisation, trace.layers[l].z, normalised.matrix);
      normalised.rescale();
    }
    const ScaledMatrix& delta = plain ? gated : normalised;
    visit(l, {output, gated, delta, weight_gradient(trace.input_of(l), delta.matrix),
              bias_gradient(delta.matrix)});
    if (l == 0) return;
    ScaledMatrix below{input_gradient(delta.matrix, layer.w), delta.exponent};
    if (layer.residual) below = sum(std::move(below), output);
    output = std::move(below);
  }
}

}  // namespace actlab

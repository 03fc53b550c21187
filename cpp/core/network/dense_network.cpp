#include "core/network/dense_network.hpp"

#include <algorithm>
#include <cmath>
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

/// δˡ Wˡᵀ = ∂L/∂Hˡ⁻¹
Matrix input_gradient(const Matrix& delta, const Matrix& w) {
  Matrix g(delta.rows, w.rows);
  matrix_product(delta.rows, w.columns, w.rows, delta.values, Operand::as_is, w.values, Operand::transposed,
                 g.values);
  return g;
}

void multiply_elementwise(Matrix& a, const Matrix& b) {
  for (std::size_t i = 0; i < a.values.size(); ++i) a.values[i] *= b.values[i];
}

}  // namespace

void ScaledMatrix::normalise() {
  float largest = 0;
  for (const float x : matrix.values) largest = std::max(largest, std::fabs(x));
  if (!(largest > 0) || !std::isfinite(largest)) return;
  int shift = 0;
  std::frexp(largest, &shift);
  const double factor = std::ldexp(1.0, -shift);
  for (float& x : matrix.values) x = static_cast<float>(factor * static_cast<double>(x));
  exponent += shift;
}

Trace forward(const std::vector<Layer>& layers, Matrix input) {
  Trace trace;
  trace.h.push_back(std::move(input));
  for (const Layer& layer : layers) {
    const Matrix& x = trace.h.back();
    Matrix z(x.rows, layer.w.columns);
    matrix_product(x.rows, x.columns, z.columns, x.values, Operand::as_is, layer.w.values, Operand::as_is,
                   z.values, layer.b);
    Matrix h(z.rows, z.columns);
    Matrix df(z.rows, z.columns);
    layer.f.forward_with_derivative(z.values, h.values, df.values);
    trace.h.push_back(std::move(h));
    trace.df.push_back(std::move(df));
  }
  return trace;
}

void backward(const std::vector<Layer>& layers, const Trace& trace, Matrix output_gradient,
              const std::function<void(std::size_t, const LayerGradient&)>& visit) {
  ScaledMatrix delta{std::move(output_gradient)};
  for (std::size_t l = layers.size(); l-- > 0;) {
    multiply_elementwise(delta.matrix, trace.df[l]);
    delta.normalise();
    visit(l, {delta, weight_gradient(trace.h[l], delta.matrix), bias_gradient(delta.matrix)});
    if (l > 0) delta.matrix = input_gradient(delta.matrix, layers[l].w);
  }
}

}  // namespace actlab

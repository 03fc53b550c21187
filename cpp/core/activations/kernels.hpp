#pragma once

#include <cstddef>
#include <span>

#include "core/math/float4.hpp"

/// The loops over arrays, one for all functions. `one` is a function object over float and `four`
/// the same over Float4: each element has the bits of `one`, wherever it stands in the array.
/// All spans have the same length; an output may be the memory of x, else they do not overlap.
namespace actlab {

/// y[i] = f(x[i]).
template <class F1, class F4>
void forward(const F1& one, const F4& four, std::span<const float> x, std::span<float> y) {
  std::size_t i = 0;
  for (; i + Float4::lanes <= x.size(); i += Float4::lanes) {
    four.f(Float4::load(&x[i])).store(&y[i]);
  }
  for (; i < x.size(); ++i) y[i] = one.f(x[i]);
}

/// y[i] = f(x[i]) and dy[i] = f'(x[i]) in one pass.
template <class F1, class F4>
void forward_with_derivative(const F1& one, const F4& four, std::span<const float> x, std::span<float> y,
                             std::span<float> dy) {
  std::size_t i = 0;
  for (; i + Float4::lanes <= x.size(); i += Float4::lanes) {
    const Float4 xi = Float4::load(&x[i]);
    four.f(xi).store(&y[i]);
    four.df(xi).store(&dy[i]);
  }
  for (; i < x.size(); ++i) {
    const float xi = x[i];
    y[i] = one.f(xi);
    dy[i] = one.df(xi);
  }
}

}  // namespace actlab

#pragma once

#include <cstddef>

#include "core/math/float4.hpp"

/// The loops over whole vectors, one for all functions; `f` is a function object over Float4, `n` a
/// multiple of the lanes. Each element has the bits that f would give it in float. An output may be
/// the memory of x, else they do not overlap.
namespace actlab {

/// y[i] = f(x[i]).
template <class F>
void value_kernel(const F& f, const float* x, float* y, std::size_t n) {
  for (std::size_t i = 0; i < n; i += Float4::lanes) f.f(Float4::load(x + i)).store(y + i);
}

/// y[i] = f(x[i]) and dy[i] = f'(x[i]) in one pass.
template <class F>
void value_and_slope_kernel(const F& f, const float* x, float* y, float* dy, std::size_t n) {
  for (std::size_t i = 0; i < n; i += Float4::lanes) {
    const Float4 xi = Float4::load(x + i);
    f.f(xi).store(y + i);
    f.df(xi).store(dy + i);
  }
}

}  // namespace actlab

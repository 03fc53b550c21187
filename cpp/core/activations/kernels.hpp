#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/math/float4.hpp"

/// The loops over arrays, one for all functions; `f` is a function object over Float4. Each element
/// has the bits that f would give it in float, wherever it stands in the array. All spans have the
/// same length; an output may be the memory of x, else they do not overlap.
namespace actlab {
namespace detail {

/// Whole vectors: n is a multiple of the lanes. Never inlined, so that one copy in the program
/// serves the body and the tail of an array.
template <class F>
[[gnu::noinline]] void forward_vectors(const F& f, const float* x, float* y, std::size_t n) {
  for (std::size_t i = 0; i < n; i += Float4::lanes) f.f(Float4::load(x + i)).store(y + i);
}

template <class F>
[[gnu::noinline]] void forward_with_derivative_vectors(const F& f, const float* x, float* y, float* dy,
                                                       std::size_t n) {
  for (std::size_t i = 0; i < n; i += Float4::lanes) {
    const Float4 xi = Float4::load(x + i);
    f.f(xi).store(y + i);
    f.df(xi).store(dy + i);
  }
}

}  // namespace detail

/// y[i] = f(x[i]).
template <class F>
void forward(const F& f, std::span<const float> x, std::span<float> y) {
  const std::size_t tail = x.size() % Float4::lanes;
  const std::size_t whole = x.size() - tail;
  float last[Float4::lanes]{};
  std::copy_n(x.data() + whole, tail, last);
  detail::forward_vectors(f, x.data(), y.data(), whole);
  detail::forward_vectors(f, last, last, Float4::lanes);
  std::copy_n(last, tail, y.data() + whole);
}

/// y[i] = f(x[i]) and dy[i] = f'(x[i]) in one pass.
template <class F>
void forward_with_derivative(const F& f, std::span<const float> x, std::span<float> y, std::span<float> dy) {
  const std::size_t tail = x.size() % Float4::lanes;
  const std::size_t whole = x.size() - tail;
  float last[Float4::lanes]{};
  float last_dy[Float4::lanes];
  std::copy_n(x.data() + whole, tail, last);
  detail::forward_with_derivative_vectors(f, x.data(), y.data(), dy.data(), whole);
  detail::forward_with_derivative_vectors(f, last, last, last_dy, Float4::lanes);
  std::copy_n(last, tail, y.data() + whole);
  std::copy_n(last_dy, tail, dy.data() + whole);
}

}  // namespace actlab

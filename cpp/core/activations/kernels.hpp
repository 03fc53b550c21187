#pragma once

#include <algorithm>
#include <cstddef>

#include "core/activations/info.hpp"
#include "core/math/float4.hpp"
#include "core/math/phases.hpp"

/// The loops over whole vectors, one for all functions; `n` is a multiple of the lanes. Each element has the
/// bits that the formula gives it in float. An output may be the memory of x, else they do not overlap.
namespace actlab {

/// The function object F over the scalar T, with the parameters p.
template <template <class> class F, class T>
F<T> with_parameters(const Parameters& p) {
  if constexpr (requires { F<T>{T(p[0]), T(p[1])}; }) {
    return {T(p[0]), T(p[1])};
  } else if constexpr (requires { F<T>{T(p[0])}; }) {
    return {T(p[0])};
  } else {
    return {};
  }
}

/// Whether F says that it has one exponential, whose argument f and f' share; then it is run in phases (see
/// phases.hpp), else in one loop. A test compares every function's kernels with its double.
template <template <class> class F>
constexpr bool has_one_exponential() {
  return requires { F<float>::one_exponential; };
}

/// The first phase.
template <template <class> class F>
[[gnu::noinline]] void reduce(const Parameters& p, const float* x, Powers& powers, std::size_t count) {
  const auto f = with_parameters<F, BeforeExp>(p);
  for (std::size_t i = 0; i < count; i += Float4::lanes) f.f(BeforeExp::load(x, powers, i));
}

/// finish(i) for each vector of the array, with its number over T.
template <template <class> class F, class Finish>
void for_each_vector(const Parameters& p, const float* x, std::size_t n, Finish finish) {
  if constexpr (has_one_exponential<F>()) {
    Powers powers;
    const auto f = with_parameters<F, AfterExp>(p);
    for (std::size_t first = 0; first < n; first += Powers::size) {
      const std::size_t count = std::min(n - first, Powers::size);
      reduce<F>(p, x + first, powers, count);
      powers.apply_polynomial(count);
      for (std::size_t i = 0; i < count; i += Float4::lanes) {
        finish(f, AfterExp::load(x + first, powers, i), first + i);
      }
    }
  } else {
    const auto f = with_parameters<F, Float4>(p);
    for (std::size_t i = 0; i < n; i += Float4::lanes) finish(f, Float4::load(x + i), i);
  }
}

/// y[i] = f(x[i]).
template <template <class> class F>
void value_kernel(const Parameters& p, const float* x, float* y, float*, std::size_t n) {
  for_each_vector<F>(p, x, n, [=](const auto& f, auto xi, std::size_t i) { f.f(xi).store(y + i); });
}

/// y[i] = f(x[i]) and dy[i] = f'(x[i]) in one pass.
template <template <class> class F>
void value_and_slope_kernel(const Parameters& p, const float* x, float* y, float* dy, std::size_t n) {
  for_each_vector<F>(p, x, n, [=](const auto& f, auto xi, std::size_t i) {
    f.f(xi).store(y + i);
    f.df(xi).store(dy + i);
  });
}

}  // namespace actlab

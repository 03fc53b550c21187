#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/activations/info.hpp"
#include "core/math/exp.hpp"
#include "core/math/log.hpp"

/// Functions of a whole vector x of n ≥ 1 finite numbers. f writes n numbers; jacobian writes n·n,
/// row i holding the derivatives of component i: J[i·n + j] = ∂yᵢ/∂xⱼ.
namespace actlab {

namespace detail {

inline double largest(std::span<const double> x) {
  double m = x[0];
  for (double xi : x) m = max(xi, m);
  return m;
}

/// Σ e^(xᵢ − shift)
inline double sum_exp(std::span<const double> x, double shift) {
  double sum = 0;
  for (double xi : x) sum += exp(xi - shift);
  return sum;
}

}  // namespace detail

/// Softmax: pᵢ = e^xᵢ / Σⱼ e^xⱼ. Adding a constant to all xᵢ changes nothing, so the largest is taken
/// off first and no exponential overflows.
struct Softmax {
  static void f(std::span<const double> x, std::span<double> p) {
    const double m = detail::largest(x), sum = detail::sum_exp(x, m);
    for (std::size_t i = 0; i < x.size(); ++i) p[i] = exp(x[i] - m) / sum;
  }

  /// J = diag(p) − p pᵀ. The diagonal pᵢ(1 − pᵢ) is summed from the other entries of its row, which
  /// does not cancel when pᵢ is close to 1.
  static void jacobian(std::span<const double> x, std::span<double> jacobian) {
    const std::size_t n = x.size();
    std::vector<double> p(n);
    f(x, p);
    for (std::size_t i = 0; i < n; ++i) {
      double others = 0;
      for (std::size_t j = 0; j < n; ++j) {
        if (j == i) continue;
        jacobian[i * n + j] = -p[i] * p[j];
        others += p[i] * p[j];
      }
      jacobian[i * n + i] = others;
    }
  }

  static constexpr Info info() {
    return {
        .id = "softmax",
        .name = {"Softmax", "Softmax 函数"},
        .libraries = {.pytorch = "Softmax", .keras = "softmax", .onnx = "Softmax"},
    };
  }
};

/// Log-softmax: xᵢ − ln Σⱼ e^xⱼ.
struct LogSoftmax {
  static void f(std::span<const double> x, std::span<double> y) {
    const double m = detail::largest(x), log_sum = log(detail::sum_exp(x, m));
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = (x[i] - m) - log_sum;
  }

  /// J = I − 1 pᵀ: every row holds −p, with 1 − pᵢ = Σ of the other pⱼ on the diagonal.
  static void jacobian(std::span<const double> x, std::span<double> jacobian) {
    const std::size_t n = x.size();
    std::vector<double> p(n);
    Softmax::f(x, p);
    for (std::size_t i = 0; i < n; ++i) {
      double others = 0;
      for (std::size_t j = 0; j < n; ++j) {
        if (j == i) continue;
        jacobian[i * n + j] = -p[j];
        others += p[j];
      }
      jacobian[i * n + i] = others;
    }
  }

  static constexpr Info info() {
    return {
        .id = "log_softmax",
        .name = {"Log-softmax", "对数 Softmax（LogSoftmax）"},
        .libraries = {.pytorch = "LogSoftmax", .keras = "log_softmax", .onnx = "LogSoftmax"},
    };
  }
};

}  // namespace actlab

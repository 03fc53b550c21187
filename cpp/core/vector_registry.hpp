#pragma once

#include <span>

#include "core/activations/info.hpp"

/// The second, short list: functions that take more than one number. They are in no lab.
namespace actlab {

/// A function from n numbers to n numbers; see activations/vector/softmax.hpp.
struct VectorFunction {
  Info info;
  void (*f)(std::span<const double> x, std::span<double> y);
  void (*jacobian)(std::span<const double> x, std::span<double> jacobian);  ///< n·n, row by row: ∂yᵢ/∂xⱼ
};

/// A value a times a gate g(b); see activations/vector/gated.hpp.
struct GatedUnit {
  Info info;
  double (*f)(double a, double b);
  double (*df_da)(double a, double b);
  double (*df_db)(double a, double b);
};

std::span<const VectorFunction> vector_functions();
std::span<const GatedUnit> gated_units();

}  // namespace actlab

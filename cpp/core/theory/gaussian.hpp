#pragma once

#include "core/function.hpp"

/// Expectations over a Gaussian pre-activation x = √q z, z ~ N(0, 1), by quadrature in double.
/// Relative error about 1e-13 for every function of the registry.
namespace actlab {

/// The values of q that the quadrature takes: at the ends no moment underflows or overflows.
inline constexpr double smallest_quadrature_q = 1e-100, largest_quadrature_q = 1e100;

struct Moments {
  double f;         ///< E f(x)
  double f2;        ///< E f(x)²
  double df2;       ///< E f'(x)²
  double f2_slope;  ///< d E f(x)² / dq
};

/// A q beyond the ends counts as that end.
Moments gaussian_moments(const Function& function, double q);

}  // namespace actlab

#pragma once

#include <optional>

#include "core/theory/mean_field.hpp"

namespace actlab {

/// A point of the line χ₁ = 1 in the plane of σ_w² and σ_b², by its fixed point q.
struct CriticalPoint {
  double q;
  double sigma_w2;  ///< 1/E f'²
  double sigma_b2;  ///< q − E f²/E f'²; negative where the line does not reach
  double slope;     ///< V'(q): attracting below 1
};

CriticalPoint critical_point(const Function& function, double q);

/// The critical point with this σ_b² and the smallest q in [1e-9, 1e9], if there is one.
std::optional<CriticalPoint> critical_point_at(const Function& function, double sigma_b2);

/// σ_w where χ₁ = 1 with this σ_b, at a fixed point that the variance reaches, or at q → 0 where the
/// function is homogeneous or only touches the line; NaN if there is none.
double critical_sigma_w(const Function& function, double sigma_b);

}  // namespace actlab

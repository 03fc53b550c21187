#pragma once

/// The variances among which fixed points and critical points are searched for.
namespace actlab {

inline constexpr double smallest_q = 1e-9, largest_q = 1e9;
inline constexpr double grid_factor = 1.2589254117941673;  ///< ten points a decade

}  // namespace actlab

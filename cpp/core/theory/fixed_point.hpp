#pragma once

#include <optional>
#include <vector>

#include "core/theory/mean_field.hpp"

namespace actlab {

/// q* = V(q*): a variance that a layer hands on unchanged.
struct FixedPoint {
  double q;
  double chi;    ///< χ₁: gradients vanish below 1, explode above
  double slope;  ///< V'(q*): attracting below 1

  [[nodiscard]] bool attracting() const { return slope < 1; }
};

/// All fixed points with 1e-9 < q < 1e9 that a sign change of V(q) − q shows, smallest first.
std::vector<FixedPoint> fixed_points(const MeanFieldNetwork& network);

/// c where V(q) = c·q for every q (positively homogeneous functions without biases).
std::optional<double> homogeneous_factor(const MeanFieldNetwork& network);

/// Where the variance goes from layer to layer when it starts at `q`.
struct Fate {
  enum class Kind {
    level,     ///< every q is fixed
    scales,    ///< multiplied by the same factor in each layer
    settles,   ///< tends to an attracting fixed point
    vanishes,  ///< q → 0
    explodes,  ///< q → ∞
  };
  Kind kind;
  double q;    ///< the limit; 0 or infinity where there is none
  double chi;  ///< χ there
};

Fate fate(const MeanFieldNetwork& network, double q);

/// Depth scales around a fixed point, in layers; a negative one means growth.
double variance_depth_scale(const FixedPoint& point);  ///< ξ_q = −1/ln V'
double gradient_depth_scale(const FixedPoint& point);  ///< ξ_∇ = −1/ln χ₁, of the squared gradient

/// c* and ξ_c: what becomes of the correlation of two inputs.
struct Correlation {
  double c;
  double depth_scale;
};
Correlation correlation_fixed_point(const MeanFieldNetwork& network, const FixedPoint& point);

}  // namespace actlab

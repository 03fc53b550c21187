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

/// ξ_∇ = |1/ln χ|: the layers over which the squared gradient changes e-fold.
double gradient_depth_scale(double chi);

}  // namespace actlab

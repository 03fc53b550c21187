#pragma once

#include <vector>

#include "core/function.hpp"
#include "core/network/normalisation.hpp"

/// What a layer of a wide random network does on average, layer by layer (mean-field theory).
/// Poole et al. 2016, arXiv 1606.05340; Schoenholz et al. 2017, arXiv 1611.01232.
///
/// It holds in the limit of infinite width, for one input, with independent weights of mean 0.
namespace actlab {

struct MeanFieldNetwork {
  Function function;
  double sigma_w2;                                    ///< σ_w²: Var(W) · fan-in
  double sigma_b2;                                    ///< σ_b²: Var(b)
  Normalisation normalisation = Normalisation::none;  ///< batch normalisation has no theory here
  bool residual = false;
};

/// The state of one layer.
struct MeanFieldLayer {
  double q;    ///< E z², the variance of the pre-activation before normalisation
  double chi;  ///< χ = σ_w² E f'(z)², divided by q under normalisation: the backward factor of ‖δ‖²
  double activation;  ///< E h², the second moment of the layer's output
};

/// Layers 1 … depth for an input of second moment 1 and mean 0.
std::vector<MeanFieldLayer> mean_field(const MeanFieldNetwork& network, int depth);

/// V(q) = σ_w² E f(√q z)² + σ_b², the map of the variance from one layer to the next, without
/// normalisation and residual connections.
double variance_map(const MeanFieldNetwork& network, double q);
/// χ(q) = σ_w² E f'(√q z)²
double chi(const MeanFieldNetwork& network, double q);
/// V'(q) = σ_w² E[f f' x]/q, and what jumps of f add. No second derivative: kinks do no harm.
double variance_map_slope(const MeanFieldNetwork& network, double q);

}  // namespace actlab

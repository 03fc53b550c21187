#pragma once

#include <string_view>
#include <vector>

#include "core/network/matrix.hpp"
#include "core/schema/field.hpp"

namespace actlab {

/// What a layer does to its pre-activations Z before f: nothing, or bring them to mean 0 and
/// variance 1 over the batch (Ioffe & Szegedy 2015, arXiv 1502.03167), over the layer's units
/// (Ba, Kiros & Hinton 2016, arXiv 1607.06450), or to root mean square 1 over the units (Zhang &
/// Sennrich 2019, arXiv 1910.07467). No learned gain or shift.
enum class Normalisation { none, batch, layer, rms };

std::vector<Choice> normalisation_choices();
/// Precondition: id is that of a choice.
Normalisation normalisation_of(std::string_view id);

/// Ẑ and what its backward pass needs.
struct Normalised {
  Matrix z;                    ///< Ẑ
  std::vector<float> inverse;  ///< 1/deviation, one for each column (batch) or row (layer, rms)
};

/// Ẑ = (Z − mean)/√(variance + ε), ε = 1e-5; rms leaves the mean out.
Normalised normalise(Normalisation kind, const Matrix& z);

/// ∂L/∂Z from ∂L/∂Ẑ, in place:  (g − mean(g) − Ẑ mean(g Ẑ))/deviation; rms leaves mean(g) out.
void normalise_backward(Normalisation kind, const Normalised& forward, Matrix& gradient);

}  // namespace actlab

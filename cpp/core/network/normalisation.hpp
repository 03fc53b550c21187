#pragma once

#include <span>
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

/// How many groups are normalised each by itself: the columns (batch) or the rows (layer, rms).
std::size_t normalised_groups(Normalisation kind, std::size_t rows, std::size_t columns);

/// Ẑ = (Z − mean)/√(variance + ε), ε = 1e-5; rms leaves the mean out. Z is row-major with so many
/// columns; `mean` and `inverse` = 1/deviation have an entry for each group.
void normalise(Normalisation kind, std::size_t columns, std::span<const float> z, std::span<float> normalised,
               std::span<float> mean, std::span<float> inverse);

/// ∂L/∂Z from ∂L/∂Ẑ, in place:  (g − mean(g) − Ẑ mean(g Ẑ))/deviation; rms leaves mean(g) out.
void normalise_backward(Normalisation kind, std::size_t columns, std::span<const float> normalised,
                        std::span<const float> inverse, std::span<float> gradient);

/// 1/√(variance + ε), and the variance that an inverse came from.
double inverse_deviation(double variance);
double variance_of(double inverse_deviation);

/// Ẑ and what its backward pass needs.
struct Normalised {
  Matrix z;                    ///< Ẑ
  std::vector<float> inverse;  ///< 1/deviation, one for each column (batch) or row (layer, rms)
};

// The same for whole matrices.
Normalised normalise(Normalisation kind, const Matrix& z);
void normalise_backward(Normalisation kind, const Normalised& forward, Matrix& gradient);

}  // namespace actlab

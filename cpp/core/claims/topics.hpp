#pragma once

#include <span>

#include "core/claims/claim.hpp"

/// The list of claims, a file for each topic.
namespace actlab {

std::span<const Claim> slope_claims();     ///< how large f' is
std::span<const Claim> gradient_claims();  ///< what becomes of ‖δ‖ and ‖∂L/∂W‖ over the layers
std::span<const Claim> variance_claims();  ///< what becomes of the activations over the layers
std::span<const Claim> form_claims();      ///< formulas and curves
std::span<const Claim> default_claims();   ///< constants and the libraries' defaults
std::span<const Claim> unit_claims();      ///< zeros, dead units, outputs
std::span<const Claim> training_claims();  ///< what becomes of networks that learn
std::span<const Claim> timed_claims();     ///< what takes how long

}  // namespace actlab

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/network/dense_network.hpp"
#include "core/network/initialisation.hpp"
#include "core/schema/schema.hpp"
#include "core/theory/mean_field.hpp"

/// The random network that the gradient lab runs, and that its theory speaks of: `depth` equal
/// layers on standard normal inputs.
namespace actlab {

struct RandomNetwork {
  Function function;
  std::string initialisation = "xavier_normal";
  int depth = 50;
  int width = 128;
  double gain = 1;
  double sigma = 0.1;  ///< deviation of the weights where the initialisation is set by hand
  double sigma_b = 0;
  std::string normalisation = "none";
  std::string residual = "off";
  int batch = 1;
  std::uint32_t seed = 1;

  [[nodiscard]] WeightScheme weights() const;
  /// σ_w² = Var(W) · fan-in and σ_b², with normalisation and residual connections.
  [[nodiscard]] MeanFieldNetwork theory() const;
};

const Schema<RandomNetwork>& random_network_schema();

/// Why the network is too large to be run, naming the field to lower.
std::optional<Error> too_large(const RandomNetwork& network);

std::vector<Layer> draw_layers(const RandomNetwork& network);
/// H⁰, batch × width, standard normal.
Matrix draw_input(const RandomNetwork& network);
/// ∂L/∂Hᴸ of the loss L = (1/B) Σ ⟨g, hᴸ⟩ over B examples with standard normal g.
Matrix draw_output_gradient(const RandomNetwork& network);

}  // namespace actlab

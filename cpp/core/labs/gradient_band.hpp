#pragma once

#include <cstdint>
#include <vector>

#include "core/labs/gradient_flow.hpp"

/// The gradient lab over many seeds: what varies from one random network to the next.
namespace actlab {

/// One entry a layer: mean and standard deviation of log10 norms over the seeds so far.
struct GradientBand {
  double seeds;
  std::vector<double> mean_delta, deviation_delta;
  std::vector<double> mean_weight_gradient, deviation_weight_gradient;
  double mean_slope, slope_standard_error;  ///< of slope_delta
};

/// Runs the network with the seeds seed, seed + 1, …, one for each call of advance().
class GradientBandRun {
 public:
  explicit GradientBandRun(const RandomNetwork& network) : network_(network) {}

  void advance();
  [[nodiscard]] GradientBand so_far() const;

 private:
  /// Mean and sum of squared differences from it. Welford 1962.
  struct Running {
    double mean = 0, squares = 0;
    void add(double x, double count);
  };
  static void add_layers(std::vector<Running>& running, const std::vector<double>& layers, double count);

  RandomNetwork network_;
  double count_ = 0;
  std::vector<Running> delta_, weight_gradient_;
  Running slope_;
};

template <class Visit>
void visit_fields(const GradientBand& r, Visit&& visit) {
  visit("seeds", r.seeds);
  visit("mean_delta", r.mean_delta);
  visit("deviation_delta", r.deviation_delta);
  visit("mean_weight_gradient", r.mean_weight_gradient);
  visit("deviation_weight_gradient", r.deviation_weight_gradient);
  visit("mean_slope", r.mean_slope);
  visit("slope_standard_error", r.slope_standard_error);
}

}  // namespace actlab

#include "core/labs/gradient_band.hpp"

#include "core/math/scalar.hpp"

namespace actlab {

void GradientBandRun::Running::add(double x, double count) {
  const double before = x - mean;
  mean += before / count;
  squares += before * (x - mean);
}

void GradientBandRun::add_layers(std::vector<Running>& running, const std::vector<double>& layers,
                                 double count) {
  running.resize(layers.size());
  for (std::size_t l = 0; l < layers.size(); ++l) running[l].add(layers[l], count);
}

void GradientBandRun::advance() {
  const auto flow = gradient_flow(network_);
  ++network_.seed;
  ++count_;
  add_layers(delta_, flow.value().log10_delta, count_);
  add_layers(weight_gradient_, flow.value().log10_weight_gradient, count_);
  slope_.add(flow.value().slope_delta, count_);
}

GradientBand GradientBandRun::so_far() const {
  const auto deviation = [&](const Running& r) { return count_ > 1 ? sqrt(r.squares / (count_ - 1)) : 0; };
  GradientBand band{};
  band.seeds = count_;
  for (const Running& r : delta_) {
    band.mean_delta.push_back(r.mean);
    band.deviation_delta.push_back(deviation(r));
  }
  for (const Running& r : weight_gradient_) {
    band.mean_weight_gradient.push_back(r.mean);
    band.deviation_weight_gradient.push_back(deviation(r));
  }
  band.mean_slope = slope_.mean;
  band.slope_standard_error = count_ > 0 ? deviation(slope_) / sqrt(count_) : 0;
  return band;
}

}  // namespace actlab

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/function.hpp"
#include "core/schema/schema.hpp"

/// SELU's basin: where a layer takes the mean μ and the variance ν of its inputs, as a field of
/// arrows, and the way that a real network goes through its layers. Klambauer et al. 2017,
/// arXiv 1706.02515.
namespace actlab {

struct SelfNormalisationRequest {
  Function function;
  std::string initialisation = "lecun_normal";
  double gain = 1;
  double sigma = 0.1;
  int depth = 20;
  int width = 128;
  int batch = 128;
  double input_mean = 0, input_deviation = 1;  ///< of the normal inputs
  std::string dropout = "none";
  double dropout_p = 0.5;
  std::uint32_t seed = 1;
};

/// The field is that of wide layers whose weights have mean 0: with q = σ_w² (ν + μ²) the pre-
/// activations are N(0, q). Grid points row by row, from the lowest variance, from left to right.
struct SelfNormalisation {
  std::vector<double> field_mean, field_variance;        ///< (μ, ν)
  std::vector<double> field_to_mean, field_to_variance;  ///< (μ̃, ν̃)
  /// depth + 1 entries, the input first: over all units and examples of the real network, and what
  /// the map says when it starts from the same input.
  std::vector<double> mean, variance;
  std::vector<double> theory_mean, theory_variance;
  /// The fixed points of the map that attract, with 0.001 < q < 1000; of ascending q.
  std::vector<double> fixed_mean, fixed_variance;
  double sigma_w2;
};

const Schema<SelfNormalisationRequest>& self_normalisation_schema();
Result<SelfNormalisation> self_normalisation(const SelfNormalisationRequest& request);

template <class Visit>
void visit_fields(const SelfNormalisation& r, Visit&& visit) {
  visit("field_mean", r.field_mean);
  visit("field_variance", r.field_variance);
  visit("field_to_mean", r.field_to_mean);
  visit("field_to_variance", r.field_to_variance);
  visit("mean", r.mean);
  visit("variance", r.variance);
  visit("theory_mean", r.theory_mean);
  visit("theory_variance", r.theory_variance);
  visit("fixed_mean", r.fixed_mean);
  visit("fixed_variance", r.fixed_variance);
  visit("sigma_w2", r.sigma_w2);
}

}  // namespace actlab

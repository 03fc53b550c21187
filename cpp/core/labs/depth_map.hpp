#pragma once

#include <string>
#include <vector>

#include "core/function.hpp"
#include "core/schema/schema.hpp"

/// How deep a network may be for its weights: the axes of a map of many small trainings, and what
/// mean-field theory says of the gradient there. Schoenholz et al. 2017, arXiv 1611.01232.
/// It is computed column by column, so that no call takes long.
namespace actlab {

struct DepthMapRequest {
  Function function;
  std::string normalisation = "none";
  int column = 0;
};

struct DepthMapColumn {
  double column_count;        ///< of the whole map, evenly spaced in log σ_w
  double sigma_w;             ///< of this column
  std::vector<double> depth;  ///< of the rows, ascending
  /// How many decades ‖δ‖ gains on its way from the last hidden layer to the first; one entry a row.
  /// None with normalisation, where σ_w has no effect.
  std::vector<double> decades;
  /// Where χ₁ = 1 without biases; NaN where nowhere, with any normalisation, and in later columns.
  double critical_sigma_w;
};

const Schema<DepthMapRequest>& depth_map_schema();
Result<DepthMapColumn> depth_map_column(const DepthMapRequest& request);

template <class Visit>
void visit_fields(const DepthMapColumn& r, Visit&& visit) {
  visit("column_count", r.column_count);
  visit("sigma_w", r.sigma_w);
  visit("depth", r.depth);
  visit("decades", r.decades);
  visit("critical_sigma_w", r.critical_sigma_w);
}

}  // namespace actlab

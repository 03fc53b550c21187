#pragma once

#include <string>
#include <vector>

#include "core/function.hpp"
#include "core/schema/schema.hpp"

/// The phase diagram: for each deviation of the weights σ_w, and each deviation of the biases σ_b
/// or each depth, how many decades per layer the gradient gains on its way back, by the mean-field
/// recursion. It is computed in slices of a row, so that a page can draw it as it grows.
namespace actlab {

struct PhaseRowRequest {
  Function function;
  std::string rows = "sigma_b";
  std::string normalisation = "none";
  int row = 0;
  int first_column = 0, columns = 48;  ///< the slice; it ends with the row at the latest
};

struct PhaseRow {
  double row_count, column_count;  ///< of the whole diagram
  double value;                    ///< σ_b or the depth of this row
  std::vector<double> sigma_w;     ///< of the slice's columns
  std::vector<double> slope;       ///< decades per layer, positive where gradients explode
  /// Where χ = 1 at the fixed point with this σ_b; NaN where nowhere, with any normalisation, and in
  /// later slices of a row.
  double critical_sigma_w;
};

const Schema<PhaseRowRequest>& phase_row_schema();
Result<PhaseRow> phase_row(const PhaseRowRequest& request);

template <class Visit>
void visit_fields(const PhaseRow& r, Visit&& visit) {
  visit("row_count", r.row_count);
  visit("column_count", r.column_count);
  visit("value", r.value);
  visit("sigma_w", r.sigma_w);
  visit("slope", r.slope);
  visit("critical_sigma_w", r.critical_sigma_w);
}

}  // namespace actlab

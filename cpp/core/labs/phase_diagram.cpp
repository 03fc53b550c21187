#include "core/labs/phase_diagram.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/math/log.hpp"
#include "core/theory/critical_line.hpp"
#include "core/theory/fixed_point.hpp"

namespace actlab {
namespace {

constexpr int row_count = 24;
constexpr int column_count = 48;
constexpr double smallest_sigma_w = 0.25;
constexpr double column_factor = 1.0905077326652577;  // 2^(1/8): 48 columns, six octaves
constexpr double largest_sigma_b = 1.15;              // in steps of 0.05
constexpr int depth_of_bias_rows = 30;

/// Mean decades per layer over the depth of the network.
double slope(const MeanFieldNetwork& network, int depth) {
  const auto layers = mean_field(network, depth);
  double sum = 0;
  for (int l = 0; l + 1 < depth; ++l) sum += 0.5 * log10(layers[static_cast<std::size_t>(l)].chi);
  return sum / (depth - 1);
}

}  // namespace

const Schema<PhaseRowRequest>& phase_row_schema() {
  using R = PhaseRowRequest;
  static const Schema<R> schema{
      &R::function,
      "tanh",
      {
          {choice_field(
               "rows", {"Rows", "纵轴"},
               {{"sigma_b", {"bias deviation σ_b", "偏置标准差 σ_b"}}, {"depth", {"depth", "深度"}}}),
           &R::rows},
          {choice_field("normalisation", {"Normalisation", "归一化"},
                        {{"none", {"none", "无"}}, {"rms", {"RMS normalisation", "RMS 归一化"}}}),
           &R::normalisation},
          {integer_field("row", {"Row", "行"}, {0, row_count - 1}), &R::row},
          {integer_field("first_column", {"First column", "起始列"}, {0, column_count - 1}),
           &R::first_column},
          {integer_field("columns", {"Columns", "列数"}, {1, column_count}), &R::columns},
      }};
  return schema;
}

Result<PhaseRow> phase_row(const PhaseRowRequest& r) {
  const bool by_depth = r.rows == "depth";
  const double sigma_b = by_depth ? 0 : largest_sigma_b * r.row / (row_count - 1);
  const int depth = by_depth ? 4 * (r.row + 1) : depth_of_bias_rows;
  const Normalisation normalisation = normalisation_of(r.normalisation);

  PhaseRow row{};
  row.row_count = row_count;
  row.column_count = column_count;
  row.value = by_depth ? depth : sigma_b;
  const int end = std::min(r.first_column + r.columns, column_count);
  double sigma_w = smallest_sigma_w;
  for (int column = 0; column < end; ++column, sigma_w *= column_factor) {
    if (column < r.first_column) continue;
    row.sigma_w.push_back(sigma_w);
    row.slope.push_back(slope({r.function, sigma_w * sigma_w, sigma_b * sigma_b, normalisation}, depth));
  }
  const bool first_of_plain = normalisation == Normalisation::none && r.first_column == 0;
  row.critical_sigma_w =
      first_of_plain ? critical_sigma_w(r.function, sigma_b) : std::numeric_limits<double>::quiet_NaN();
  return row;
}

}  // namespace actlab

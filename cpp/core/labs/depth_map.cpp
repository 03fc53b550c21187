#include "core/labs/depth_map.hpp"

#include <limits>

#include "core/math/log.hpp"
#include "core/theory/critical_line.hpp"
#include "core/theory/mean_field.hpp"

namespace actlab {
namespace {

constexpr int row_count = 16, depth_step = 2;
constexpr int column_count = 22;
constexpr double smallest_sigma_w = 0.5;
constexpr double column_factor = 1.189207115002721;  // 2^(1/4)

}  // namespace

const Schema<DepthMapRequest>& depth_map_schema() {
  using R = DepthMapRequest;
  static const Schema<R> schema{
      &R::function,
      "sigmoid",
      {
          {choice_field("normalisation", {"Normalisation", "归一化"}, normalisation_choices()),
           &R::normalisation},
          {integer_field("column", {"Column", "列"}, {0, column_count - 1}), &R::column},
      }};
  return schema;
}

Result<DepthMapColumn> depth_map_column(const DepthMapRequest& r) {
  DepthMapColumn column{};
  column.column_count = column_count;
  column.sigma_w = smallest_sigma_w;
  for (int i = 0; i < r.column; ++i) column.sigma_w *= column_factor;
  for (int row = 1; row <= row_count; ++row) column.depth.push_back(depth_step * row);
  column.critical_sigma_w = std::numeric_limits<double>::quiet_NaN();
  if (normalisation_of(r.normalisation) != Normalisation::none) return column;

  if (r.column == 0) column.critical_sigma_w = critical_sigma_w(r.function, 0);
  const double sigma_w2 = column.sigma_w * column.sigma_w;
  const auto layers =
      mean_field({.function = r.function, .sigma_w2 = sigma_w2, .sigma_b2 = 0}, row_count * depth_step);
  double sum = 0;
  std::size_t l = 0;
  for (const double depth : column.depth) {
    for (; double(l + 1) < depth; ++l) sum += 0.5 * log10(layers[l].chi);
    column.decades.push_back(sum);
  }
  return column;
}

}  // namespace actlab

#include "core/vector_curve.hpp"

#include <array>

namespace actlab {
namespace {

/// The row of a list with this id. Precondition: there is one.
template <class Row>
const Row& find(std::span<const Row> rows, const std::string& id) {
  std::size_t i = 0;
  while (rows[i].info.id != id) ++i;
  return rows[i];
}

template <class Row>
std::vector<Choice> choices(std::span<const Row> rows) {
  std::vector<Choice> list;
  for (const Row& row : rows) list.push_back({std::string(row.info.id), row.info.name});
  return list;
}

}  // namespace

const Schema<LogitsRequest>& logits_schema() {
  using R = LogitsRequest;
  constexpr Bounds logits{-20, 20};
  static const Schema<R> schema{
      nullptr,
      "",
      {
          {choice_field("function", {"Function", "函数"}, choices(vector_functions())), &R::function},
          {real_field("x1", {"x₁", "x₁"}, logits), &R::x1},
          {real_field("x2", {"x₂", "x₂"}, logits), &R::x2},
          {real_field("x3", {"x₃", "x₃"}, logits), &R::x3},
      }};
  return schema;
}

Result<Logits> evaluate_logits(const LogitsRequest& r) {
  const VectorFunction& function = find(vector_functions(), r.function);
  const std::array<double, 3> x{r.x1, r.x2, r.x3};
  Logits result{std::vector<double>(3), std::vector<double>(9)};
  function.f(x, result.y);
  function.jacobian(x, result.jacobian);
  return result;
}

const Schema<GateRequest>& gate_schema() {
  using R = GateRequest;
  constexpr Bounds range{-100, 100};
  static const Schema<R> schema{
      nullptr,
      "",
      {
          {choice_field("unit", {"Gated unit", "门控单元"}, choices(gated_units())), &R::unit},
          {real_field("a", {"Value a", "值 a"}, {-5, 5}), &R::a},
          {real_field("from", {"From", "起点"}, range), &R::from},
          {real_field("to", {"To", "终点"}, range), &R::to},
          {integer_field("count", {"Samples", "采样点数"}, {2, 4096}), &R::count},
      }};
  return schema;
}

Result<GateCurve> sample_gate(const GateRequest& r) {
  if (r.from >= r.to) return Error{"to", {"to must be greater than from.", "to 应大于 from。"}};
  const GatedUnit& unit = find(gated_units(), r.unit);
  GateCurve curve;
  for (int i = 0; i < r.count; ++i) {
    const double b = r.from + (r.to - r.from) * i / (r.count - 1);
    curve.b.push_back(b);
    curve.f.push_back(unit.f(r.a, b));
    curve.df_da.push_back(unit.df_da(r.a, b));
    curve.df_db.push_back(unit.df_db(r.a, b));
  }
  return curve;
}

}  // namespace actlab

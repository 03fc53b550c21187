#include "core/curve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab {
namespace {

constexpr double farthest = 1000;  ///< |x| that a request may name

/// The step of the difference: 2⁻¹⁰ of the scale of x.
double step_at(double x) { return 0x1p-10 * std::max(1.0, std::fabs(x)); }

/// Central difference of order 4 (Abramowitz & Stegun 25.3.6).
double central_difference(const Function& function, double x) {
  const double h = step_at(x);
  const auto f = [&](double step) { return function.f(x + step * h); };
  return (f(-2) - 8 * f(-1) + 8 * f(1) - f(2)) / (12 * h);
}

/// Whether the difference at x looks at both sides of a kink.
bool crosses_kink(const Facts& facts, double x) {
  return std::any_of(facts.kinks.begin(), facts.kinks.end(),
                     [x](const Kink& kink) { return std::fabs(x - kink.x) <= 2 * step_at(x); });
}

double by_dual_number(const Function& function, double x) {
  return function.activation->df_by_dual_number(x, function.parameters);
}

/// NaN is worse than any number.
void keep_larger(Disagreement& worst, double x, double gap) {
  if (gap > worst.gap || std::isnan(gap)) worst = {x, gap};
}

/// Evenly spaced points with, for each kink inside, its two neighbours instead of itself.
std::vector<double> sample_points(const CurveRequest& r, const std::vector<Kink>& kinks) {
  std::vector<double> points;
  for (int i = 0; i < r.count; ++i) points.push_back(r.from + (r.to - r.from) * i / (r.count - 1));
  for (const Kink& kink : kinks) {
    points.erase(std::remove(points.begin(), points.end(), kink.x), points.end());
    points.push_back(std::nextafter(kink.x, -infinity));
    points.push_back(std::nextafter(kink.x, infinity));
  }
  std::sort(points.begin(), points.end());
  return points;
}

}  // namespace

const Schema<CurveRequest>& curve_schema() {
  using Request = CurveRequest;
  static const Schema<Request> schema{
      &Request::function,
      "gelu",
      {
          {real_field("from", {"From", "起点"}, {-farthest, farthest}), &Request::from},
          {real_field("to", {"To", "终点"}, {-farthest, farthest}), &Request::to},
          {integer_field("count", {"Samples", "采样点数"}, {2, 4096}), &Request::count},
      }};
  return schema;
}

Result<Curve> sample_curve(const CurveRequest& r) {
  if (r.from >= r.to) return Error{"to", {"to must be greater than from.", "to 应大于 from。"}};

  std::vector<Kink> kinks;
  for (const Kink& kink : r.function.facts().kinks) {
    if (r.from < kink.x && kink.x < r.to) kinks.push_back(kink);
  }

  Curve curve;
  curve.x = sample_points(r, kinks);
  for (const double x : curve.x) {
    curve.f.push_back(r.function.f(x));
    curve.df.push_back(r.function.df(x));
  }
  for (const Kink& kink : kinks) {
    const auto right =
        static_cast<std::size_t>(std::upper_bound(curve.x.begin(), curve.x.end(), kink.x) - curve.x.begin());
    const std::size_t left = right - 1;
    curve.kinks.push_back({kink.x, static_cast<double>(left), curve.f[left], r.function.f(kink.x),
                           curve.f[right], curve.df[left], kink.slope, curve.df[right]});
  }
  return curve;
}

Result<DerivativeComparison> compare_derivatives(const CurveRequest& r) {
  const auto sampled = sample_curve(r);
  if (!sampled.ok()) return sampled.error();
  const Curve& curve = sampled.value();
  const Facts facts = r.function.facts();
  DerivativeComparison worst{{r.from, 0}, {r.from, 0}};
  for (std::size_t i = 0; i < curve.x.size(); ++i) {
    const double x = curve.x[i], df = curve.df[i];
    if (crosses_kink(facts, x)) continue;
    keep_larger(worst.dual_number, x, std::fabs(df - by_dual_number(r.function, x)));
    keep_larger(worst.difference, x, std::fabs(df - central_difference(r.function, x)));
  }
  return worst;
}

const Schema<PointRequest>& point_schema() {
  static const Schema<PointRequest> schema{
      &PointRequest::function,
      "gelu",
      {{real_field("x", {"x", "x"}, {-farthest, farthest}), &PointRequest::x}}};
  return schema;
}

Result<Point> evaluate(const PointRequest& r) {
  const double df = r.function.df(r.x), difference = central_difference(r.function, r.x);
  const double dual = by_dual_number(r.function, r.x);
  const Facts facts = r.function.facts();
  const auto count = [&](auto which) { return std::count_if(facts.kinks.begin(), facts.kinks.end(), which); };
  return Point{
      .x = r.x,
      .f = r.function.f(r.x),
      .df = df,
      .df_dual = dual,
      .df_difference = difference,
      .dual_gap = std::fabs(df - dual),
      .difference_gap = std::fabs(df - difference),
      .step = step_at(r.x),
      .difference_crosses_kink = crosses_kink(facts, r.x),
      .d2f = r.function.activation->d2f(r.x, r.function.parameters),
      .piece = static_cast<double>(count([&](const Kink& kink) { return kink.x < r.x; })),
      .at_kink = count([&](const Kink& kink) { return kink.x == r.x; }) > 0,
  };
}

}  // namespace actlab

#pragma once

#include <string>
#include <vector>

#include "core/function.hpp"
#include "core/schema/schema.hpp"

/// A function sampled over a range, for drawing, and read at a point, for the reader's finger.
namespace actlab {

struct CurveRequest {
  Function function;
  double from = -5, to = 5;
  int count = 401;
};

/// What f and f' do at a kink: the limits from both sides and the value by convention.
struct CurveKink {
  double x;
  double index;  ///< the sample just below x; the one just above follows it
  double f_left, f, f_right;
  double df_left, df, df_right;
};

/// Samples in ascending x. Near a kink they lie at the neighbouring doubles of it on both sides,
/// so that a drawing can break its line there instead of joining a jump.
struct Curve {
  std::vector<double> x, f, df;
  std::vector<CurveKink> kinks;
};

const Schema<CurveRequest>& curve_schema();
/// Refuses from >= to.
Result<Curve> sample_curve(const CurveRequest& request);

/// Where two ways to a derivative differ most, and by how much; 0 at the first sample if they never do.
struct Disagreement {
  double x, gap;
};

/// How far the closed form of f' is from the other two ways of Point over the samples of a curve, those
/// apart where the difference crosses a kink.
struct DerivativeComparison {
  Disagreement dual_number, difference;
};

/// Refuses from >= to.
Result<DerivativeComparison> compare_derivatives(const CurveRequest& request);

struct PointRequest {
  Function function;
  double x = 1;
};

/// The derivative three ways: closed form, dual number, central difference of order 4.
struct Point {
  double x, f, df;
  double df_dual, df_difference;
  double dual_gap, difference_gap;  ///< |df − the other|
  double step;                      ///< h of the difference, which takes f at x ± h and x ± 2h
  bool difference_crosses_kink;     ///< a kink lies within 2h of x: the difference mixes two pieces
  double d2f;                       ///< at a kink: that of the piece f' is taken from
  double piece;                     ///< of the pieces between kinks, counted from the left: 0, 1, …
  bool at_kink;                     ///< x is the kink between this piece and the next
};

const Schema<PointRequest>& point_schema();
Result<Point> evaluate(const PointRequest& request);

/// Calls visit(name, value) for each field of a result, value being a number or a list of numbers.
template <class Visit>
void visit_fields(const CurveKink& k, Visit&& visit) {
  visit("x", k.x);
  visit("index", k.index);
  visit("f_left", k.f_left);
  visit("f", k.f);
  visit("f_right", k.f_right);
  visit("df_left", k.df_left);
  visit("df", k.df);
  visit("df_right", k.df_right);
}
template <class Visit>
void visit_fields(const Curve& c, Visit&& visit) {
  visit("x", c.x);
  visit("f", c.f);
  visit("df", c.df);
  visit("kinks", c.kinks);
}
template <class Visit>
void visit_fields(const Disagreement& d, Visit&& visit) {
  visit("x", d.x);
  visit("gap", d.gap);
}
template <class Visit>
void visit_fields(const DerivativeComparison& c, Visit&& visit) {
  visit("dual_number", c.dual_number);
  visit("difference", c.difference);
}
template <class Visit>
void visit_fields(const Point& p, Visit&& visit) {
  visit("x", p.x);
  visit("f", p.f);
  visit("df", p.df);
  visit("df_dual", p.df_dual);
  visit("df_difference", p.df_difference);
  visit("dual_gap", p.dual_gap);
  visit("difference_gap", p.difference_gap);
  visit("step", p.step);
  visit("difference_crosses_kink", p.difference_crosses_kink);
  visit("d2f", p.d2f);
  visit("piece", p.piece);
  visit("at_kink", p.at_kink);
}

}  // namespace actlab

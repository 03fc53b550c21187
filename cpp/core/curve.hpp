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
  std::vector<double> d2f;  ///< empty where the function has none
  std::vector<CurveKink> kinks;
};

const Schema<CurveRequest>& curve_schema();
/// Refuses from >= to.
Result<Curve> sample_curve(const CurveRequest& request);

struct PointRequest {
  Function function;
  double x = 1;
};

/// The derivative three ways: closed form, dual number, central difference of order 4.
struct Point {
  double x, f, df;
  double df_dual, df_difference;
  double d2f;  ///< NaN where the function has none
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
  visit("d2f", c.d2f);
  visit("kinks", c.kinks);
}
template <class Visit>
void visit_fields(const Point& p, Visit&& visit) {
  visit("x", p.x);
  visit("f", p.f);
  visit("df", p.df);
  visit("df_dual", p.df_dual);
  visit("df_difference", p.df_difference);
  visit("d2f", p.d2f);
}

}  // namespace actlab

#pragma once

#include <string>
#include <vector>

#include "core/schema/schema.hpp"
#include "core/vector_registry.hpp"

/// The functions of several numbers, for their figure: softmax of three logits with its Jacobian,
/// and a gated unit along its gate.
namespace actlab {

struct LogitsRequest {
  std::string function = "softmax";
  double x1 = 1, x2 = 2, x3 = 3;
};

struct Logits {
  std::vector<double> y;
  std::vector<double> jacobian;  ///< 3·3, row by row: ∂yᵢ/∂xⱼ
};

const Schema<LogitsRequest>& logits_schema();
Result<Logits> evaluate_logits(const LogitsRequest& request);

struct GateRequest {
  std::string unit = "swiglu";
  double a = 1;  ///< the value that is gated
  double from = -5, to = 5;
  int count = 201;
};

/// a·g(b) and its partial derivatives at evenly spaced b.
struct GateCurve {
  std::vector<double> b, f, df_da, df_db;
};

const Schema<GateRequest>& gate_schema();
/// Refuses from >= to.
Result<GateCurve> sample_gate(const GateRequest& request);

template <class Visit>
void visit_fields(const Logits& r, Visit&& visit) {
  visit("y", r.y);
  visit("jacobian", r.jacobian);
}
template <class Visit>
void visit_fields(const GateCurve& r, Visit&& visit) {
  visit("b", r.b);
  visit("f", r.f);
  visit("df_da", r.df_da);
  visit("df_db", r.df_db);
}

}  // namespace actlab

#pragma once

#include <string>

#include "core/function.hpp"
#include "core/schema/schema.hpp"

/// Work for whoever has a clock: the core has none. A call computes something over and over and gives
/// the number of results; the time that it took, divided by that, is the cost of one.
namespace actlab {

struct SpeedRequest {
  Function function;
  std::string work = "value";
  int inputs = 256;  ///< of the dense layer, which has as many outputs
  int rounds = 16;   ///< how often the work is repeated
};

struct Speed {
  double results;
};

const Schema<SpeedRequest>& speed_schema();
/// Refuses work that takes too long for one call.
Result<Speed> speed(const SpeedRequest& request);

/// The products of a dense layer for 32 examples, so many rounds of it, with all inputs 1 but those of
/// each four that are 0. The number of outputs computed.
double multiply_dense(int inputs, int rounds, std::size_t zeros_of_4 = 0);

template <class Visit>
void visit_fields(const Speed& r, Visit&& visit) {
  visit("results", r.results);
}

}  // namespace actlab

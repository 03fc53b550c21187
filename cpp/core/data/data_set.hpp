#pragma once

#include <cstddef>
#include <vector>

/// What a network is trained on and tested on.
namespace actlab {

/// Examples row by row, each with its target: a class from 0, or the value of a curve.
struct Examples {
  std::vector<float> x;
  std::vector<float> y;

  [[nodiscard]] std::size_t count() const { return y.size(); }
};

struct DataSet {
  std::size_t inputs;   ///< numbers of an example
  std::size_t classes;  ///< 0: the targets are values, not classes
  Examples train, test;
  /// All inputs of the training examples together have mean 0 and variance 1 after
  /// x ↦ (x − mean)/deviation, which has been done to both parts.
  double mean = 0, deviation = 1;
};

/// Brings the inputs to mean 0 and variance 1 and notes how.
void standardise(DataSet& data);

}  // namespace actlab

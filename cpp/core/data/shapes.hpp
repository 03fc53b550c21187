#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/data/data_set.hpp"
#include "core/schema/field.hpp"

/// Small data sets made from random numbers: points of two classes in the plane, and a curve.
namespace actlab {

std::vector<Choice> shape_choices();

/// `examples` training examples and as many others to test on, both with normal noise of deviation
/// `noise` on each coordinate (on y for the curve). The classes take turns.
/// Precondition: id is that of a choice.
DataSet draw_shape(std::string_view id, std::size_t examples, double noise, std::uint64_t seed);

}  // namespace actlab

#pragma once

#include <cstddef>
#include <span>

#include "core/random.hpp"

namespace actlab {

/// Fills `weights` (inputs × outputs) with a random matrix whose rows (or, if there are more rows
/// than columns, whose columns) are orthogonal and of equal length, distributed like the Q of a
/// Gaussian matrix; mean square `variance` times inputs over the longer side.
/// Saxe, McClelland & Ganguli 2013, arXiv 1312.6120.
void draw_orthogonal(double variance, std::size_t inputs, std::size_t outputs, Random& random,
                     std::span<float> weights);

}  // namespace actlab

#pragma once

#include <string>

namespace actlab {

/// x as a reader writes it, with up to `digits` significant digits (1 … 15) and no trailing zeros:
/// 0.1, 100, 4294967295, 1e-07, inf. For messages; the last digit may be off by one beyond 2^53.
std::string decimal(double x, int digits);

}  // namespace actlab

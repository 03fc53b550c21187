#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/random.hpp"
#include "core/schema/field.hpp"

namespace actlab {

/// Dropout keeps each activation h with probability q = 1 − p, in training only. What a unit puts
/// out is factor·h + offset if it is kept, and another constant if it is dropped:
///
///     ordinary  h/q or 0: the mean stays. Srivastava et al. 2014.
///     alpha     a h + b or a α' + b, α' = −λα the lower end of SELU,
///               a = (q + α'² q (1 − q))^−½, b = −a (1 − q) α': mean 0 and variance 1 stay.
///               Klambauer et al. 2017, arXiv 1706.02515.
enum class DropoutKind { none, ordinary, alpha };

std::vector<Choice> dropout_choices();
/// Precondition: id is that of a choice.
DropoutKind dropout_of(std::string_view id);

struct Dropout {
  DropoutKind kind = DropoutKind::none;
  double p = 0;        ///< probability to drop, in [0, 1)
  double factor = 1;   ///< 1/q or a
  double kept = 0;     ///< offset of what is kept: 0 or b
  double dropped = 0;  ///< value of what is dropped: 0 or a α' + b

  Dropout() = default;
  Dropout(DropoutKind kind, double p);
};

/// h ← the output after dropout; factors[i] = ∂output/∂h, which is `factor` or 0.
void drop(const Dropout& dropout, Random& random, std::span<float> h, std::span<float> factors);

}  // namespace actlab

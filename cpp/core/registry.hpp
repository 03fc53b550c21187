#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/activations/info.hpp"
#include "core/error.hpp"

/// The one list of activation functions. To add one: write its header in `activations/` and add
/// its line to the list in `registry.cpp`.
namespace actlab {

/// A function of the list, with its template erased.
struct Activation {
  Info info;

  Facts (*facts)(const Parameters& p);
  double (*f)(double x, const Parameters& p);
  double (*df)(double x, const Parameters& p);
  double (*d2f)(double x, const Parameters& p);  ///< at a kink: that of the piece f' is taken from
  double (*dparameter)(double x,
                       const Parameters& p);  ///< by the learned parameter; null where there is none
  double (*df_by_dual_number)(double x, const Parameters& p);
  double (*dparameter_by_dual_number)(double x, const Parameters& p);  ///< null where dparameter is

  /// The loops behind forward and forward_with_derivative, over n floats, a multiple of four.
  using Kernel = void (*)(const Parameters& p, const float* x, float* y, float* dy, std::size_t n);
  Kernel value, value_and_slope;

  /// y[i] = f(x[i]); both spans have the same length. x and y may be the same memory.
  void forward(std::span<const float> x, std::span<float> y, const Parameters& p) const;
  /// y[i] = f(x[i]), dy[i] = f'(x[i]) in one pass; x may be the memory of y or of dy.
  void forward_with_derivative(std::span<const float> x, std::span<float> y, std::span<float> dy,
                               const Parameters& p) const;

  [[nodiscard]] Parameters defaults() const;
};

/// All functions, in the order in which the page shows them.
std::span<const Activation> registry();

/// The function with this id, or null.
const Activation* find_activation(std::string_view id);

/// Why the function does not take these parameters together: its first must not exceed its second. The
/// error's field is the first one's name. Each parameter's own range is in `info.parameters`.
std::optional<Error> out_of_order(const Activation& activation, const Parameters& p);

}  // namespace actlab

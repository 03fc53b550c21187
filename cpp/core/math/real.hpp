#pragma once

#include <concepts>

#include "core/math/float4.hpp"
#include "core/math/scalar.hpp"

namespace actlab {

/// The types over which the elementary functions are written: float, double, four floats.
template <class T>
concept Real = std::same_as<T, float> || std::same_as<T, double> || std::same_as<T, Float4>;

namespace detail {
template <Real T, class F>
T by_double(F f, T x) {
  if constexpr (std::same_as<T, Float4>) {
    return Float4(Float4::Vector{float(f(double(x[0]))), float(f(double(x[1]))), float(f(double(x[2]))),
                                 float(f(double(x[3])))});
  } else {
    return T(f(double(x)));
  }
}
}  // namespace detail

}  // namespace actlab

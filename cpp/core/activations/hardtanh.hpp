#pragma once

#include "core/activations/info.hpp"
#include "core/activations/limits.hpp"

namespace actlab {

/// Hard tanh: x between its lowest and its highest value; the slope is 0 at both corners.
template <class T>
struct Hardtanh {
  T lowest, highest;

  T f(T x) const { return min(max(x, lowest), highest); }
  T df(T x) const { return keep_nan(x, select(x > lowest && x < highest, T(1), T(0))); }
  T d2f(T x) const { return keep_nan(x, T(0)); }

  static constexpr Info info() {
    return {
        .id = "hardtanh",
        .name = {"Hardtanh", "硬双曲正切（Hardtanh）"},
        .libraries = {.pytorch = "Hardtanh", .keras = "hard_tanh", .onnx = "Clip(-1, 1)"},
        .parameters = {{.name = "min_val",
                        .symbol = "m",
                        .initial = -1,
                        .min = -3,
                        .max = -0.25,
                        .presets = {{"pytorch", -1}, {"keras", -1}}},
                       {.name = "max_val",
                        .symbol = "M",
                        .initial = 1,
                        .min = 0.25,
                        .max = 3,
                        .presets = {{"pytorch", 1}, {"keras", 1}}}},
    };
  }

  Facts facts() const {
    return {
        .values = {double(lowest), true, double(highest), true},
        .slopes = {0, true, 1, true},
        .kinks = {{double(lowest), 0}, {double(highest), 0}},
        .monotone = true,
        .left = Saturation::hard,
        .right = Saturation::hard,
    };
  }
};

}  // namespace actlab

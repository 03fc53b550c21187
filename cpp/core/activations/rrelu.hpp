#pragma once

#include "core/activations/info.hpp"
#include "core/activations/leaky_relu.hpp"

namespace actlab {

/// Randomized leaky ReLU: a leaky ReLU whose slope a is drawn from U(lower, upper) in training, for
/// each element anew, and fixed at the mean (lower + upper)/2 in evaluation; f'(0) = a. The members
/// f, df, d2f are those of evaluation, as PyTorch has it.
/// Xu, Wang, Chen & Li 2015, arXiv 1505.00853: 1/a from U(3, 8), and a = 1/5.5 in evaluation.
template <class T>
struct Rrelu {
  T lower, upper;

  LeakyRelu<T> evaluation() const { return {T(0.5) * (lower + upper)}; }
  /// In training, for a u drawn from U(0, 1).
  LeakyRelu<T> training(T u) const { return {lower + (upper - lower) * u}; }

  T f(T x) const { return evaluation().f(x); }
  T df(T x) const { return evaluation().df(x); }
  T d2f(T x) const { return evaluation().d2f(x); }

  static constexpr Info info() {
    return {
        .id = "rrelu",
        .name = {"RReLU", "随机修正线性单元（RReLU）"},
        .libraries = {.pytorch = "RReLU"},
        .parameters = {{.name = "lower",
                        .symbol = "l",
                        .initial = 1.0 / 8,
                        .min = 0,
                        .max = 0.5,
                        .presets = {{"paper", 1.0 / 8}, {"pytorch", 1.0 / 8}}},
                       {.name = "upper",
                        .symbol = "u",
                        .initial = 1.0 / 3,
                        .min = 0,
                        .max = 0.5,
                        .presets = {{"paper", 1.0 / 3}, {"pytorch", 1.0 / 3}}}},
        .ascending_parameters = true,
    };
  }

  Facts facts() const { return evaluation().facts(); }
};

}  // namespace actlab

#pragma once

#include "core/activations/gelu.hpp"
#include "core/activations/info.hpp"
#include "core/activations/relu.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/activations/silu.hpp"

/// Gated units: a value a is multiplied by a gate g(b). Which half of a layer's output is which
/// differs: PyTorch's GLU gates the first half with the second (a, b), Shazeer writes the gated branch
/// first, g(xW) ⊙ xV, and so does ONNX. Here the value always comes first.
namespace actlab {

/// a·g(b), with ∂/∂a = g(b) and ∂/∂b = a·g'(b).
template <template <class> class G>
struct Gated {
  static double f(double a, double b) { return a * G<double>{}.f(b); }
  static double df_da(double, double b) { return G<double>{}.f(b); }
  static double df_db(double a, double b) { return a * G<double>{}.df(b); }
};

/// Gated linear unit: aσ(b).
/// Dauphin, Fan, Auli & Grangier 2016, arXiv 1612.08083.
struct Glu : Gated<Sigmoid> {
  static constexpr Info info() {
    return {
        .id = "glu",
        .name = {"GLU", "门控线性单元（GLU）"},
        .libraries = {.pytorch = "GLU", .keras = "glu"},
    };
  }
};

/// The variants of Shazeer 2020, arXiv 2002.05202: gates of ReLU, GELU and SiLU.
struct Reglu : Gated<Relu> {
  static constexpr Info info() { return {.id = "reglu", .name = {"ReGLU", "ReLU 门控单元（ReGLU）"}}; }
};
struct Geglu : Gated<Gelu> {
  static constexpr Info info() { return {.id = "geglu", .name = {"GEGLU", "GELU 门控单元（GEGLU）"}}; }
};
struct Swiglu : Gated<Silu> {
  static constexpr Info info() { return {.id = "swiglu", .name = {"SwiGLU", "Swish 门控单元（SwiGLU）"}}; }
};

}  // namespace actlab

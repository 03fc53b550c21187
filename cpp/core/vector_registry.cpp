#include "core/vector_registry.hpp"

#include "core/activations/vector/gated.hpp"
#include "core/activations/vector/softmax.hpp"

namespace actlab {
namespace {

template <class F>
constexpr VectorFunction vector_row() {
  return {F::info(), F::f, F::jacobian};
}

template <class F>
constexpr GatedUnit gated_row() {
  return {F::info(), F::f, F::df_da, F::df_db};
}

}  // namespace

std::span<const VectorFunction> vector_functions() {
  static constexpr VectorFunction all[] = {vector_row<Softmax>(), vector_row<LogSoftmax>()};
  return all;
}

std::span<const GatedUnit> gated_units() {
  static constexpr GatedUnit all[] = {gated_row<Glu>(), gated_row<Reglu>(), gated_row<Geglu>(),
                                      gated_row<Swiglu>()};
  return all;
}

}  // namespace actlab

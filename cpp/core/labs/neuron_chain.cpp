#include "core/labs/neuron_chain.hpp"

namespace actlab {

const Schema<NeuronChainRequest>& neuron_chain_schema() {
  using R = NeuronChainRequest;
  constexpr Bounds weights{-10, 10};
  static const Schema<R> schema{
      &R::function,
      "sigmoid",
      {
          {real_field("x", {"Input x", "输入 x"}, {-5, 5}), &R::x},
          {real_field("w1", {"w₁", "w₁"}, weights), &R::w1},
          {real_field("w2", {"w₂", "w₂"}, weights), &R::w2},
          {real_field("w3", {"w₃", "w₃"}, weights), &R::w3},
          {real_field("w4", {"w₄", "w₄"}, weights), &R::w4},
          {real_field("w5", {"w₅", "w₅"}, weights), &R::w5},
          {real_field("b", {"Bias of each neuron", "各神经元的偏置"}, {-10, 10}), &R::b},
      }};
  return schema;
}

Result<NeuronChain> neuron_chain(const NeuronChainRequest& r) {
  NeuronChain chain{};
  double h = r.x;
  for (const double w : {r.w1, r.w2, r.w3, r.w4, r.w5}) {
    const double z = w * h + r.b;
    h = r.function.f(z);
    chain.z.push_back(z);
    chain.h.push_back(h);
    chain.df.push_back(r.function.df(z));
    chain.factor.push_back(w * chain.df.back());
  }
  chain.largest_slope = r.function.largest_slope();
  chain.gradient.resize(chain.factor.size());
  double product = 1;
  for (std::size_t l = chain.factor.size(); l-- > 0;) {
    product *= chain.factor[l];
    chain.gradient[l] = product;
  }
  return chain;
}

}  // namespace actlab

#include "core/registry.hpp"

#include <algorithm>

#include "core/activations/celu.hpp"
#include "core/activations/elu.hpp"
#include "core/activations/gelu.hpp"
#include "core/activations/hardshrink.hpp"
#include "core/activations/hardsigmoid.hpp"
#include "core/activations/hardswish.hpp"
#include "core/activations/hardtanh.hpp"
#include "core/activations/identity.hpp"
#include "core/activations/kernels.hpp"
#include "core/activations/leaky_relu.hpp"
#include "core/activations/logsigmoid.hpp"
#include "core/activations/mish.hpp"
#include "core/activations/prelu.hpp"
#include "core/activations/relu.hpp"
#include "core/activations/relu6.hpp"
#include "core/activations/rrelu.hpp"
#include "core/activations/selu.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/activations/silu.hpp"
#include "core/activations/softplus.hpp"
#include "core/activations/softshrink.hpp"
#include "core/activations/softsign.hpp"
#include "core/activations/squared_relu.hpp"
#include "core/activations/tanh.hpp"
#include "core/activations/tanhshrink.hpp"
#include "core/activations/threshold.hpp"
#include "core/math/dual.hpp"
#include "core/math/float4.hpp"

namespace actlab {
namespace {

template <template <class> class F>
constexpr Activation row() {
  using P = const Parameters&;
  Activation a{.info = F<double>::info()};
  a.facts = [](P p) { return with_parameters<F, double>(p).facts(); };
  a.f = [](double x, P p) { return with_parameters<F, double>(p).f(x); };
  a.df = [](double x, P p) { return with_parameters<F, double>(p).df(x); };
  a.d2f = [](double x, P p) { return with_parameters<F, double>(p).d2f(x); };
  a.df_by_dual_number = [](double x, P p) {
    return with_parameters<F, Dual<double>>(p).f(Dual<double>::variable(x)).derivative;
  };
  if constexpr (requires(F<double> f, double x) { f.dparameter(x); }) {
    a.dparameter = [](double x, P p) { return with_parameters<F, double>(p).dparameter(x); };
    a.dparameter_by_dual_number = [](double x, P p) {
      return F<Dual<double>>{Dual<double>::variable(p[0])}.f(Dual<double>(x)).derivative;
    };
  }
  a.value = value_kernel<F>;
  a.value_and_slope = value_and_slope_kernel<F>;
  return a;
}

// clang-format off
constexpr Activation rows[] = {
    row<Identity>(),
    row<Sigmoid>(),
    row<Tanh>(),
    row<Relu>(),
    row<LeakyRelu>(),
    row<Prelu>(),
    row<Rrelu>(),
    row<Elu>(),
    row<Selu>(),
    row<Celu>(),
    row<Gelu>(),
    row<GeluTanh>(),
    row<GeluSigmoid>(),
    row<Silu>(),
    row<Swish>(),
    row<Mish>(),
    row<Softplus>(),
    row<Softsign>(),
    row<Relu6>(),
    row<SquaredRelu>(),
    row<Hardtanh>(),
    row<Hardsigmoid>(),
    row<HardsigmoidOnnx>(),
    row<Hardswish>(),
    row<Logsigmoid>(),
    row<Tanhshrink>(),
    row<Softshrink>(),
    row<Hardshrink>(),
    row<Threshold>(),
};
// clang-format on

/// Runs the kernel over an array of any length: what is left behind whole vectors is copied into one.
void run(Activation::Kernel kernel, const Parameters& p, std::span<const float> x, std::span<float> y,
         std::span<float> dy) {
  constexpr std::size_t lanes = Float4::lanes;
  const std::size_t tail = x.size() % lanes, whole = x.size() - tail;
  float last_x[lanes]{}, last_y[lanes], last_dy[lanes];
  std::copy_n(x.data() + whole, tail, last_x);
  kernel(p, x.data(), y.data(), dy.data(), whole);
  if (tail == 0) return;
  kernel(p, last_x, last_y, last_dy, lanes);
  std::copy_n(last_y, tail, y.data() + whole);
  if (!dy.empty()) std::copy_n(last_dy, tail, dy.data() + whole);
}

}  // namespace

void Activation::forward(std::span<const float> x, std::span<float> y, const Parameters& p) const {
  run(value, p, x, y, {});
}

void Activation::forward_with_derivative(std::span<const float> x, std::span<float> y, std::span<float> dy,
                                         const Parameters& p) const {
  run(value_and_slope, p, x, y, dy);
}

Parameters Activation::defaults() const {
  Parameters p{};
  std::transform(info.parameters.begin(), info.parameters.end(), p.begin(),
                 [](const Parameter& parameter) { return parameter.initial; });
  return p;
}

std::span<const Activation> registry() { return rows; }

const Activation* find_activation(std::string_view id) {
  for (const Activation& activation : registry()) {
    if (activation.info.id == id) return &activation;
  }
  return nullptr;
}

std::optional<Error> out_of_order(const Activation& activation, const Parameters& p) {
  const auto& parameters = activation.info.parameters;
  if (activation.info.ascending_parameters && p[0] > p[1]) {
    const std::string first(parameters[0].name), second(parameters[1].name);
    return Error{first, {first + " must not exceed " + second + ".", first + " 不能大于 " + second + "。"}};
  }
  return std::nullopt;
}

}  // namespace actlab

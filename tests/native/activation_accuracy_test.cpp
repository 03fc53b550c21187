#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "accuracy.hpp"
#include "core/activations/selu.hpp"
#include "core/registry.hpp"

// Value and derivative of the activation functions against double-double numbers, in double and through
// the float32 kernels, at their default parameters. The worst case is printed even when it passes. A
// function without a reference here is still covered by the generic tests.

namespace actlab::testing {
namespace {

using reference::DoubleDouble;
using Exact = DoubleDouble (*)(DoubleDouble x, const Parameters& p);

constexpr double no_bound = INFINITY;

struct Reference {
  Exact f, df;
  double bound;  ///< of the float32 value, in ULP
};

constexpr double bound_of_float_slope = 6, bound_of_double = 4, bound_of_double_slope = 8;
constexpr double bound_of_subnormal = 256;  ///< in units of the smallest subnormal
/// Near a zero of f' its error is measured absolutely: this for float, in proportion for double.
constexpr double absolute_bound_of_float_slope = 2.5e-7;

const DoubleDouble zero = 0, one = 1, half = 0.5;

DoubleDouble pick(bool condition, DoubleDouble yes, DoubleDouble no) { return condition ? yes : no; }
DoubleDouble relu(DoubleDouble x) { return pick(x > zero, x, zero); }

DoubleDouble sigmoid(DoubleDouble x) {
  const DoubleDouble z = reference::exp(-reference::abs(x));
  return pick(x < zero, z, one) / (one + z);
}
DoubleDouble sigmoid_slope(DoubleDouble x) {
  const DoubleDouble z = reference::exp(-reference::abs(x));
  return z / ((one + z) * (one + z));
}
DoubleDouble softplus(DoubleDouble x) {
  return relu(x) + reference::log1p(reference::exp(-reference::abs(x)));
}

/// x σ(v), and its derivative by x.
DoubleDouble gated(DoubleDouble x, DoubleDouble v) {
  const DoubleDouble y = x / (one + reference::exp(-reference::abs(v)));
  return v < zero ? reference::exp_times(y, v) : y;
}
DoubleDouble gated_slope(DoubleDouble x, DoubleDouble v, DoubleDouble dv) {
  const DoubleDouble z = reference::exp(-reference::abs(v)), d = one + z;
  if (v < zero) return reference::exp_times((d + x * dv) / (d * d), v);
  return one / d + (v.high > 1000 ? zero : x * dv * z / (d * d));
}

/// Beyond ±100 it is 0 or x.
DoubleDouble gelu_tanh_v(DoubleDouble x) {
  if (std::fabs(x.high) > 100) return std::copysign(1e6, x.high);
  return reference::sqrt(DoubleDouble(8) / reference::pi) * (x + DoubleDouble(44715) / 1e6 * x * x * x);
}
DoubleDouble gelu_tanh_dv(DoubleDouble x) {
  if (std::fabs(x.high) > 100) return one;
  return reference::sqrt(DoubleDouble(8) / reference::pi) * (one + DoubleDouble(3 * 44715) / 1e6 * x * x);
}

/// x tanh(softplus(x)) = x n/(n + 2) with n = e(e + 2) and e = eˣ, and its derivative.
DoubleDouble mish(DoubleDouble x) {
  if (x.high > 100) return x;
  const DoubleDouble e = reference::exp(x);
  return reference::exp_times(x * (e + 2) / (e * (e + 2) + 2), x);
}
DoubleDouble mish_slope(DoubleDouble x) {
  if (x.high > 100) return one;
  const DoubleDouble e = reference::exp(x), d = e * (e + 2) + 2;
  return reference::exp_times((e + 2) / d + x * reference::scaled(one + e, 2) / (d * d), x);
}

/// The left slope of a function that is x on the right.
template <int index>
DoubleDouble leaky(DoubleDouble x, const Parameters& p) {
  return x > zero ? x : x * p[index];
}
template <int index>
DoubleDouble leaky_slope(DoubleDouble x, const Parameters& p) {
  return x > zero ? 1 : p[index];
}

DoubleDouble clipped(DoubleDouble x, DoubleDouble low, DoubleDouble high) {
  return x < low ? low : x > high ? high : x;
}

const std::map<std::string_view, Reference>& references() {
  using P = const Parameters&;
  using X = DoubleDouble;
  static const std::map<std::string_view, Reference> all = {
      {"identity", {[](X x, P) { return x; }, [](X, P) { return one; }, 0}},
      {"sigmoid", {[](X x, P) { return sigmoid(x); }, [](X x, P) { return sigmoid_slope(x); }, 3}},
      {"tanh",
       {[](X x, P) { return reference::tanh(x); },
        [](X x, P) { return DoubleDouble(4) * sigmoid_slope(reference::scaled(x, 1)); }, 3}},
      {"relu", {[](X x, P) { return relu(x); }, [](X x, P) { return pick(x > zero, one, zero); }, 0}},
      {"leaky_relu", {leaky<0>, leaky_slope<0>, 2}},
      {"prelu", {leaky<0>, leaky_slope<0>, 2}},
      {"rrelu",
       {[](X x, P p) { return x > zero ? x : x * ((X(p[0]) + p[1]) / 2); },
        [](X x, P p) { return x > zero ? one : (X(p[0]) + p[1]) / 2; }, 2}},
      {"elu",
       {[](X x, P p) { return x > zero ? x : reference::expm1(x) * p[0]; },
        [](X x, P p) { return x > zero ? one : reference::exp(x) * p[0]; }, 2}},
      // p holds λ and λα here, as the scalar type holds them.
      {"selu",
       {[](X x, P p) { return x > zero ? x * p[0] : reference::expm1(x) * p[1]; },
        [](X x, P p) { return x > zero ? X(p[0]) : reference::exp(x) * p[1]; }, 2}},
      {"celu",
       {[](X x, P p) { return x > zero ? x : reference::expm1(x / p[0]) * p[0]; },
        [](X x, P p) { return x > zero ? one : reference::exp(x / p[0]); }, 2}},
      {"gelu",
       {[](X x, P) { return reference::normal_cdf_times(x, x); },
        [](X x, P) { return reference::normal_cdf(x) + reference::normal_pdf_times(x, x); }, 4}},
      {"gelu_tanh",
       {[](X x, P) { return gated(x, gelu_tanh_v(x)); },
        [](X x, P) { return gated_slope(x, gelu_tanh_v(x), gelu_tanh_dv(x)); }, no_bound}},
      // p holds 1.702 here, as the scalar type holds it.
      {"gelu_sigmoid",
       {[](X x, P p) { return gated(x, x * p[0]); }, [](X x, P p) { return gated_slope(x, x * p[0], p[0]); },
        no_bound}},
      {"silu", {[](X x, P) { return gated(x, x); }, [](X x, P) { return gated_slope(x, x, one); }, 3}},
      {"swish",
       {[](X x, P p) { return gated(x, x * p[0]); }, [](X x, P p) { return gated_slope(x, x * p[0], p[0]); },
        3}},
      {"mish", {[](X x, P) { return mish(x); }, [](X x, P) { return mish_slope(x); }, 4}},
      {"softplus",
       {[](X x, P p) { return softplus(x * p[0]) / p[0]; }, [](X x, P p) { return sigmoid(x * p[0]); }, 3}},
      {"logsigmoid", {[](X x, P) { return -softplus(-x); }, [](X x, P) { return sigmoid(-x); }, 3}},
      {"softsign",
       {[](X x, P) { return x / (one + reference::abs(x)); },
        [](X x, P) { return one / (one + reference::abs(x)) / (one + reference::abs(x)); }, 3}},
      {"relu6",
       {[](X x, P p) { return clipped(x, zero, p[0]); },
        [](X x, P p) { return pick(x > zero && x < X(p[0]), one, zero); }, 0}},
      {"squared_relu",
       {[](X x, P) { return relu(x) * relu(x); }, [](X x, P) { return reference::scaled(relu(x), 1); }, 2}},
      {"hardtanh",
       {[](X x, P p) { return clipped(x, p[0], p[1]); },
        [](X x, P p) { return pick(x > X(p[0]) && x < X(p[1]), one, zero); }, 0}},
      {"hardsigmoid",
       {[](X x, P) { return clipped((x + 3) / 6, zero, one); },
        [](X x, P) { return pick(reference::abs(x) < X(3), one / 6, zero); }, 2}},
      {"hardsigmoid_onnx",
       {[](X x, P) { return clipped((x + 2.5) / 5, zero, one); },
        [](X x, P) { return pick(reference::abs(x) < X(2.5), one / 5, zero); }, 2}},
      {"hardswish",
       {[](X x, P) { return x * clipped((x + 3) / 6, zero, one); },
        [](X x, P) { return x.high <= -3  ? zero
                            : x.high >= 3 ? one
                                          : (x + 1.5) / 3; }, 2}},
      {"tanhshrink",
       {[](X x, P) { return reference::x_minus_tanh(x); },
        [](X x, P) { return reference::tanh(x) * reference::tanh(x); }, 4}},
      {"softshrink",
       {[](X x, P p) { return x - clipped(x, -p[0], p[0]); },
        [](X x, P p) { return pick(reference::abs(x) > X(p[0]), one, zero); }, 2}},
      {"hardshrink",
       {[](X x, P p) { return pick(reference::abs(x) > X(p[0]), x, zero); },
        [](X x, P p) { return pick(reference::abs(x) > X(p[0]), one, zero); }, 0}},
      {"threshold",
       {[](X x, P p) { return x > X(p[0]) ? x : X(p[1]); },
        [](X x, P p) { return pick(x > X(p[0]), one, zero); }, 0}},
  };
  return all;
}

/// The default parameters as T holds them.
template <class T>
Parameters held_parameters(const Activation& activation) {
  Parameters p = activation.defaults();
  if (activation.info.id == "selu") p = {Selu<T>::lambda, Selu<T>::lambda_alpha};
  if (activation.info.id == "gelu_sigmoid") p = {1.702};
  for (double& parameter : p) parameter = double(T(parameter));
  return p;
}

/// Where f' crosses zero its relative error means nothing.
bool near_zero_of_slope(const Facts& facts, double x) {
  for (const Extremum& extremum : facts.extrema) {
    if (std::fabs(x - extremum.x) < 1) return true;
  }
  return false;
}

template <class T>
struct Result {
  Worst<T> value, slope;
  Worst<T> subnormal;          ///< among results below the normal numbers: its ULP is the smallest subnormal
  Deviation<T> zero_of_slope;  ///< the largest absolute deviation there
};

template <class T>
Result<T> measure(const Activation& activation, const Reference& exact, const std::vector<T>& x,
                  const std::vector<T>& y, const std::vector<T>& dy) {
  Result<T> result;
  const Parameters p = held_parameters<T>(activation);
  const Facts facts = activation.facts(activation.defaults());
  const auto meet = [&](Worst<T>& worst, T at, T got, DoubleDouble wanted) {
    const bool subnormal = std::fabs(wanted.high) < double(std::numeric_limits<T>::min());
    (subnormal ? result.subnormal : worst).meet(at, got, wanted);
  };
  for (std::size_t i = 0; i < x.size(); ++i) {
    meet(result.value, x[i], y[i], exact.f(double(x[i]), p));
    const DoubleDouble slope = exact.df(double(x[i]), p);
    if (near_zero_of_slope(facts, double(x[i]))) {
      const Deviation<T> d = deviation(dy[i], slope);
      if (!(d.absolute <= result.zero_of_slope.absolute)) result.zero_of_slope = d;
    } else {
      meet(result.slope, x[i], dy[i], slope);
    }
  }
  return result;
}

template <class T>
void report(std::string_view id, const Result<T>& r) {
  const char* type = sizeof(T) == 4 ? "float " : "double";
  std::printf("accuracy: %s %-16s f  %s\n", type, id.data(), r.value.text().c_str());
  std::printf("accuracy: %s %-16s f' %s\n", type, id.data(), r.slope.text().c_str());
  if (r.zero_of_slope.absolute > 0) {
    std::printf("accuracy: %s %-16s f' near its zero: %.3g absolute\n", type, id.data(),
                r.zero_of_slope.absolute);
  }
  if (r.subnormal.at_worst.ulps > 1) {
    std::printf("accuracy: %s %-16s subnormal results %s\n", type, id.data(), r.subnormal.text().c_str());
  }
}

template <class T>
void check(const Result<T>& r, double bound, double bound_of_slope) {
  const double scale =
      double(std::numeric_limits<T>::epsilon()) / double(std::numeric_limits<float>::epsilon());
  INFO("f: " << r.value.text());
  INFO("f': " << r.slope.text());
  INFO("subnormal results: " << r.subnormal.text());
  CHECK(r.value.at_worst.ulps <= bound);
  CHECK(r.slope.at_worst.ulps <= bound_of_slope);
  CHECK(r.zero_of_slope.absolute <= absolute_bound_of_float_slope * scale);
  CHECK(r.subnormal.at_worst.ulps <= (bound == no_bound ? no_bound : bound_of_subnormal));
}

}  // namespace

TEST_CASE("accuracy: float32 kernels are within their ULP", "[accuracy]") {
  const std::vector<float> x = sweep<float>(full_sweep() ? 1'000'000 : 40'000);
  std::vector<float> y(x.size()), dy(x.size());
  for (const Activation& activation : registry()) {
    const std::string id(activation.info.id);
    const auto found = references().find(id);
    if (found == references().end()) continue;
    INFO(id);
    activation.forward_with_derivative(x, y, dy, activation.defaults());
    const Result<float> result = measure(activation, found->second, x, y, dy);
    report(id, result);
    const bool bounded = found->second.bound != no_bound;
    check(result, found->second.bound, bounded ? bound_of_float_slope : no_bound);
  }
}

TEST_CASE("accuracy: double functions are within their ULP", "[accuracy]") {
  const std::vector<double> x = sweep<double>(full_sweep() ? 400'000 : 20'000);
  std::vector<double> y(x.size()), dy(x.size());
  for (const Activation& activation : registry()) {
    const std::string id(activation.info.id);
    const auto found = references().find(id);
    if (found == references().end()) continue;
    INFO(id);
    const Parameters p = activation.defaults();
    for (std::size_t i = 0; i < x.size(); ++i) {
      y[i] = activation.f(x[i], p);
      dy[i] = activation.df(x[i], p);
    }
    const Result<double> result = measure(activation, found->second, x, y, dy);
    report(id, result);
    const bool bounded = found->second.bound != no_bound;
    check(result, bounded ? bound_of_double : no_bound, bounded ? bound_of_double_slope : no_bound);
  }
}

}  // namespace actlab::testing

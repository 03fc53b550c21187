#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

#include "accuracy.hpp"
#include "core/math/erfc.hpp"
#include "core/math/log1p.hpp"
#include "core/math/normal.hpp"
#include "core/math/tanh.hpp"

// The elementary functions against double-double numbers; the worst case is printed even when it passes.

namespace actlab::testing {
namespace {

using reference::DoubleDouble;

template <class T>
struct Elementary {
  const char* name;
  T (*function)(T);
  DoubleDouble (*exact)(DoubleDouble);
  double bound;  ///< in ULP
};

DoubleDouble exact_log10(DoubleDouble x) { return reference::log(x) / reference::log(DoubleDouble(10)); }
DoubleDouble exact_log1p_exp(DoubleDouble x) {
  return (x.high > 0 ? x : DoubleDouble(0)) + reference::log1p(reference::exp(-reference::abs(x)));
}

template <class T>
const std::vector<Elementary<T>>& elementary() {
  static const std::vector<Elementary<T>> all = {
      {"exp", exp<T>, reference::exp, 1.5},
      {"expm1", expm1<T>, reference::expm1, 2.5},
      {"log", log<T>, reference::log, 1.5},
      {"log10", log10<T>, exact_log10, 2.5},
      {"log1p", log1p<T>, reference::log1p, 1.5},
      {"log1p_exp", log1p_exp<T>, exact_log1p_exp, 2},
      {"tanh", tanh<T>, reference::tanh, 3},
      {"x_minus_tanh", x_minus_tanh<T>, reference::x_minus_tanh, 3.5},
      {"erf", erf<T>, reference::erf, 2},
      {"erfc", erfc<T>, reference::erfc, 4},
      {"normal_pdf", normal_pdf<T>, reference::normal_pdf, 2.5},
      {"normal_cdf", normal_cdf<T>, reference::normal_cdf, 4},
  };
  return all;
}

}  // namespace

TEMPLATE_TEST_CASE("math: elementary functions are within their ULP", "[math][accuracy]", float, double) {
  const std::vector<TestType> points = sweep<TestType>(full_sweep() ? 1'000'000 : 60'000);
  for (const Elementary<TestType>& e : elementary<TestType>()) {
    Worst<TestType> worst;
    for (TestType x : points) {
      const DoubleDouble exact = e.exact(double(x));
      if (!std::isnan(exact.high)) worst.meet(x, e.function(x), exact);
    }
    std::printf("accuracy: %-6s %-12s %s\n", sizeof(TestType) == 4 ? "float" : "double", e.name,
                worst.text().c_str());
    INFO(e.name << ": " << worst.text());
    CHECK(worst.at_worst.ulps <= e.bound);
  }
}

}  // namespace actlab::testing

#include "core/activations/kernels.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <limits>
#include <vector>

#include "activation_cases.hpp"
#include "core/activations/celu.hpp"
#include "core/activations/elu.hpp"
#include "core/activations/gelu.hpp"
#include "core/activations/logsigmoid.hpp"
#include "core/activations/mish.hpp"
#include "core/activations/selu.hpp"
#include "core/activations/sigmoid.hpp"
#include "core/activations/silu.hpp"
#include "core/activations/softplus.hpp"
#include "core/activations/tanh.hpp"
#include "core/activations/tanhshrink.hpp"

using namespace actlab;
using namespace actlab::testing;

namespace {

/// Bit patterns spread over the whole line, with both zeros, infinities, NaN and the ends of the
/// subnormal range first.
std::vector<float> patterns(std::uint32_t stride) {
  constexpr float inf = std::numeric_limits<float>::infinity();
  std::vector<float> x = {0.0F, -0.0F, inf, -inf, std::numeric_limits<float>::quiet_NaN(), 1.0F, -1.0F};
  for (std::uint32_t bits : {1U, 0x007FFFFFU, 0x00800000U, 0x7F7FFFFFU}) {
    x.push_back(__builtin_bit_cast(float, bits));
    x.push_back(__builtin_bit_cast(float, bits | 0x80000000U));
  }
  for (std::uint64_t bits = 12345; bits < 0x100000000ULL; bits += stride) {
    x.push_back(__builtin_bit_cast(float, static_cast<std::uint32_t>(bits)));
  }
  return x;
}

struct Pair {
  float f, df;
};
/// One element alone: the scalar definition.
Pair alone(const Case& c, float x) {
  float y = 0, dy = 0;
  c.row->forward_with_derivative({&x, 1}, {&y, 1}, {&dy, 1}, c.p);
  return {y, dy};
}

/// The formula itself over float, beside the kernels, which may run it in phases.
template <template <class> class F>
void check_formula(const std::vector<float>& x) {
  const Activation& row = *find_activation(F<double>::info().id);
  for (const Case& c : cases(row)) {
    const auto formula = with_parameters<F, float>(c.p);
    std::vector<float> y(x.size()), both(x.size()), dy(x.size());
    row.forward(x, y, c.p);
    row.forward_with_derivative(x, both, dy, c.p);
    std::size_t different = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const float f = formula.f(x[i]), df = formula.df(x[i]);
      if (same_bits(y[i], f) && same_bits(both[i], f) && same_bits(dy[i], df)) continue;
      UNSCOPED_INFO(c.name() << " at x = " << x[i] << ": " << y[i] << ", " << dy[i] << "; the formula " << f
                             << ", " << df);
      if (++different == 3) break;
    }
    CHECK(different == 0);
  }
}

}  // namespace

TEST_CASE("kernels: a formula that is run in phases keeps its bits") {
  const std::vector<float> x = patterns(1000003);
  check_formula<Sigmoid>(x);
  check_formula<Tanh>(x);
  check_formula<Elu>(x);
  check_formula<Selu>(x);
  check_formula<Celu>(x);
  check_formula<Gelu>(x);
  check_formula<GeluTanh>(x);
  check_formula<GeluSigmoid>(x);
  check_formula<Silu>(x);
  check_formula<Swish>(x);
  check_formula<Mish>(x);
  check_formula<Softplus>(x);
  check_formula<Logsigmoid>(x);
  check_formula<Tanhshrink>(x);
}

TEST_CASE("kernels: every length, wherever it starts, has the bits of the scalar definition") {
  const std::vector<float> source = patterns(98765431);
  constexpr float guard = 1234.5F;
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      const Case c = default_case(row);
      for (std::size_t length = 0; length < 20; ++length) {
        for (std::size_t offset = 0; offset < 4; ++offset) {
          INFO("length " << length << ", offset " << offset);
          // Each array starts at another distance from a 16-byte boundary.
          std::vector<float> x(offset + length + 4), y(length + 8, guard), both(length + 8, guard),
              dy(length + 8, guard);
          std::copy_n(source.begin() + static_cast<std::ptrdiff_t>(offset), length,
                      x.begin() + static_cast<std::ptrdiff_t>(offset));
          const std::span<const float> in(x.data() + offset, length);
          row.forward(in, {y.data() + 1, length}, c.p);
          row.forward_with_derivative(in, {both.data() + 2, length}, {dy.data() + 3, length}, c.p);
          for (std::size_t i = 0; i < length; ++i) {
            const Pair expected = alone(c, in[i]);
            INFO("x = " << in[i]);
            REQUIRE(same_bits(y[i + 1], expected.f));
            REQUIRE(same_bits(both[i + 2], expected.f));
            REQUIRE(same_bits(dy[i + 3], expected.df));
          }
          CHECK(y[0] == guard);
          CHECK(std::all_of(y.begin() + static_cast<std::ptrdiff_t>(length + 1), y.end(),
                            [](float v) { return v == guard; }));
          CHECK(std::all_of(both.begin() + static_cast<std::ptrdiff_t>(length + 2), both.end(),
                            [](float v) { return v == guard; }));
          CHECK(std::all_of(dy.begin() + static_cast<std::ptrdiff_t>(length + 3), dy.end(),
                            [](float v) { return v == guard; }));
        }
      }
    }
  }
}

TEST_CASE("kernels: the lanes have the bits of the scalar definition over the whole line") {
  const std::vector<float> x = patterns(1000003);
  std::vector<float> y(x.size()), dy(x.size());
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      for (const Case& c : cases(row)) {
        row.forward_with_derivative(x, y, dy, c.p);
        bool same = true;
        for (std::size_t i = 0; i < x.size() && same; ++i) {
          const Pair expected = alone(c, x[i]);
          same = same_bits(y[i], expected.f) && same_bits(dy[i], expected.df);
          INFO(c.name() << " at x = " << x[i] << ": " << y[i] << ", " << dy[i] << "; scalar " << expected.f
                        << ", " << expected.df);
          if (!same) CHECK(same);
        }
        REQUIRE(same);
      }
    }
  }
}

TEST_CASE("kernels: an output may be the memory of x") {
  const std::vector<float> source = patterns(98765431);
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      const Case c = default_case(row);
      const auto p = c.p;
      std::vector<float> y(source.size()), dy(source.size()), other(source.size());
      row.forward_with_derivative(source, y, dy, p);
      const auto equal = [](const std::vector<float>& a, const std::vector<float>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_bits);
      };

      std::vector<float> x = source;
      row.forward(x, x, p);
      CHECK(equal(x, y));

      x = source;
      row.forward_with_derivative(x, x, other, p);
      CHECK(equal(x, y));
      CHECK(equal(other, dy));

      x = source;
      row.forward_with_derivative(x, other, x, p);
      CHECK(equal(other, y));
      CHECK(equal(x, dy));
    }
  }
}

TEST_CASE("kernels: float agrees with double") {
  constexpr auto float_epsilon = static_cast<double>(std::numeric_limits<float>::epsilon());
  constexpr auto smallest_float = static_cast<double>(std::numeric_limits<float>::denorm_min());
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      for (Case c : cases(row)) {
        for (double& value : c.p) value = static_cast<double>(static_cast<float>(value));
        for (double point : sample_points(80, 1.3, 0.05)) {
          const auto x = static_cast<float>(point);
          const auto exact_x = static_cast<double>(x);
          const double f = c.f(exact_x), df = c.df(exact_x);
          const Pair pair = alone(c, x);
          const auto error = [](double a, float b) { return std::fabs(a - static_cast<double>(b)); };
          INFO(c.name() << " at x = " << x << ": " << pair.f << " and " << f << "; slopes " << pair.df
                        << " and " << df);
          // Relative errors of a few float epsilons in x and in the result; a constant such as a cap is
          // rounded to float too.
          const double allowed = 16 * float_epsilon * (std::fabs(f) + std::fabs(exact_x * df));
          const double allowed_slope =
              16 * float_epsilon * (std::fabs(df) + std::fabs(exact_x * c.d2f(exact_x)));
          CHECK(error(f, pair.f) <= allowed + 256 * smallest_float);
          CHECK(error(df, pair.df) <= allowed_slope + 256 * smallest_float);
        }
      }
    }
  }
}

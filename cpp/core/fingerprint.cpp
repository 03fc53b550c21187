#include "core/fingerprint.hpp"

#include <cstdint>
#include <vector>

#include "core/function.hpp"
#include "core/hash.hpp"
#include "core/labs/gradient_flow.hpp"
#include "core/network/initialisation.hpp"

namespace actlab {
namespace {

/// Floats whose bit patterns are evenly spaced over the whole line, NaN and infinities included.
std::vector<float> float_sweep() {
  constexpr std::uint32_t step = 65521;  // prime: all low bits occur
  std::vector<float> sweep;
  std::uint32_t bits = 0;
  do {
    sweep.push_back(__builtin_bit_cast(float, bits));
    bits += step;
  } while (bits >= step);
  return sweep;
}

/// float32 kernels, value and derivative.
std::string float_kernels(const Function& function, const std::vector<float>& x) {
  std::vector<float> y(x.size()), dy(x.size());
  Hash hash;
  function.activation->forward(x, y, function.parameters);
  hash.add(y);
  function.forward_with_derivative(x, y, dy);
  hash.add(y);
  hash.add(dy);
  return hash.hex();
}

/// Every formula in double, at every 16th float of the sweep.
std::string double_formulas(const Function& function, const std::vector<float>& sweep) {
  const Activation& row = *function.activation;
  const Parameters& p = function.parameters;
  Hash hash;
  for (std::size_t i = 0; i < sweep.size(); i += 16) {
    const auto x = static_cast<double>(sweep[i]);
    hash.add(row.f(x, p));
    hash.add(row.df(x, p));
    hash.add(row.df_by_dual_number(x, p));
    if (row.d2f) hash.add(row.d2f(x, p));
    if (row.dparameter) hash.add(row.dparameter(x, p));
  }
  return hash.hex();
}

std::string gradients(const Function& function, const Initialisation& rule) {
  const auto flow = gradient_flow({function, 12, 19, rule.choice.id, 1, 3, 5});
  Hash hash;
  visit_fields(flow.value(), [&](const char*, const auto& field) { hash.add(field); });
  return hash.hex();
}

}  // namespace

std::vector<Fingerprint> fingerprints() {
  const std::vector<float> sweep = float_sweep();
  std::vector<Fingerprint> all;
  for (const Activation& row : registry()) {
    const Function function{&row, row.defaults()};
    const std::string& id = row.info.id;
    all.push_back({id + " in float", float_kernels(function, sweep)});
    all.push_back({id + " in double", double_formulas(function, sweep)});
    for (const Initialisation& rule : initialisations()) {
      all.push_back({"gradients of " + id + ", " + rule.choice.id, gradients(function, rule)});
    }
  }
  return all;
}

}  // namespace actlab

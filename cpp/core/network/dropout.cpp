#include "core/network/dropout.hpp"

#include "core/activations/selu.hpp"
#include "core/math/scalar.hpp"

namespace actlab {

std::vector<Choice> dropout_choices() {
  return {{"none", {"none", "无"}},
          {"ordinary", {"ordinary dropout", "普通 Dropout"}},
          {"alpha", {"alpha dropout", "Alpha Dropout"}}};
}

DropoutKind dropout_of(std::string_view id) {
  return id == "alpha" ? DropoutKind::alpha : id == "ordinary" ? DropoutKind::ordinary : DropoutKind::none;
}

Dropout::Dropout(DropoutKind k, double probability) : kind(k), p(k == DropoutKind::none ? 0 : probability) {
  const double q = 1 - p;
  if (kind == DropoutKind::ordinary) factor = 1 / q;
  if (kind == DropoutKind::alpha) {
    constexpr double low = -Selu<double>::lambda_alpha;
    factor = 1 / sqrt(q + low * low * q * (1 - q));
    kept = -factor * (1 - q) * low;
    dropped = factor * low + kept;
  }
}

void drop(const Dropout& dropout, Random& random, std::span<float> h, std::span<float> factors) {
  const double threshold = dropout.p * 0x1p32;
  const auto factor = static_cast<float>(dropout.factor), kept = static_cast<float>(dropout.kept);
  const auto dropped = static_cast<float>(dropout.dropped);
  for (std::size_t i = 0; i < h.size(); ++i) {
    const bool keep = random.bits() >= threshold;
    factors[i] = keep ? factor : 0;
    h[i] = keep ? factor * h[i] + kept : dropped;
  }
}

}  // namespace actlab

#include "core/math/phases.hpp"

#include <algorithm>

namespace actlab {
namespace {

/// Four vectors side by side.
struct Float16 {
  static constexpr std::size_t vectors = 4, lanes = vectors * Float4::lanes;
  Float4 v[vectors];

  Float16() = default;
  explicit Float16(float s) : v{Float4(s), Float4(s), Float4(s), Float4(s)} {}

  static Float16 load(const float* p) {
    Float16 x;
    for (std::size_t i = 0; i < vectors; ++i) x.v[i] = Float4::load(p + i * Float4::lanes);
    return x;
  }
  void store(float* p) const {
    for (std::size_t i = 0; i < vectors; ++i) v[i].store(p + i * Float4::lanes);
  }

  friend Float16 operator+(Float16 a, const Float16& b) {
    for (std::size_t i = 0; i < vectors; ++i) a.v[i] += b.v[i];
    return a;
  }
  friend Float16 operator*(Float16 a, const Float16& b) {
    for (std::size_t i = 0; i < vectors; ++i) a.v[i] *= b.v[i];
    return a;
  }
};

}  // namespace

template <>
struct ScalarOf<Float16> {
  using type = float;
};
template <>
inline constexpr bool is_real<Float16> = true;

void Powers::apply_polynomial(std::size_t count) {
  float* const end = expm1 + (count + Float16::lanes - 1) / Float16::lanes * Float16::lanes;
  std::fill(expm1 + count, end, 0.0F);
  for (float* r = expm1; r != end; r += Float16::lanes) {
    detail::expm1_reduced(Float16::load(r)).store(r);
  }
}

}  // namespace actlab

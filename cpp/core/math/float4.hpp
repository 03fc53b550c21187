#pragma once

#include <cmath>
#include <cstdint>
#include <type_traits>

#include "core/math/scalar.hpp"

/// Four floats in one SIMD register, with the words of `scalar.hpp`. It is a compiler vector
/// extension: the same source is SSE, NEON and WebAssembly SIMD, each lane with the bits that the
/// scalar `float` has.
namespace actlab {

/// The answer of a comparison, lane by lane.
struct Mask4 {
  using Vector = std::int32_t __attribute__((vector_size(16)));
  Vector v;  ///< a lane is all ones (true) or all zeros (false)

  friend Mask4 operator&&(Mask4 a, Mask4 b) { return {a.v & b.v}; }
  friend Mask4 operator||(Mask4 a, Mask4 b) { return {a.v | b.v}; }
  friend Mask4 operator!(Mask4 a) { return {~a.v}; }
};

struct Float4 {
  using Vector = float __attribute__((vector_size(16)));
  static constexpr int lanes = 4;
  Vector v;

  Float4() = default;
  explicit Float4(Vector lanes_of_v) : v(lanes_of_v) {}
  /// The same number in all lanes; a double is rounded to float first.
  template <class S>
  requires std::is_arithmetic_v<S>
  explicit Float4(S s)
      : v{static_cast<float>(s), static_cast<float>(s), static_cast<float>(s), static_cast<float>(s)} {
#ifdef ACTLAB_VECTOR_IN_ASM  // module.cmake asks the compiler
    // What the compiler cannot see through is made once, before the loop. A constant that it sees costs
    // the V8 of Chromium 156 up to a third of a kernel's time, it seems for being made anew at each use; 0
    // and 1 stay, since they shorten formulas.
    if (__builtin_constant_p(s) && s != S(0) && s != S(1)) asm("" : "+r"(v));
#endif
  }

  static Float4 load(const float* p) {
    Float4 x;
    __builtin_memcpy(&x.v, p, sizeof x.v);
    return x;
  }
  void store(float* p) const { __builtin_memcpy(p, &v, sizeof v); }
  float operator[](int lane) const { return v[lane]; }

  friend Float4 operator+(Float4 a, Float4 b) { return Float4(a.v + b.v); }
  friend Float4 operator-(Float4 a, Float4 b) { return Float4(a.v - b.v); }
  friend Float4 operator*(Float4 a, Float4 b) { return Float4(a.v * b.v); }
  friend Float4 operator/(Float4 a, Float4 b) { return Float4(a.v / b.v); }
  friend Float4 operator-(Float4 a) { return Float4(-a.v); }
  Float4& operator+=(Float4 b) { return *this = *this + b; }
  Float4& operator-=(Float4 b) { return *this = *this - b; }
  Float4& operator*=(Float4 b) { return *this = *this * b; }
  Float4& operator/=(Float4 b) { return *this = *this / b; }

  friend Mask4 operator<(Float4 a, Float4 b) { return {a.v < b.v}; }
  friend Mask4 operator<=(Float4 a, Float4 b) { return {a.v <= b.v}; }
  friend Mask4 operator>(Float4 a, Float4 b) { return {a.v > b.v}; }
  friend Mask4 operator>=(Float4 a, Float4 b) { return {a.v >= b.v}; }
  friend Mask4 operator==(Float4 a, Float4 b) { return {a.v == b.v}; }
  friend Mask4 operator!=(Float4 a, Float4 b) { return {a.v != b.v}; }
};

template <>
struct ScalarOf<Float4> {
  using type = float;
};

inline Float4 select(Mask4 condition, Float4 yes, Float4 no) { return Float4(condition.v ? yes.v : no.v); }
#ifdef __wasm_simd128__  // the compiler would take f32x4.min and max, which x64 needs eight instructions for
inline Float4 min(Float4 a, Float4 b) { return Float4(Float4::Vector(__builtin_wasm_pmin_f32x4(a.v, b.v))); }
inline Float4 max(Float4 a, Float4 b) { return Float4(Float4::Vector(__builtin_wasm_pmax_f32x4(a.v, b.v))); }
#else
inline Float4 min(Float4 a, Float4 b) { return select(b < a, b, a); }
inline Float4 max(Float4 a, Float4 b) { return select(a < b, b, a); }
#endif

/// The integer part. Precondition: |x| < 2³¹.
inline Mask4::Vector truncate(Float4 x) { return __builtin_convertvector(x.v, Mask4::Vector); }

namespace detail {
inline Mask4::Vector bits(Float4 x) { return reinterpret_cast<Mask4::Vector>(x.v); }
inline Float4 from_bits(Mask4::Vector b) { return Float4(reinterpret_cast<Float4::Vector>(b)); }
inline constexpr std::int32_t sign_bit = INT32_MIN;
}  // namespace detail

inline Float4 abs(Float4 x) { return detail::from_bits(detail::bits(x) & ~detail::sign_bit); }
inline Float4 copysign(Float4 magnitude, Float4 sign) {
  return detail::from_bits((detail::bits(magnitude) & ~detail::sign_bit) |
                           (detail::bits(sign) & detail::sign_bit));
}
inline Float4 sqrt(Float4 x) {
  return Float4(Float4::Vector{std::sqrt(x[0]), std::sqrt(x[1]), std::sqrt(x[2]), std::sqrt(x[3])});
}
inline Float4 floor(Float4 x) {
  return Float4(Float4::Vector{std::floor(x[0]), std::floor(x[1]), std::floor(x[2]), std::floor(x[3])});
}

}  // namespace actlab

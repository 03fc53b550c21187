#pragma once

#include <cmath>

/// The words in which every formula of the core is written, here for `float` and `double`.
/// `float4.hpp` and `dual.hpp` say the same words for a SIMD vector and for a dual number,
/// so one definition of a function serves all four.
///
/// Only exact operations of the standard library are used (sqrt, fabs, floor, copysign): the
/// result has the same bits on every compiler and machine. NaN in gives NaN out, except where a
/// comparison decides: a comparison with NaN is false, so `select(x > 0, a, b)` yields b.
namespace actlab {

/// The arithmetic type behind a scalar: float for Float4, double for Dual<double>.
template <class T>
struct ScalarOf {
  using type = T;
};
template <class T>
using scalar_of = typename ScalarOf<T>::type;

/// x, and where it is a constant, WebAssembly's compiler does not see it: clang 14 takes f64.max for
/// `x < 0 ? 0 : x`, which makes +0 of −0.
template <class T>
T unseen(T x) {
#ifdef __wasm__
  if (__builtin_constant_p(x)) asm("" : "+r"(x));
#endif
  return x;
}

inline float select(bool condition, float yes, float no) { return condition ? unseen(yes) : no; }
inline double select(bool condition, double yes, double no) { return condition ? unseen(yes) : no; }

/// min(NaN, b) = NaN and max(NaN, b) = NaN: the first operand is the one that may be NaN. Of 0 and −0 it is
/// the first, too.
inline float min(float a, float b) { return select(b < a, b, a); }
inline double min(double a, double b) { return select(b < a, b, a); }
inline float max(float a, float b) { return select(a < b, b, a); }
inline double max(double a, double b) { return select(a < b, b, a); }

inline float abs(float x) { return std::fabs(x); }
inline double abs(double x) { return std::fabs(x); }
inline float sqrt(float x) { return std::sqrt(x); }
inline double sqrt(double x) { return std::sqrt(x); }
inline float floor(float x) { return std::floor(x); }
inline double floor(double x) { return std::floor(x); }
inline float copysign(float magnitude, float sign) { return std::copysign(magnitude, sign); }
inline double copysign(double magnitude, double sign) { return std::copysign(magnitude, sign); }

}  // namespace actlab

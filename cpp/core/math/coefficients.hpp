#pragma once

// Printed by fit/fit.py. Do not edit.
// clang-format off

namespace actlab::detail {

/// Constants and minimax polynomials, the lowest power first; the error is the bound that the fit meets,
/// relative to the function in which the polynomial serves.
template <class Scalar>
struct Coefficients;

template <>
struct Coefficients<float> {
  static constexpr float log2_e = 0x1.715476p+0f;
  static constexpr float ln2_high = 0x1.62e4p-1f;
  static constexpr float ln2_low = 0x1.7f7d1cp-20f;
  static constexpr float log10_e = 0x1.bcb7b2p-2f;
  static constexpr float sqrt_2 = 0x1.6a09e6p+0f;
  static constexpr float sqrt_half = 0x1.6a09e6p-1f;
  static constexpr float inverse_sqrt_2pi = 0x1.988454p-2f;
  static constexpr float normal_tail_centre = 0x1.8p+1f;

  /// (expm1(r) - r)/r^2, |r| <= ln(2)/2; error 2^-26.0
  static constexpr float expm1[] = {
      0x1.fffffep-2f,
      0x1.5554aep-3f,
      0x1.555712p-5f,
      0x1.122916p-7f,
      0x1.6b795ap-10f,
  };

  /// (2 atanh(s)/s - 2)/s^2 in s^2, |s| <= 1/3; error 2^-27.6
  static constexpr float log[] = {
      0x1.555504p-1f,
      0x1.99d122p-2f,
      0x1.1ec8ecp-2f,
      0x1.1ea668p-2f,
  };

  /// erf(x)/x - 1 in x^2, |x| <= 1/2; error 2^-29.3
  static constexpr float erf[] = {
      0x1.06eba8p-3f,
      -0x1.812734p-2f,
      0x1.ce255p-4f,
      -0x1.b66a98p-6f,
      0x1.35613cp-8f,
  };

  /// (x - tanh x)/x^3 in x^2, |x| <= 1; error 2^-25.0
  static constexpr float tanhshrink[] = {
      0x1.555556p-2f,
      -0x1.11112cp-3f,
      0x1.ba1b04p-5f,
      -0x1.660178p-6f,
      0x1.1eb532p-7f,
      -0x1.ad2302p-9f,
      0x1.fb87c6p-11f,
      -0x1.443994p-13f,
  };

  /// (1 + t) exp(t^2/2) Phi(-t) in y = (t - centre)/(t + centre), 0 <= t <= 15; error 2^-26.4
  static constexpr float normal_tail[] = {
      0x1.f1b89cp-2f,
      -0x1.8b5facp-4f,
      -0x1.0d39fp-6f,
      0x1.71fd5p-5f,
      -0x1.745cc2p-6f,
      0x1.2e9eb2p-10f,
      0x1.88325ep-9f,
      -0x1.62ebd6p-12f,
      -0x1.ece64cp-12f,
      0x1.6169eap-17f,
      0x1.81374p-15f,
  };
};

template <>
struct Coefficients<double> {
  static constexpr double log2_e = 0x1.71547652b82fep+0;
  static constexpr double ln2_high = 0x1.62e42fefa4p-1;
  static constexpr double ln2_low = -0x1.8432a1b0e2634p-43;
  static constexpr double log10_e = 0x1.bcb7b1526e50ep-2;
  static constexpr double sqrt_2 = 0x1.6a09e667f3bcdp+0;
  static constexpr double sqrt_half = 0x1.6a09e667f3bcdp-1;
  static constexpr double inverse_sqrt_2pi = 0x1.9884533d43651p-2;
  static constexpr double normal_tail_centre = 0x1p+2;

  /// (expm1(r) - r)/r^2, |r| <= ln(2)/2; error 2^-55.5
  static constexpr double expm1[] = {
      0x1.0000000000005p-1,
      0x1.555555555553dp-3,
      0x1.55555555520bfp-5,
      0x1.1111111118024p-7,
      0x1.6c16c17f4d919p-10,
      0x1.a01a017ac396dp-13,
      0x1.a019a62faab45p-16,
      0x1.71de7a662cb67p-19,
      0x1.28a3112ebac9p-22,
      0x1.ae82afd4ece2fp-26,
  };

  /// (2 atanh(s)/s - 2)/s^2 in s^2, |s| <= 1/3; error 2^-59.2
  static constexpr double log[] = {
      0x1.555555555553fp-1,
      0x1.999999999f10ap-2,
      0x1.249249211f5d6p-2,
      0x1.c71c73de6dd2bp-3,
      0x1.745cbb9ad0e4bp-3,
      0x1.3b1d488e70ffp-3,
      0x1.106eb0f899e3ap-3,
      0x1.ef72a6ac71d29p-4,
      0x1.5750b7cf19d85p-4,
      0x1.5b0def12c9759p-3,
  };

  /// erf(x)/x - 1 in x^2, |x| <= 1/2; error 2^-56.3
  static constexpr double erf[] = {
      0x1.06eba8214db69p-3,
      -0x1.812746b037a1cp-2,
      0x1.ce2f21a0465dcp-4,
      -0x1.b82ce314533f6p-6,
      0x1.565bcd88ea92p-8,
      -0x1.c02dda4be26f5p-11,
      0x1.f9aa55502ccf3p-14,
      -0x1.f59be619fde3ep-17,
      0x1.c5735ebc27522p-20,
      -0x1.980cb47b66073p-23,
  };

  /// (x - tanh x)/x^3 in x^2, |x| <= 1; error 2^-53.9
  static constexpr double tanhshrink[] = {
      0x1.5555555555555p-2,
      -0x1.1111111111094p-3,
      0x1.ba1ba1ba14c0dp-5,
      -0x1.664f488152da2p-6,
      0x1.226e3532a58ccp-7,
      -0x1.d6d3ca2ddd6ecp-9,
      0x1.7da30a6f79dc3p-10,
      -0x1.3554c5cbd6cc1p-11,
      0x1.f54dc6154c287p-13,
      -0x1.95802a1823d1ep-14,
      0x1.457675443cf4ap-15,
      -0x1.fcffab903a5b7p-17,
      0x1.744eecc0ee5a2p-18,
      -0x1.db3cc10c7137ap-20,
      0x1.de3f106d637b1p-22,
      -0x1.45cf6e42584b9p-24,
      0x1.b70177d3666ccp-28,
  };

  /// (1 + t) exp(t^2/2) Phi(-t) in y = (t - centre)/(t + centre), 0 <= t <= 39; error 2^-54.9
  static constexpr double normal_tail[] = {
      0x1.e361ea6fba141p-2,
      -0x1.8c18f2086e34cp-4,
      0x1.cabd72a60fd9fp-7,
      0x1.d4969f10e03bcp-6,
      -0x1.07c3c2582f158p-5,
      0x1.25dd7205f9012p-6,
      -0x1.47d5fc729546ep-8,
      -0x1.2b7f5de41478ap-12,
      0x1.6c5382791340fp-11,
      -0x1.8c11b5044491fp-14,
      -0x1.707b988f7d976p-14,
      0x1.64842c4a45a5p-16,
      0x1.c93caaf55fdbcp-17,
      -0x1.cca7d518e3e07p-19,
      -0x1.5ea678d8749a6p-19,
      0x1.b24472865c0b5p-22,
      0x1.280aac88f3f09p-21,
      0x1.8795b2e5a1052p-30,
      -0x1.da3940dd2ccf3p-24,
      -0x1.5397299f46463p-26,
      0x1.2949877d55fa4p-26,
      0x1.a3d7dab8e03acp-28,
      -0x1.8f96c3e7a2508p-30,
      -0x1.98d2c6c14bf77p-31,
  };
};

}  // namespace actlab::detail

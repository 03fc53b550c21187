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
  static constexpr double normal_tail_centre = 0x1.8p+2;

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

  /// (1 + t) exp(t^2/2) Phi(-t) in y = (t - centre)/(t + centre), 0 <= t <= 39; error 2^-55.2
  static constexpr double normal_tail[] = {
      0x1.d0568f5d76666p-2,
      -0x1.5c438de6f0fe6p-4,
      0x1.46229bd016f59p-5,
      -0x1.1e9d4130ed27cp-8,
      -0x1.08766e432aba8p-6,
      0x1.7227accaef054p-6,
      -0x1.43da9f73b9c86p-6,
      0x1.b212c02807f6ep-7,
      -0x1.ceac1d85a8ce4p-8,
      0x1.80c840eee071p-9,
      -0x1.c79a7d6da989p-11,
      0x1.f52d03df0fd89p-14,
      0x1.3d0be64f24931p-15,
      -0x1.ba22bca6f2d17p-16,
      0x1.281df74c82b5fp-18,
      0x1.ded3adf921186p-20,
      -0x1.0c5f1dfac2b2p-20,
      -0x1.077a727da379dp-31,
      0x1.1c99c202109ep-23,
      -0x1.55eafdfcaba14p-26,
      -0x1.0d57a71af829bp-26,
      0x1.8a9d2b2292b44p-29,
      0x1.a9a6f32402e1cp-30,
  };
};

}  // namespace actlab::detail

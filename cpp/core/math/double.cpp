// One copy of each elementary function in double: curves, theory and dual numbers call it. The
// float32 kernels inline theirs.

#include "core/math/erfc.hpp"
#include "core/math/exp.hpp"
#include "core/math/expm1.hpp"
#include "core/math/log.hpp"
#include "core/math/log1p.hpp"
#include "core/math/normal.hpp"
#include "core/math/tanh.hpp"

namespace actlab {

template double exp(double);
template double exp_of_negative(double);
template double exp_times(double, double);
template double exp_times_moderate(double, double);
template double exp_times(double, double, double);
template double expm1(double);
template double expm1_of_negative(double);
template double log(double);
template double log10(double);
template double log1p(double);
template double log1p_exp_of_negative(double);
template double log1p_exp(double);
template double tanh(double);
template double x_minus_tanh(double);
template double erf(double);
template double erfc(double);
template double normal_pdf_times(double, double);
template double normal_cdf_times(double, double);
template double normal_shortfall(double);
template double normal_shortfall_slope(double);
template double normal_pdf(double);
template double normal_cdf(double);

}  // namespace actlab

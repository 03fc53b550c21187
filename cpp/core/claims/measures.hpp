#pragma once

#include <cmath>

#include "core/claims/claim.hpp"
#include "core/labs/gradient_flow.hpp"
#include "core/labs/training.hpp"

/// What the rows of claims measure; those of a single claim stand beside it.
namespace actlab {

Function function_of(const Setup& setup);
RandomNetwork network_of(const Setup& setup, std::uint32_t seed);
/// The seed of the i-th of a row's networks: those of neighbouring seeds have nothing in common.
std::uint32_t seed_of_network(std::uint32_t seed, int i);
/// The mean of `number` over the setup's networks.
double mean_over_networks(const Setup& setup, std::uint32_t seed, double (*number)(const GradientFlow&));

/// The larger of a deviation so far and the next; NaN is larger than any number.
inline double larger(double most, double next) { return next > most || std::isnan(next) ? next : most; }

// --- a function alone --------------------------------------------------------------------------

double value(const Setup& setup, std::uint32_t);          ///< f(x)
double slope(const Setup& setup, std::uint32_t);          ///< f'(x)
double steepest(const Setup& setup, std::uint32_t);       ///< the largest f' of 8193 points in [-8, 8]
double flattest(const Setup& setup, std::uint32_t);       ///< the least f' there
double lowest(const Setup& setup, std::uint32_t);         ///< the least f there
double gaussian_mean(const Setup& setup, std::uint32_t);  ///< E f(z), z ~ N(0, 1)

// --- random networks, the mean over seeds ------------------------------------------------------

/// Decades per layer that ‖δ‖ gains on its way back.
double delta_slope(const Setup& setup, std::uint32_t seed);
/// The same of ‖∂L/∂W‖.
double weight_gradient_slope(const Setup& setup, std::uint32_t seed);
/// log10 of the mean h² of the last layer.
double log10_last_square(const Setup& setup, std::uint32_t seed);
/// The mean of h over its root mean square, over all layers.
double off_centre(const Setup& setup, std::uint32_t seed);
/// The share of outputs that are exactly 0, over all layers.
double zero_share(const Setup& setup, std::uint32_t seed);

// --- networks that learn -----------------------------------------------------------------------

/// On 200 examples, and all else as the setup says.
std::unique_ptr<TrainingRun> begin_training(const Setup& setup, std::uint32_t seed);
/// The mean of a number over the setup's networks, each measured before its first step and after its last.
double mean_over_runs(const Setup& setup, std::uint32_t seed,
                      double (*number)(TrainingRun& run, const TrainingReport& report));
/// The loss on the training examples.
double training_loss(const Setup& setup, std::uint32_t seed);

/// How far the mean slope of four networks of 30 layers and width 128 may lie from the theory of
/// infinite width. A finite ReLU network with He's rule has log ‖δ‖² about normal, with mean −5L/(2N)
/// and variance 5L/N: 0.543/N decades a layer too low, from seed to seed 0.486/√(L N) apart. Four
/// standard errors, and 0.003 for functions that are no ReLU.
inline constexpr double slope_slack = 0.0042 + 4 * 0.0039 + 0.003;
constexpr Expected near_theory(double slope_of_theory) { return about(slope_of_theory, slope_slack); }

// --- mean-field theory -------------------------------------------------------------------------

/// χ of the setup's network where the variance of its layers settles.
double chi_limit(const Setup& setup, std::uint32_t);

}  // namespace actlab

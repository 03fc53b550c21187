#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/schema.hpp"

/// The claims of the article. Each is a measurement that exists once: what is run, with which seeds,
/// where the numbers must lie, and what they say of the sentence. The sentences are the page's.
namespace actlab {

/// How a network is trained, where it is.
struct Schooling {
  const char* data = "moons";
  int steps = 500;
  const char* optimiser = "momentum";
  double rate = 0.01, clip = 0;
  double bias = 0;  ///< where the biases start
};
inline constexpr Schooling usual_schooling{};

/// What a row is measured on: a function and, where a network is run, one of equal layers on standard
/// normal inputs, or on the data it learns. Plain data, so that the list of claims is a constant.
struct Setup {
  const char* function = "identity";
  const Schooling* schooling = &usual_schooling;
  std::optional<double> parameter{};  ///< the function's first; without it, its default
  double x = 0;                       ///< where a function is read

  const char* initialisation = "xavier_uniform";  // only the variance counts, and this is quick
  double sigma_w2 = 1;  ///< multiplies the rule's variance; with Xavier's it is σ_w² itself
  const char* normalisation = "none";
  const char* residual = "off";
  int depth = 30, width = 128, batch = 1;
  int seeds = 4;  ///< the number is the mean over so many networks
};

/// The numbers that agree with the verdict, both ends included.
struct Expected {
  double low, high;
};
constexpr Expected about(double value, double slack) { return {value - slack, value + slack}; }
constexpr Expected exactly(double value) { return {value, value}; }
/// Of a number that a clock makes.
inline constexpr Expected anything_positive{std::numeric_limits<double>::min(),
                                            std::numeric_limits<double>::max()};

struct ClaimRow {
  const char* name;
  Expected expected;
  double (*measure)(const Setup& setup, std::uint32_t seed);
  Setup setup{};
};

/// What is said of the sentence when all numbers are where they are expected.
enum class Verdict { is_true, conditional, is_false };

enum class ClaimKind {
  measured,
  timed,  ///< the core has no clock: a row does its work and gives the number of results it computed
};

struct Claim {
  const char* id;
  Verdict verdict;
  std::initializer_list<ClaimRow> rows;
  ClaimKind kind = ClaimKind::measured;
};

/// All claims, each id once.
const std::vector<Claim>& claims();

struct ClaimRequest {
  std::string claim = "derivative_between_0_and_1";
  int row = 0;  ///< from 1; 0 runs all
  std::uint32_t seed = 1;
};

struct ClaimRowRun {
  std::string_view name;
  double value, low, high;
  bool within;
};

struct ClaimRun {
  std::string_view claim, kind, verdict;
  bool holds;  ///< every number is where it is expected, so the verdict stands
  std::vector<ClaimRowRun> rows;
};

/// Runs one row, from 1, or all with 0.
ClaimRun run_rows(const Claim& claim, int row, std::uint32_t seed);

const Schema<ClaimRequest>& claim_schema();
/// Refuses a row that the claim does not have.
Result<ClaimRun> run_claim(const ClaimRequest& request);

/// "true", "conditional" or "false".
std::string_view name_of(Verdict verdict);
/// "measured" or "timed".
std::string_view name_of(ClaimKind kind);

// visit(name, value) for each field that crosses to JavaScript; what a row runs stays here.

template <class Visit>
void visit_fields(const ClaimRow& r, Visit&& visit) {
  visit("name", std::string_view(r.name));
  visit("low", r.expected.low);
  visit("high", r.expected.high);
}
template <class Visit>
void visit_fields(const Claim& c, Visit&& visit) {
  visit("id", std::string_view(c.id));
  visit("kind", name_of(c.kind));
  visit("verdict", name_of(c.verdict));
  visit("rows", std::vector<ClaimRow>(c.rows));
}
template <class Visit>
void visit_fields(const ClaimRowRun& r, Visit&& visit) {
  visit("name", r.name);
  visit("value", r.value);
  visit("low", r.low);
  visit("high", r.high);
  visit("within", r.within);
}
template <class Visit>
void visit_fields(const ClaimRun& r, Visit&& visit) {
  visit("claim", r.claim);
  visit("kind", r.kind);
  visit("verdict", r.verdict);
  visit("holds", r.holds);
  visit("rows", r.rows);
}

}  // namespace actlab

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>

#include "core/claims/claim.hpp"
#include "core/claims/measures.hpp"
#include "core/network/initialisation.hpp"

using namespace actlab;

namespace {

bool snake_case(const std::string& name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

void check_all(std::uint32_t seed) {
  for (const Claim& claim : claims()) {
    if (claim.kind == ClaimKind::timed) continue;
    const ClaimRun run = run_claim({claim.id, 0, seed}).value();
    CHECK(run.rows.size() == claim.rows.size());
    CHECK(run.holds);
    for (const ClaimRowRun& row : run.rows) {
      INFO(claim.id << ", " << row.name << ", seed " << seed << ": " << row.low << " <= " << row.value
                    << " <= " << row.high);
      CHECK(row.within);
    }
  }
}

}  // namespace

TEST_CASE("claims: ids and names of rows are there once each, ranges are not empty", "[claims]") {
  std::set<std::string> ids;
  for (const Claim& claim : claims()) {
    INFO(claim.id);
    CHECK(snake_case(claim.id));
    CHECK(ids.insert(claim.id).second);
    CHECK(claim.rows.size() > 0);
    std::set<std::string> names;
    for (const ClaimRow& row : claim.rows) {
      INFO(row.name);
      CHECK(snake_case(row.name));
      CHECK(names.insert(row.name).second);
      CHECK(row.expected.low <= row.expected.high);
      CHECK((claim.kind == ClaimKind::timed || std::isfinite(row.expected.high - row.expected.low)));
      CHECK(find_activation(row.setup.function) != nullptr);
      CHECK(find_initialisation(row.setup.initialisation) != nullptr);
    }
  }
}

TEST_CASE("claims: a deviation that is NaN is the largest, wherever it stands", "[claims]") {
  CHECK(larger(1, 2) == 2);
  CHECK(larger(2, 1) == 2);
  CHECK(std::isnan(larger(1, NAN)));
  CHECK(std::isnan(larger(NAN, 1)));
}

TEST_CASE("claims: there are many, of every verdict", "[claims]") {
  std::set<Verdict> verdicts;
  for (const Claim& claim : claims()) verdicts.insert(claim.verdict);
  CHECK(claims().size() >= 40);
  CHECK(verdicts.size() == 3);
}

TEST_CASE("claims: every verdict stands", "[claims]") { check_all(1); }

TEST_CASE("claims: every verdict stands, whatever the seed", "[claims][slow]") {
  for (const std::uint32_t seed : {0u, 2u, 3u, 12345u, 4294967295u}) check_all(seed);
}

TEST_CASE("claims: a wrong expectation is noticed", "[claims]") {
  const auto measured = [](const Setup& setup, std::uint32_t) { return setup.x; };
  const Claim wrong{"a_claim",
                    Verdict::is_true,
                    {{"too_low", {1, 3}, measured, {.x = 0.999}},
                     {"too_high", {1, 3}, measured, {.x = 3.001}},
                     {"no_number", {1, 3}, measured, {.x = std::nan("")}},
                     {"right", {1, 3}, measured, {.x = 3}}}};
  const ClaimRun run = run_rows(wrong, 0, 1);
  CHECK_FALSE(run.holds);
  for (const std::size_t i : {0u, 1u, 2u}) CHECK_FALSE(run.rows[i].within);
  CHECK(run.rows[3].within);
  for (const int row : {1, 2, 3}) CHECK_FALSE(run_rows(wrong, row, 1).holds);
  CHECK(run_rows(wrong, 4, 1).holds);
}

TEST_CASE("claims: slopes are expected in ranges that four times the variance leaves", "[claims][slow]") {
  int slopes = 0;
  for (const Claim& claim : claims()) {
    for (const ClaimRow& row : claim.rows) {
      const bool plain =
          row.setup.normalisation == std::string("none") && row.setup.residual == std::string("off");
      if (row.measure != delta_slope || !plain) continue;
      Setup other = row.setup;
      other.sigma_w2 *= 4;
      const double slope = row.measure(other, 1);
      INFO(claim.id << ", " << row.name << ": " << slope);
      CHECK((slope < row.expected.low || slope > row.expected.high));
      ++slopes;
    }
  }
  CHECK(slopes > 30);
}

TEST_CASE("claims: a row beyond the last is refused", "[claims]") {
  const Claim& claim = claims().front();
  const auto beyond = run_claim({claim.id, static_cast<int>(claim.rows.size()) + 1});
  REQUIRE_FALSE(beyond.ok());
  CHECK(beyond.error().field == "row");
}

TEST_CASE("claims: a timed one finishes and says how much it did", "[claims]") {
  const ClaimRun run = run_claim({"zeros_save_time"}).value();
  CHECK(run.kind == "timed");
  CHECK(run.holds);
  for (const ClaimRowRun& row : run.rows) CHECK(row.value >= 1e6);
}

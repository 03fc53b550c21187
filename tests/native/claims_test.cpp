#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>

#include "core/claims/claim.hpp"
#include "core/network/initialisation.hpp"

using namespace actlab;

namespace {

bool snake_case(const std::string& name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
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

TEST_CASE("claims: every verdict stands, whatever the seed", "[claims]") {
  for (const Claim& claim : claims()) {
    if (claim.kind == ClaimKind::timed) continue;
    for (const std::uint32_t seed : {1u, 2u, 3u, 12345u, 4000000000u}) {
      const ClaimRun run = run_claim({claim.id, 0, seed}).value();
      CHECK(run.rows.size() == claim.rows.size());
      for (const ClaimRowRun& row : run.rows) {
        INFO(claim.id << ", " << row.name << ", seed " << seed << ": " << row.low << " <= " << row.value
                      << " <= " << row.high);
        CHECK(row.within);
      }
      CHECK(run.holds);
    }
  }
}

TEST_CASE("claims: a timed one finishes and says how much it did", "[claims]") {
  const ClaimRun run = run_claim({"zeros_save_time"}).value();
  CHECK(run.kind == "timed");
  CHECK(run.holds);
  for (const ClaimRowRun& row : run.rows) CHECK(row.value >= 1e6);
}

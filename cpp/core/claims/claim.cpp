#include "core/claims/claim.hpp"

#include <algorithm>

#include "core/claims/topics.hpp"
#include "core/decimal.hpp"

namespace actlab {

const std::vector<Claim>& claims() {
  static const std::vector<Claim> all = [] {
    std::vector<Claim> list;
    for (const auto topic : {slope_claims(), gradient_claims(), variance_claims(), form_claims(),
                             default_claims(), unit_claims(), training_claims(), timed_claims()}) {
      for (const Claim& claim : topic) list.push_back(claim);
    }
    return list;
  }();
  return all;
}

std::string_view name_of(Verdict verdict) {
  constexpr std::string_view names[] = {"true", "conditional", "false"};
  return names[static_cast<std::size_t>(verdict)];
}
std::string_view name_of(ClaimKind kind) { return kind == ClaimKind::timed ? "timed" : "measured"; }

const Schema<ClaimRequest>& claim_schema() {
  using R = ClaimRequest;
  static const Schema<R> schema = [] {
    std::vector<Choice> ids;
    std::size_t most_rows = 0;
    for (const Claim& claim : claims()) {
      ids.push_back({claim.id, {claim.id, claim.id}});
      most_rows = std::max(most_rows, claim.rows.size());
    }
    return Schema<R>{
        nullptr,
        "",
        {
            {choice_field("claim", {"Claim", "说法"}, ids), &R::claim},
            {integer_field("row", {"Row (0: all)", "行（0：全部）"}, {0, static_cast<double>(most_rows)}),
             &R::row},
            {integer_field("seed", {"Seed", "随机种子"}, {0, 4294967295}), &R::seed},
        }};
  }();
  return schema;
}

ClaimRun run_rows(const Claim& claim, int row, std::uint32_t seed) {
  ClaimRun run{claim.id, name_of(claim.kind), name_of(claim.verdict), true, {}};
  int number = 0;
  for (const ClaimRow& r : claim.rows) {
    ++number;
    if (row != 0 && row != number) continue;
    const double value = r.measure(r.setup, seed);
    const auto [low, high] = r.expected;
    const bool within = low <= value && value <= high;  // false for NaN
    run.holds = run.holds && within;
    run.rows.push_back({r.name, value, low, high, within});
  }
  return run;
}

Result<ClaimRun> run_claim(const ClaimRequest& request) {
  const auto& all = claims();
  const Claim& claim =
      *std::find_if(all.begin(), all.end(), [&](const Claim& c) { return c.id == request.claim; });
  const auto rows = static_cast<int>(claim.rows.size());
  if (request.row > rows) {
    const std::string most = decimal(rows, 3);
    return Error{
        "row", {"row must not exceed " + most + " for this claim.", "此说法的 row 不得超过 " + most + "。"}};
  }
  return run_rows(claim, request.row, request.seed);
}

}  // namespace actlab

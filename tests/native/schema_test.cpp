#include "core/schema/schema.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "activation_cases.hpp"
#include "core/curve.hpp"
#include "core/labs/depth_map.hpp"
#include "core/labs/gradient_flow.hpp"
#include "core/labs/neuron_chain.hpp"
#include "core/labs/phase_diagram.hpp"
#include "core/labs/self_normalisation.hpp"
#include "core/vector_curve.hpp"

using namespace actlab;

namespace {

Value number(double x) { return {x}; }
Value text(const char* s) { return {std::string(s)}; }
Value object(Value::Object members = {}) { return {std::move(members)}; }
const Value null_value{Value::Other{"null"}};

/// A request with one field given.
Value with(const std::string& name, const Value& value) { return object({{name, value}}); }

template <class Request>
void check_refused(const Schema<Request>& schema, const std::string& name, const Value& value) {
  const auto decoded = schema.decode(with(name, value));
  REQUIRE_FALSE(decoded.ok());
  CHECK(decoded.error().field == name);
  CHECK(decoded.error().message.en.find(name) != std::string::npos);
  CHECK(decoded.error().message.zh.find(name) != std::string::npos);
}

/// Every field of the schema with every kind of bad value, and with its limits, which are allowed.
template <class Request>
void check_boundary(const Schema<Request>& schema) {
  REQUIRE(schema.decode(object()).ok());
  for (const Field& field : schema.fields()) {
    INFO("field " << field.name);
    check_refused(schema, field.name, null_value);
    check_refused(schema, field.name, {Value::Other{"function"}});
    switch (field.type) {
      case Field::Type::integer:
        check_refused(schema, field.name, number(field.min + 0.5));
        [[fallthrough]];
      case Field::Type::real: {
        CHECK(schema.decode(with(field.name, number(field.min))).ok());
        CHECK(schema.decode(with(field.name, number(field.max))).ok());
        const double inf = std::numeric_limits<double>::infinity();
        for (const double bad : {std::numeric_limits<double>::quiet_NaN(), inf, -inf, field.min - 1,
                                 field.max + 1, 1e300, -1e300}) {
          check_refused(schema, field.name, number(bad));
        }
        check_refused(schema, field.name, text("3"));
        check_refused(schema, field.name, object());
        break;
      }
      case Field::Type::choice:
      case Field::Type::activation:
        for (const Choice& choice : field.choices) {
          CHECK(schema.decode(with(field.name, text(choice.id.c_str()))).ok());
        }
        check_refused(schema, field.name, text("no_such_thing"));
        check_refused(schema, field.name, text(""));
        check_refused(schema, field.name, number(0));
        break;
      case Field::Type::parameters:
        check_refused(schema, field.name, number(1));
        check_refused(schema, field.name, text("alpha"));
        break;
    }
  }
  const auto unknown = schema.decode(with("no_such_field", number(1)));
  REQUIRE_FALSE(unknown.ok());
  CHECK(unknown.error().field == "no_such_field");
  const auto no_object = schema.decode(number(1));
  REQUIRE_FALSE(no_object.ok());
  CHECK(no_object.error().field == "request");
}

}  // namespace

TEST_CASE("schema: every field of every request refuses what it must, by name", "[schema]") {
  SECTION("sampleCurve") { check_boundary(curve_schema()); }
  SECTION("evaluate") { check_boundary(point_schema()); }
  SECTION("gradientFlow") { check_boundary(random_network_schema()); }
  SECTION("neuronChain") { check_boundary(neuron_chain_schema()); }
  SECTION("phaseRow") { check_boundary(phase_row_schema()); }
  SECTION("selfNormalisation") { check_boundary(self_normalisation_schema()); }
  SECTION("depthMapColumn") { check_boundary(depth_map_schema()); }
  SECTION("evaluateLogits") { check_boundary(logits_schema()); }
  SECTION("sampleGate") { check_boundary(gate_schema()); }
}

TEST_CASE("schema: every parameter of every activation is checked against its range", "[schema]") {
  for (const Activation& row : registry()) {
    for (const Parameter& p : row.info.parameters) {
      INFO(row.info.id << " " << p.name);
      const auto decode = [&](const Value& value) {
        return point_schema().decode(object(
            {{"activation", text(row.info.id.data())}, {"parameters", with(std::string(p.name), value)}}));
      };
      const auto decoded = decode(number(p.initial));
      REQUIRE(decoded.ok());
      CHECK(decoded.value().function.activation == &row);
      for (const double bad : {testing::just_below(p.min), testing::just_above(p.max), infinity, -infinity,
                               std::numeric_limits<double>::quiet_NaN(), p.min - 1, p.max + 1}) {
        const auto refused = decode(number(bad));
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().field == p.name);
        CHECK(!refused.error().message.en.empty());
        CHECK(!refused.error().message.zh.empty());
      }
      CHECK_FALSE(decode(text("1")).ok());
    }
    const auto unknown = point_schema().decode(object(
        {{"activation", text(row.info.id.data())}, {"parameters", with("no_such_parameter", number(1))}}));
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().field == "no_such_parameter");
  }
}

TEST_CASE("schema: a message names the range and the given value in both languages", "[schema]") {
  const auto refused = random_network_schema().decode(with("depth", number(1000)));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message.en == "depth must be a whole number from 1 to 200, not 1000.");
  CHECK(refused.error().message.zh == "depth 应为 1 到 200 之间的整数，而不是 1000。");
}

TEST_CASE("schema: a number just beyond a limit is not written as that limit", "[schema]") {
  const auto refusal = [](const char* name, double x) {
    const auto refused = random_network_schema().decode(with(name, number(x)));
    REQUIRE_FALSE(refused.ok());
    return refused.error().message;
  };
  CHECK(refusal("gain", 20.00000000001).en == "gain must be a number from 0.1 to 20, not 20.00000000001.");
  CHECK(refusal("gain", 20.00000000001).zh == "gain 应为 0.1 到 20 之间的数，而不是 20.00000000001。");
  CHECK(refusal("depth", 1.00000000001).en ==
        "depth must be a whole number from 1 to 200, not 1.00000000001.");
  CHECK(refusal("depth", 1.00000000001).zh == "depth 应为 1 到 200 之间的整数，而不是 1.00000000001。");
  CHECK(refusal("gain", -0.1).en == "gain must be a number from 0.1 to 20, not -0.1.");
  CHECK(refusal("gain", 7e200).en == "gain must be a number from 0.1 to 20, not 7e+200.");
  CHECK(refusal("gain", -7e-251).en == "gain must be a number from 0.1 to 20, not -7e-251.");
}

TEST_CASE("schema: a request too large to run names the field to lower", "[schema]") {
  const auto run = [](double depth, double width, double batch) {
    return gradient_flow(
        random_network_schema()
            .decode(object({{"depth", number(depth)}, {"width", number(width)}, {"batch", number(batch)}}))
            .value());
  };
  const auto too_wide = run(100, 512, 1);
  REQUIRE_FALSE(too_wide.ok());
  CHECK(too_wide.error().field == "width");
  const auto too_many = run(64, 512, 256);
  REQUIRE_FALSE(too_many.ok());
  CHECK(too_many.error().field == "batch");
}

TEST_CASE("schema: a curve must run from left to right", "[schema]") {
  const auto request = curve_schema().decode(object({{"from", number(1)}, {"to", number(1)}}));
  REQUIRE(request.ok());
  const auto curve = sample_curve(request.value());
  REQUIRE_FALSE(curve.ok());
  CHECK(curve.error().field == "to");
}

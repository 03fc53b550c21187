#include "core/registry.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "activation_cases.hpp"

using namespace actlab;
using namespace actlab::testing;

TEST_CASE("registry: a function is found by its id") {
  REQUIRE(!registry().empty());
  std::set<std::string_view> ids;
  for (const Activation& row : registry()) {
    CHECK(find_activation(row.info.id) == &row);
    CHECK(ids.insert(row.info.id).second);
  }
  CHECK(find_activation("") == nullptr);
  CHECK(find_activation("ReLU") == nullptr);
  CHECK(find_activation("relu ") == nullptr);
}

TEST_CASE("registry: each row is complete") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      const Info& info = row.info;
      CHECK(std::all_of(info.id.begin(), info.id.end(),
                        [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }));
      CHECK(!info.name.en.empty());
      CHECK(!info.name.zh.empty());
      REQUIRE(info.parameters.size() <= max_parameters);

      int learned = 0;
      std::set<std::string_view> names;
      for (const Parameter& parameter : info.parameters) {
        INFO(parameter.name);
        CHECK(names.insert(parameter.name).second);
        CHECK(!parameter.symbol.empty());
        CHECK(parameter.min < parameter.max);
        CHECK(parameter.min <= parameter.initial);
        CHECK(parameter.initial <= parameter.max);
        std::set<std::string_view> sources;
        for (const Preset& preset : parameter.presets) {
          INFO(preset.source);
          CHECK(std::set<std::string_view>{"paper", "pytorch", "keras", "onnx", "source_post"}.count(
                    preset.source) == 1);
          CHECK(sources.insert(preset.source).second);
          CHECK(parameter.min <= preset.value);
          CHECK(preset.value <= parameter.max);
        }
        learned += parameter.learned;
      }
      // The derivative by a parameter is that of the first one.
      CHECK(learned == (row.dparameter ? 1 : 0));
      CHECK((row.dparameter == nullptr) == (row.dparameter_by_dual_number == nullptr));
      if (learned) CHECK(info.parameters[0].learned);
      CHECK((!info.ascending_parameters || info.parameters.size() == 2));
    }
  }
}

TEST_CASE("registry: parameters out of order are refused by name") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      CHECK(!out_of_order(row, row.defaults()));
      if (row.info.ascending_parameters) {
        const Parameter &first = row.info.parameters[0], &second = row.info.parameters[1];
        const double middle = (std::fmax(first.min, second.min) + std::fmin(first.max, second.max)) / 2;
        CHECK(!out_of_order(row, {middle, middle}));
        const auto error = out_of_order(row, {just_above(middle), middle});
        REQUIRE(error);
        CHECK(error->field == first.name);
        CHECK(!error->message.en.empty());
        CHECK(!error->message.zh.empty());
      }
    }
  }
}

TEST_CASE("registry: a parameter that a function does not have changes nothing") {
  for (const Activation& row : registry()) {
    DYNAMIC_SECTION(row.info.id) {
      Parameters p = row.defaults();
      for (std::size_t i = row.info.parameters.size(); i < max_parameters; ++i) p[i] = 17;
      for (double x : {-1.5, -0.25, 0.75, 3.5}) {
        CHECK(row.f(x, p) == row.f(x, row.defaults()));
        CHECK(row.df(x, p) == row.df(x, row.defaults()));
      }
    }
  }
}

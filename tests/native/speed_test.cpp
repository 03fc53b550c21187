#include "core/labs/speed.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace actlab;

TEST_CASE("speed: the number of results grows with the rounds", "[labs]") {
  for (const char* work : {"value", "value_and_derivative", "dense_layer"}) {
    SpeedRequest r = speed_schema().initial();
    r.work = work;
    r.inputs = 8;
    r.rounds = 1;
    const double once = speed(r).value().results;
    CHECK(once >= 8);
    r.rounds = 3;
    CHECK(speed(r).value().results == 3 * once);
  }
}

TEST_CASE("speed: work that takes too long for a call is refused", "[labs]") {
  SpeedRequest r = speed_schema().initial();
  r.work = "dense_layer";
  r.inputs = 1024;
  r.rounds = 128;
  CHECK(speed(r).ok());
  r.rounds = 129;
  CHECK(speed(r).error().field == "rounds");
}

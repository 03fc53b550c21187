#include "bindings/sessions.hpp"

#include <catch2/catch_test_macros.hpp>

using actlab::Sessions;

TEST_CASE("sessions: a number finds its run until it ends", "[bindings]") {
  Sessions<int> sessions;
  const double first = sessions.begin(std::make_unique<int>(7));
  REQUIRE(sessions.find(first));
  CHECK(*sessions.find(first) == 7);
  sessions.end(first);
  CHECK_FALSE(sessions.find(first));
  CHECK(sessions.begin(std::make_unique<int>(8)) != first);
  for (const double unknown : {0.0, -1.0, 0.5, 1e300}) CHECK_FALSE(sessions.find(unknown));
}

TEST_CASE("sessions: the one idle for longest loses its place", "[bindings]") {
  Sessions<int, 3> sessions;
  const double a = sessions.begin(std::make_unique<int>(1));
  const double b = sessions.begin(std::make_unique<int>(2));
  const double c = sessions.begin(std::make_unique<int>(3));
  CHECK(sessions.find(a));  // so b is the one idle for longest
  const double d = sessions.begin(std::make_unique<int>(4));
  CHECK_FALSE(sessions.find(b));
  CHECK(sessions.find(a));
  CHECK(sessions.find(c));
  CHECK(*sessions.find(d) == 4);
}

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "../reference/double_double.hpp"

namespace reference {

struct Known {
  std::string name;
  DoubleDouble (*function)(DoubleDouble);
  double x;
  DoubleDouble value;
};

TEST_CASE("reference: the double-double functions have 90 bits", "[math]") {
  const Known table[] = {
#include "../reference/elementary.inc"
  };
  for (const Known& known : table) {
    const DoubleDouble y = known.function(known.x);
    const DoubleDouble error = (y - known.value) / known.value;
    INFO(known.name << " at " << known.x << ": relative error " << error.high);
    const bool near_underflow = std::fabs(known.value.high) < 1e-290;  // its low part is subnormal
    CHECK(std::fabs(error.high) < (near_underflow ? 0x1p-60 : 0x1p-90));
  }
}

}  // namespace reference

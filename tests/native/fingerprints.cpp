#include <cstdio>
#include <cstdlib>

#include "core/fingerprint.hpp"
#include "core/labs/gradient_flow.hpp"

using namespace actlab;

/// Prints `hash  name` for everything that must have the same bits in every build, and then the bits
/// of one result that the page shows. An argument makes the sweep's step smaller or larger.
int main(int argc, char** argv) {
  const unsigned long step = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : fingerprint_step;
  for (const Fingerprint& print : fingerprints(static_cast<std::uint32_t>(step))) {
    std::printf("%s  %s\n", print.hash.c_str(), print.name.c_str());
  }
  const Activation* sigmoid = find_activation("sigmoid");
  const auto flow = gradient_flow({.function = {sigmoid, sigmoid->defaults()}});
  int layer = 0;
  for (const double x : flow.value().log10_delta) {
    std::printf("%016llx  log10_delta of layer %d\n", __builtin_bit_cast(unsigned long long, x), ++layer);
  }
}

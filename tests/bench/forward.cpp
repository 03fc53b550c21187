// Times the vector kernels of every activation function against copying the same memory. Ratios of one run
// compare well between machines; times do not.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <vector>

#include "core/registry.hpp"

namespace {

constexpr std::size_t count = 1 << 14;  // 64 KiB: larger than L1, smaller than L2
constexpr int rounds = 41;
constexpr int repeats = 20;

/// Nanoseconds per element: the median over the rounds.
template <class Work>
double time_of(Work work) {
  std::array<double, rounds> times;
  for (double& time : times) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < repeats; ++i) work();
    const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
    time = spent.count() / (repeats * double(count));
  }
  std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
  return times[rounds / 2];
}

}  // namespace

int main() {
  std::vector<float> x(count), y(count), dy(count);
  for (std::size_t i = 0; i < count; ++i) x[i] = float(i) / float(count) * 16 - 8;  // from -8 to 8

  const double copy = time_of([&] {
    std::memcpy(y.data(), x.data(), count * sizeof(float));
    asm volatile("" ::"r"(y.data()) : "memory");  // the copy must really be made
  });
  std::printf("memcpy: %.3f ns per float; below: times as long\n%-16s %10s %22s\n", copy, "function",
              "forward", "forward and derivative");
  for (const actlab::Activation& activation : actlab::registry()) {
    const actlab::Parameters p = activation.defaults();
    const double forward = time_of([&] { activation.forward(x, y, p); });
    const double both = time_of([&] { activation.forward_with_derivative(x, y, dy, p); });
    std::printf("%-16s %10.1f %22.1f\n", activation.info.id.c_str(), forward / copy, both / copy);
  }
}

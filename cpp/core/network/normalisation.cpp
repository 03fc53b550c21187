#include "core/network/normalisation.hpp"

#include <array>
#include <utility>

#include "core/math/scalar.hpp"

namespace actlab {
namespace {

constexpr double epsilon = 1e-5;  ///< PyTorch's default for all three

struct Named {
  Choice choice;
  Normalisation kind;
};

const std::array<Named, 4>& all() {
  static const std::array<Named, 4> list{{
      {{"none", {"none", "无"}}, Normalisation::none},
      {{"batch", {"batch normalisation", "批归一化"}}, Normalisation::batch},
      {{"layer", {"layer normalisation", "层归一化"}}, Normalisation::layer},
      {{"rms", {"RMS normalisation", "RMS 归一化"}}, Normalisation::rms},
  }};
  return list;
}

/// The entries that are normalised together: a column (batch) or a row (layer, rms) of the matrix.
struct Group {
  std::size_t first, step, count;
};

std::vector<Group> groups(Normalisation kind, const Matrix& m) {
  std::vector<Group> list;
  if (kind == Normalisation::batch) {
    for (std::size_t j = 0; j < m.columns; ++j) list.push_back({j, m.columns, m.rows});
  } else {
    for (std::size_t i = 0; i < m.rows; ++i) list.push_back({i * m.columns, 1, m.columns});
  }
  return list;
}

/// The mean of term(index) over the group.
template <class Term>
double mean(const Group& group, Term&& term) {
  double sum = 0;
  for (std::size_t k = 0; k < group.count; ++k) sum += term(group.first + k * group.step);
  return sum / static_cast<double>(group.count);
}

}  // namespace

std::vector<Choice> normalisation_choices() {
  std::vector<Choice> choices;
  for (const Named& named : all()) choices.push_back(named.choice);
  return choices;
}

Normalisation normalisation_of(std::string_view id) {
  for (const Named& named : all()) {
    if (named.choice.id == id) return named.kind;
  }
  return Normalisation::none;
}

Normalised normalise(Normalisation kind, const Matrix& z) {
  Normalised result{Matrix(z.rows, z.columns), {}};
  for (const Group& group : groups(kind, z)) {
    const auto at = [&](std::size_t i) { return static_cast<double>(z.values[i]); };
    const double centre = kind == Normalisation::rms ? 0 : mean(group, at);
    const double variance = mean(group, [&](std::size_t i) { return (at(i) - centre) * (at(i) - centre); });
    const double inverse = 1 / sqrt(variance + epsilon);
    for (std::size_t k = 0; k < group.count; ++k) {
      const std::size_t i = group.first + k * group.step;
      result.z.values[i] = static_cast<float>((at(i) - centre) * inverse);
    }
    result.inverse.push_back(static_cast<float>(inverse));
  }
  return result;
}

void normalise_backward(Normalisation kind, const Normalised& forward, Matrix& gradient) {
  std::size_t g = 0;
  for (const Group& group : groups(kind, gradient)) {
    const auto grad = [&](std::size_t i) { return static_cast<double>(gradient.values[i]); };
    const auto z = [&](std::size_t i) { return static_cast<double>(forward.z.values[i]); };
    const double centre = kind == Normalisation::rms ? 0 : mean(group, grad);
    const double along = mean(group, [&](std::size_t i) { return grad(i) * z(i); });
    const auto inverse = static_cast<double>(forward.inverse[g++]);
    for (std::size_t k = 0; k < group.count; ++k) {
      const std::size_t i = group.first + k * group.step;
      gradient.values[i] = static_cast<float>((grad(i) - centre - z(i) * along) * inverse);
    }
  }
}

}  // namespace actlab

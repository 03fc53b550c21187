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

Group group(Normalisation kind, std::size_t index, std::size_t rows, std::size_t columns) {
  if (kind == Normalisation::batch) return {index, columns, rows};
  return {index * columns, 1, columns};
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

std::size_t normalised_groups(Normalisation kind, std::size_t rows, std::size_t columns) {
  return kind == Normalisation::batch ? columns : rows;
}

double inverse_deviation(double variance) { return 1 / sqrt(variance + epsilon); }
double variance_of(double inverse_deviation) { return 1 / (inverse_deviation * inverse_deviation) - epsilon; }

void normalise(Normalisation kind, std::size_t columns, std::span<const float> z, std::span<float> normalised,
               std::span<float> means, std::span<float> inverses) {
  const std::size_t rows = z.size() / columns;
  const auto at = [&](std::size_t i) { return static_cast<double>(z[i]); };
  for (std::size_t g = 0; g < normalised_groups(kind, rows, columns); ++g) {
    const Group members = group(kind, g, rows, columns);
    const double centre = kind == Normalisation::rms ? 0 : mean(members, at);
    const double variance = mean(members, [&](std::size_t i) { return (at(i) - centre) * (at(i) - centre); });
    const double inverse = inverse_deviation(variance);
    for (std::size_t k = 0; k < members.count; ++k) {
      const std::size_t i = members.first + k * members.step;
      normalised[i] = static_cast<float>((at(i) - centre) * inverse);
    }
    means[g] = static_cast<float>(centre);
    inverses[g] = static_cast<float>(inverse);
  }
}

void normalise_backward(Normalisation kind, std::size_t columns, std::span<const float> normalised,
                        std::span<const float> inverses, std::span<float> gradient) {
  const std::size_t rows = gradient.size() / columns;
  const auto grad = [&](std::size_t i) { return static_cast<double>(gradient[i]); };
  const auto z = [&](std::size_t i) { return static_cast<double>(normalised[i]); };
  for (std::size_t g = 0; g < normalised_groups(kind, rows, columns); ++g) {
    const Group members = group(kind, g, rows, columns);
    const double centre = kind == Normalisation::rms ? 0 : mean(members, grad);
    const double along = mean(members, [&](std::size_t i) { return grad(i) * z(i); });
    const auto inverse = static_cast<double>(inverses[g]);
    for (std::size_t k = 0; k < members.count; ++k) {
      const std::size_t i = members.first + k * members.step;
      gradient[i] = static_cast<float>((grad(i) - centre - z(i) * along) * inverse);
    }
  }
}

Normalised normalise(Normalisation kind, const Matrix& z) {
  const std::size_t groups = normalised_groups(kind, z.rows, z.columns);
  Normalised result{Matrix(z.rows, z.columns), std::vector<float>(groups)};
  std::vector<float> means(groups);
  normalise(kind, z.columns, z.values, result.z.values, means, result.inverse);
  return result;
}

void normalise_backward(Normalisation kind, const Normalised& forward, Matrix& gradient) {
  normalise_backward(kind, gradient.columns, forward.z.values, forward.inverse, gradient.values);
}

}  // namespace actlab

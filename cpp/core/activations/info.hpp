#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string_view>

#include "core/text.hpp"

/// What a row of the registry says of its function. The facts are tested against the function.
/// All texts are literals, so they are views that never end.
namespace actlab {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// At most `capacity` items, kept in place: a row of the registry is then a constant.
template <class T, std::size_t capacity>
class FewOf {
 public:
  constexpr FewOf() = default;
  constexpr FewOf(std::initializer_list<T> items) {
    for (const T& item : items) items_[size_++] = item;
  }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const T* begin() const { return items_; }
  [[nodiscard]] constexpr const T* end() const { return items_ + size_; }
  constexpr const T& operator[](std::size_t i) const { return items_[i]; }

 private:
  T items_[capacity]{};
  std::size_t size_ = 0;
};

/// A default of one source: "paper", "pytorch", "keras", "onnx" or "source_post".
struct Preset {
  std::string_view source;
  double value;
};

struct Parameter {
  std::string_view name;    ///< as in a request and a URL: "alpha"
  std::string_view symbol;  ///< as in a formula: "α"
  double initial;           ///< the default
  double min, max;          ///< the range that the core accepts
  FewOf<Preset, 5> presets;
  bool learned = false;  ///< f has a derivative by it, to train it; the labs train PReLU's alone; at most one
};

inline constexpr std::size_t max_parameters = 2;
/// Values of a function's parameters, in the order of `Info::parameters`; what stands behind them is ignored.
using Parameters = std::array<double, max_parameters>;

/// Where libraries keep the function; empty where a library has none.
struct LibraryNames {
  std::string_view pytorch, keras, onnx;
};

/// A name in both languages.
struct Name {
  std::string_view en, zh;

  operator Text() const { return {std::string(en), std::string(zh)}; }
};

struct Info {
  std::string_view id;  ///< snake_case, as in torch.nn.functional
  Name name;
  LibraryNames libraries;
  FewOf<Parameter, max_parameters> parameters;
  bool ascending_parameters = false;  ///< the first must not exceed the second (RReLU: lower ≤ upper)
};

/// The values between two ends; `attained` tells whether the end itself is taken.
struct Range {
  double min;
  bool min_attained;
  double max;
  bool max_attained;
};

/// A local minimum or maximum at x.
struct Extremum {
  double x, y;
};

/// A point where two pieces of f meet, and the slope that f' gives there by convention: the one that
/// PyTorch's autograd returns, else that of the piece which includes the point. Whether f, f' or only
/// f'' jumps there can be seen from the values on both sides.
struct Kink {
  double x;
  double slope;
};

enum class Saturation {
  none,  ///< f' does not tend to 0 on that side
  soft,  ///< f' -> 0 without reaching it
  hard,  ///< f' = 0 from some point on
};

/// Properties of a function with its parameters filled in.
struct Facts {
  Range values;
  Range slopes;
  FewOf<Extremum, 2> extrema;        ///< of f, inner and attained
  FewOf<Extremum, 2> slope_extrema;  ///< of f', inner, attained and away from the kinks
  FewOf<Kink, 2> kinks;
  bool monotone;           ///< f never falls
  Saturation left, right;  ///< as x -> -inf, +inf
};

/// "none", "soft" or "hard".
inline std::string_view name_of(Saturation side) {
  switch (side) {
    case Saturation::none:
      return "none";
    case Saturation::soft:
      return "soft";
    case Saturation::hard:
      return "hard";
  }
  return "";
}

// visit(name, value) for each field, for those who list a row's contents.

template <class Visit>
void visit_fields(const Range& r, Visit&& visit) {
  visit("min", r.min);
  visit("min_attained", r.min_attained);
  visit("max", r.max);
  visit("max_attained", r.max_attained);
}
template <class Visit>
void visit_fields(const Extremum& e, Visit&& visit) {
  visit("x", e.x);
  visit("y", e.y);
}
template <class Visit>
void visit_fields(const Kink& k, Visit&& visit) {
  visit("x", k.x);
  visit("slope", k.slope);
}
template <class Visit>
void visit_fields(const Facts& f, Visit&& visit) {
  visit("values", f.values);
  visit("slopes", f.slopes);
  visit("extrema", f.extrema);
  visit("slope_extrema", f.slope_extrema);
  visit("kinks", f.kinks);
  visit("monotone", f.monotone);
  visit("left", name_of(f.left));
  visit("right", name_of(f.right));
}
template <class Visit>
void visit_fields(const Preset& p, Visit&& visit) {
  visit("source", p.source);
  visit("value", p.value);
}
template <class Visit>
void visit_fields(const Parameter& p, Visit&& visit) {
  visit("name", p.name);
  visit("symbol", p.symbol);
  visit("initial", p.initial);
  visit("min", p.min);
  visit("max", p.max);
  visit("learned", p.learned);
  visit("presets", p.presets);
}
template <class Visit>
void visit_fields(const LibraryNames& names, Visit&& visit) {
  visit("pytorch", names.pytorch);
  visit("keras", names.keras);
  visit("onnx", names.onnx);
}
template <class Visit>
void visit_fields(const Info& info, Visit&& visit) {
  visit("id", info.id);
  visit("name", Text(info.name));
  visit("libraries", info.libraries);
  visit("parameters", info.parameters);
}

}  // namespace actlab

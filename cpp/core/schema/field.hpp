#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"

namespace actlab {

/// One of the answers that a choice allows.
struct Choice {
  std::string id;
  Text label;
};

/// How a control should spread a number's range.
enum class Scale { linear, log };

/// A field of a request, as the page's controls, the URL's parser and the error texts know it.
struct Field {
  enum class Type {
    integer,
    real,
    choice,
    activation,  ///< an id of the registry
    parameters,  ///< an object: the activation's parameters by name
  };

  std::string name;
  Text label;
  Type type;
  double min = 0, max = 0;   ///< of a number, both ends allowed
  double initial = 0;        ///< of a number
  std::string initial_id{};  ///< of a choice or an activation
  Scale scale = Scale::linear;
  std::vector<Choice> choices{};
};

/// Both ends are allowed.
struct Bounds {
  double min, max;
};

// A field's initial value is that of the request's own member initialiser; the schema fills it in.

inline Field integer_field(std::string name, Text label, Bounds bounds, Scale scale = Scale::linear) {
  return {.name = std::move(name),
          .label = std::move(label),
          .type = Field::Type::integer,
          .min = bounds.min,
          .max = bounds.max,
          .scale = scale};
}

inline Field real_field(std::string name, Text label, Bounds bounds, Scale scale = Scale::linear) {
  Field field = integer_field(std::move(name), std::move(label), bounds, scale);
  field.type = Field::Type::real;
  return field;
}

inline Field choice_field(std::string name, Text label, std::vector<Choice> choices) {
  return {.name = std::move(name),
          .label = std::move(label),
          .type = Field::Type::choice,
          .choices = std::move(choices)};
}

/// "integer", "real", "choice", "activation" or "parameters".
inline std::string_view name_of(Field::Type type) {
  switch (type) {
    case Field::Type::integer:
      return "integer";
    case Field::Type::real:
      return "real";
    case Field::Type::choice:
      return "choice";
    case Field::Type::activation:
      return "activation";
    case Field::Type::parameters:
      return "parameters";
  }
  return "";
}

/// visit(name, value) for each field but the initial value, whose type depends on the field's.
template <class Visit>
void visit_fields(const Choice& c, Visit&& visit) {
  visit("id", c.id);
  visit("label", c.label);
}
template <class Visit>
void visit_fields(const Field& f, Visit&& visit) {
  visit("name", f.name);
  visit("label", f.label);
  visit("type", name_of(f.type));
  visit("min", f.min);
  visit("max", f.max);
  visit("scale", std::string_view(f.scale == Scale::log ? "log" : "linear"));
  visit("choices", f.choices);
}

}  // namespace actlab

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/error.hpp"
#include "core/function.hpp"
#include "core/schema/field.hpp"
#include "core/schema/value.hpp"

/// The one table of a request's fields: from it come the catalogue, the checks and their texts.
namespace actlab {

/// The checks of a single field; each refuses what is not of the field's type or not in its range.
Result<double> read_number(const Field& field, const Value& value);
Result<std::string> read_choice(const Field& field, const Value& value);
/// `parameters` fills what it does not name with the function's defaults.
Result<Function> read_function(const Field& activation, const Field& parameters,
                               const Value& activation_value, const Value& parameters_value);

/// The member of the object with this name, or an absent value.
const Value& member(const Value::Object& object, const std::string& name);
/// Refuses members that are no field.
Result<const Value::Object*> read_object(const Value& value, const std::vector<Field>& fields);

/// Two fields that together name a function: `activation` and `parameters`.
std::pair<Field, Field> function_fields(const std::string& initial_id);

/// A field and the member of the request that it fills.
template <class Request>
struct Slot {
  Field field;
  std::variant<double Request::*, int Request::*, std::uint32_t Request::*, std::string Request::*> target;
};

/// The fields of a request type, in the order in which controls show them.
template <class Request>
struct Schema {
  /// Where the request keeps its function, and that function's id when none is named.
  Function Request::*function;
  std::string initial_function;
  std::vector<Slot<Request>> slots;

  [[nodiscard]] std::vector<Field> fields() const {
    const auto [activation, parameters] = function_fields(initial_function);
    std::vector<Field> all{activation, parameters};
    for (const auto& slot : slots) all.push_back(slot.field);
    return all;
  }

  /// The request that `value` describes; absent fields take their defaults.
  [[nodiscard]] Result<Request> decode(const Value& value) const {
    const auto object = read_object(value, fields());
    if (!object.ok()) return object.error();
    const Value::Object& members = *object.value();

    Request request{};
    const auto [activation, parameters] = function_fields(initial_function);
    const auto chosen = read_function(activation, parameters, member(members, activation.name),
                                      member(members, parameters.name));
    if (!chosen.ok()) return chosen.error();
    request.*function = chosen.value();

    for (const auto& slot : slots) {
      const Value& given = member(members, slot.field.name);
      if (const auto* text = std::get_if<std::string Request::*>(&slot.target)) {
        const auto id = read_choice(slot.field, given);
        if (!id.ok()) return id.error();
        request.** text = id.value();
        continue;
      }
      const auto number = read_number(slot.field, given);
      if (!number.ok()) return number.error();
      if (const auto* real = std::get_if<double Request::*>(&slot.target)) {
        request.** real = number.value();
      } else if (const auto* integer = std::get_if<int Request::*>(&slot.target)) {
        request.** integer = static_cast<int>(number.value());
      } else if (const auto* natural = std::get_if<std::uint32_t Request::*>(&slot.target)) {
        request.** natural = static_cast<std::uint32_t>(number.value());
      }
    }
    return request;
  }
};

}  // namespace actlab

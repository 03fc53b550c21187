#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
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

  /// The field with the initial value of a fresh request.
  [[nodiscard]] Field with_initial() const {
    static const Request fresh{};
    Field filled = field;
    std::visit(
        [&](auto member) {
          if constexpr (std::is_same_v<decltype(member), std::string Request::*>) {
            filled.initial_id = fresh.*member;
          } else {
            filled.initial = static_cast<double>(fresh.*member);
          }
        },
        target);
    return filled;
  }

  /// Checks `value` and puts it into the request.
  [[nodiscard]] std::optional<Error> fill(Request& request, const Value& value) const {
    const Field field_with_initial = with_initial();
    std::optional<Error> error;
    std::visit(
        [&](auto member) {
          using Held = std::remove_reference_t<decltype(request.*member)>;
          if constexpr (std::is_same_v<Held, std::string>) {
            const auto id = read_choice(field_with_initial, value);
            if (id.ok()) {
              request.*member = id.value();
            } else {
              error = id.error();
            }
          } else {
            const auto number = read_number(field_with_initial, value);
            if (number.ok()) {
              request.*member = static_cast<Held>(number.value());
            } else {
              error = number.error();
            }
          }
        },
        target);
    return error;
  }
};

/// The fields of a request type, in the order in which controls show them.
template <class Request>
struct Schema {
  /// Where the request keeps its function, and that function's id when none is named; null and empty
  /// for a request without one.
  Function Request::*function;
  std::string initial_function;
  std::vector<Slot<Request>> slots;

  [[nodiscard]] std::vector<Field> fields() const {
    std::vector<Field> all;
    if (function) {
      auto [activation, parameters] = function_fields(initial_function);
      all = {std::move(activation), std::move(parameters)};
    }
    for (const auto& slot : slots) all.push_back(slot.with_initial());
    return all;
  }

  /// The request that `value` describes; absent fields take their initial values.
  [[nodiscard]] Result<Request> decode(const Value& value) const {
    const auto object = read_object(value, fields());
    if (!object.ok()) return object.error();
    const Value::Object& members = *object.value();

    Request request{};
    if (function) {
      const auto [activation, parameters] = function_fields(initial_function);
      const auto chosen = read_function(activation, parameters, member(members, activation.name),
                                        member(members, parameters.name));
      if (!chosen.ok()) return chosen.error();
      request.*function = chosen.value();
    }
    for (const auto& slot : slots) {
      if (const auto error = slot.fill(request, member(members, slot.field.name))) return *error;
    }
    return request;
  }

  /// A request whose fields all have their initial values.
  [[nodiscard]] Request initial() const { return decode({Value::Object{}}).value(); }
};

}  // namespace actlab

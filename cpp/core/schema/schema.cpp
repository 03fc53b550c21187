#include "core/schema/schema.hpp"

#include <algorithm>
#include <cmath>

#include "core/decimal.hpp"

namespace actlab {
namespace {

std::string written(double x) { return decimal(x, 10); }

/// A refused number with 15 digits, so that one just beyond a limit is not written as that limit; with 10
/// where the powers of ten in decimal() are rounded.
std::string written_in_full(double x) {
  const double size = std::fabs(x);
  return decimal(x, 1e-30 < size && size < 1e30 ? 15 : 10);
}

std::string type_of(const Value& value) {
  switch (value.held.index()) {
    case 0:
      return "undefined";
    case 1:
      return "number";
    case 2:
      return "string";
    case 3:
      return "object";
    default:
      return std::get_if<Value::Other>(&value.held)->type;
  }
}

Error wrong_type(const std::string& field, const Text& wanted, const Value& value) {
  const std::string given = type_of(value);
  return {field,
          {field + " must be " + wanted.en + ", not a value of type " + given + ".",
           field + " 应为" + wanted.zh + "，而不是 " + given + " 类型的值。"}};
}

Error out_of_range(const Field& field, double x) {
  const std::string range_en = written(field.min) + " to " + written(field.max);
  const std::string range_zh = written(field.min) + " 到 " + written(field.max);
  const bool whole = field.type == Field::Type::integer;
  return {field.name,
          {field.name + " must be a" + (whole ? " whole" : "") + " number from " + range_en + ", not " +
               written_in_full(x) + ".",
           field.name + " 应为 " + range_zh + " 之间的" + (whole ? "整数" : "数") + "，而不是 " +
               written_in_full(x) + "。"}};
}

std::string joined(const std::vector<Choice>& choices) {
  std::string all;
  for (const auto& choice : choices) all += (all.empty() ? "" : ", ") + choice.id;
  return all;
}

/// `given`, cut to a length that a message can show, between two characters of its UTF-8.
std::string shown(const std::string& given) {
  std::size_t length = 40;
  if (given.size() <= length) return given;
  const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
  while (length > 0 && continues(given[length])) --length;
  return given.substr(0, length) + "…";
}

Error unknown_choice(const Field& field, const std::string& given) {
  return {field.name,
          {field.name + " must be one of: " + joined(field.choices) + "; not '" + shown(given) + "'.",
           field.name + " 应为以下之一：" + joined(field.choices) + "；而不是“" + shown(given) + "”。"}};
}

Error unknown_member(const std::string& given, const std::string& known) {
  return {shown(given),
          {"There is no field '" + shown(given) + "'; the fields are: " + known + ".",
           "没有名为“" + shown(given) + "”的字段；可用的字段有：" + known + "。"}};
}

}  // namespace

const Value& member(const Value::Object& object, const std::string& name) {
  static const Value absent{};
  const auto found =
      std::find_if(object.begin(), object.end(), [&](const Member& entry) { return entry.name == name; });
  return found == object.end() ? absent : found->value;
}

Result<const Value::Object*> read_object(const Value& value, const std::vector<Field>& fields) {
  const auto* object = std::get_if<Value::Object>(&value.held);
  if (!object) return wrong_type("request", {"an object", "一个对象"}, value);
  std::string known;
  for (const auto& field : fields) known += (known.empty() ? "" : ", ") + field.name;
  for (const auto& entry : *object) {
    const bool is_field = std::any_of(fields.begin(), fields.end(),
                                      [&](const Field& field) { return field.name == entry.name; });
    if (!is_field) return unknown_member(entry.name, known);
  }
  return object;
}

Result<double> read_number(const Field& field, const Value& value) {
  if (std::holds_alternative<std::monostate>(value.held)) return field.initial;
  const auto* number = std::get_if<double>(&value.held);
  if (!number) return wrong_type(field.name, {"a number", "数"}, value);
  const bool whole_enough = field.type != Field::Type::integer || std::floor(*number) == *number;
  const bool inside = *number >= field.min && *number <= field.max;  // false for NaN
  if (!inside || !whole_enough) return out_of_range(field, *number);
  return *number;
}

Result<std::string> read_choice(const Field& field, const Value& value) {
  if (std::holds_alternative<std::monostate>(value.held)) return field.initial_id;
  const auto* id = std::get_if<std::string>(&value.held);
  if (!id) return wrong_type(field.name, {"a text", "文本"}, value);
  const bool known =
      std::any_of(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.id == *id; });
  if (!known) return unknown_choice(field, *id);
  return *id;
}

Result<Function> read_function(const Field& activation, const Field& parameters,
                               const Value& activation_value, const Value& parameters_value) {
  const auto id = read_choice(activation, activation_value);
  if (!id.ok()) return id.error();
  const Activation* row = find_activation(id.value());
  Function function{row, row->defaults()};
  if (std::holds_alternative<std::monostate>(parameters_value.held)) return function;

  const auto* given = std::get_if<Value::Object>(&parameters_value.held);
  if (!given) return wrong_type(parameters.name, {"an object", "一个对象"}, parameters_value);
  std::vector<Field> fields;
  for (const auto& p : row->info.parameters) {
    fields.push_back(real_field(std::string(p.name), Text(Name{p.symbol, p.symbol}), {p.min, p.max}));
    fields.back().initial = p.initial;
  }
  const auto known = read_object(parameters_value, fields);
  if (!known.ok()) return known.error();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto number = read_number(fields[i], member(*given, fields[i].name));
    if (!number.ok()) return number.error();
    function.parameters[i] = number.value();
  }
  if (const auto error = out_of_order(*row, function.parameters)) return *error;
  return function;
}

std::pair<Field, Field> function_fields(const std::string& initial_id) {
  std::vector<Choice> choices;
  for (const auto& row : registry()) choices.push_back({std::string(row.info.id), row.info.name});
  return {{.name = "activation",
           .label = {"Activation", "激活函数"},
           .type = Field::Type::activation,
           .initial_id = initial_id,
           .choices = std::move(choices)},
          {.name = "parameters", .label = {"Parameters", "参数"}, .type = Field::Type::parameters}};
}

}  // namespace actlab

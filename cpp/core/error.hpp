#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/text.hpp"

namespace actlab {

/// Why a request was refused: the field at fault and a sentence that says what it takes.
struct Error {
  std::string field;
  Text message;
};

/// A T, or the reason why there is none.
template <class T>
class Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(held_); }
  /// Precondition: ok().
  [[nodiscard]] const T& value() const { return *std::get_if<T>(&held_); }
  [[nodiscard]] T& value() { return *std::get_if<T>(&held_); }
  /// Precondition: !ok().
  [[nodiscard]] const Error& error() const { return *std::get_if<Error>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace actlab

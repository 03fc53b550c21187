#pragma once

#include <string>
#include <variant>
#include <vector>

namespace actlab {

struct Member;

/// What a request holds before it has been checked: a plain tree, as it came from JavaScript.
struct Value {
  /// A thing that no field takes (a function, a symbol …), with the name of its type.
  struct Other {
    std::string type;
  };
  using Object = std::vector<Member>;

  /// monostate: absent or undefined.
  std::variant<std::monostate, double, std::string, Object, Other> held;
};

/// A named entry of an object.
struct Member {
  std::string name;
  Value value;
};

}  // namespace actlab

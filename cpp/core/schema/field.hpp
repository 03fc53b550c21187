#pragma once

#include <string>
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
  Text unit{};
  double min = 0, max = 0;   ///< of a number, both ends allowed
  double initial = 0;        ///< of a number
  std::string initial_id{};  ///< of a choice or an activation
  Scale scale = Scale::linear;
  std::vector<Choice> choices{};
};

}  // namespace actlab

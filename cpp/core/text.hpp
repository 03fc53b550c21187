#pragma once

#include <string>

namespace actlab {

/// A text in both languages of the page (UTF-8).
struct Text {
  std::string en;
  std::string zh;
};

}  // namespace actlab

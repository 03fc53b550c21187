#include "core/data/data_set.hpp"

#include "core/math/scalar.hpp"

namespace actlab {

void standardise(DataSet& data) {
  const std::vector<float>& x = data.train.x;
  const auto count = static_cast<double>(x.size());
  double sum = 0, squares = 0;
  for (const float value : x) sum += static_cast<double>(value);
  data.mean = sum / count;
  for (const float value : x)
    squares += (static_cast<double>(value) - data.mean) * (static_cast<double>(value) - data.mean);
  data.deviation = squares > 0 ? sqrt(squares / count) : 1;
  for (Examples* part : {&data.train, &data.test}) {
    for (float& value : part->x)
      value = static_cast<float>((static_cast<double>(value) - data.mean) / data.deviation);
  }
}

}  // namespace actlab

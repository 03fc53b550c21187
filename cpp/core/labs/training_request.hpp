#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/data/data_set.hpp"
#include "core/network/loss.hpp"
#include "core/network/optimiser.hpp"
#include "core/network/trainable_network.hpp"
#include "core/schema/schema.hpp"

/// What a training run is asked for.
namespace actlab {

struct TrainingRequest {
  Function function;
  std::string data = "spirals";
  int examples = 300;  ///< of the drawn data sets; all images are used
  double noise = 0.05;
  std::string initialisation = "he_normal";
  double gain = 1;
  double sigma = 0.1;  ///< deviation of the weights where the initialisation is set by hand
  double bias = 0;     ///< where the hidden layers' biases start
  int depth = 4;       ///< hidden layers
  int width = 8;
  std::string normalisation = "none";
  std::string slopes = "shared";  ///< of PReLU
  std::string rrelu = "pytorch";
  std::string dropout = "none";
  double dropout_p = 0.5;
  std::string optimiser = "momentum";
  double rate = 0.03;
  double momentum = 0.9;
  double weight_decay = 0;  ///< of the weights alone
  double clip = 0;          ///< largest norm of the gradient; 0: none
  int batch = 32;
  std::uint32_t seed = 1;
};

const Schema<TrainingRequest>& training_schema();

/// Why the fields do not go together, naming the one to change.
std::optional<Error> refusal(const TrainingRequest& request, const DataSet& data);

/// The data that the request names; refuses images that have not been loaded.
Result<std::shared_ptr<const DataSet>> training_data(const TrainingRequest& request);
NetworkShape network_shape(const TrainingRequest& request, const DataSet& data);
/// Cross-entropy for classes, squared error for values.
Loss loss_for(const DataSet& data);

/// The data set alone, as a figure draws it.
struct DataRequest {
  std::string data = "spirals";
  int examples = 300;
  double noise = 0.05;
  std::uint32_t seed = 1;
};

/// Inputs example by example, as they were before they were standardised.
struct DataAnswer {
  double inputs, classes;  ///< numbers of an example; 0 classes for a curve
  std::vector<double> train_x, train_y, test_x, test_y;
};

const Schema<DataRequest>& data_schema();
Result<DataAnswer> sample_data(const DataRequest& request);

template <class Visit>
void visit_fields(const DataAnswer& r, Visit&& visit) {
  visit("inputs", r.inputs);
  visit("classes", r.classes);
  visit("train_x", r.train_x);
  visit("train_y", r.train_y);
  visit("test_x", r.test_x);
  visit("test_y", r.test_y);
}

}  // namespace actlab

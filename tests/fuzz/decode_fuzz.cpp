// Requests from arbitrary bytes: the bytes become a tree of values, which goes through every schema; what is
// accepted and cheap is run. Sanitizers watch; what is refused must say why.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/claims/topics.hpp"
#include "core/curve.hpp"
#include "core/labs/depth_map.hpp"
#include "core/labs/gradient_flow.hpp"
#include "core/labs/gradient_theory.hpp"
#include "core/labs/neuron_chain.hpp"
#include "core/labs/phase_diagram.hpp"
#include "core/labs/self_normalisation.hpp"
#include "core/labs/speed.hpp"
#include "core/labs/training.hpp"
#include "core/vector_curve.hpp"

namespace actlab {
namespace {

/// Takes values from the fuzzer's bytes until there are none left; then everything is 0.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

  std::uint8_t byte() {
    if (left_ == 0) return 0;
    --left_;
    return *data_++;
  }
  double number() {
    std::uint8_t bytes[sizeof(double)];
    for (auto& b : bytes) b = byte();
    double x;
    std::memcpy(&x, bytes, sizeof x);
    return x;
  }
  std::string text() {
    std::string all;
    for (int length = byte() % 64; length > 0; --length) all += static_cast<char>(byte());
    return all;
  }
  template <class Items>
  const auto& pick(const Items& items) {
    return items[(std::size_t{byte()} * 256 + byte()) % items.size()];
  }

 private:
  const std::uint8_t* data_;
  std::size_t left_;
};

using Words = std::vector<std::string>;

/// All names and ids that a request may hold: bytes alone would hardly ever spell one.
Words words_of(const std::vector<Field>& fields) {
  Words words;
  for (const Field& field : fields) {
    words.emplace_back(field.name);
    for (const Choice& choice : field.choices) words.emplace_back(choice.id);
  }
  for (const Activation& row : registry()) {
    for (const Parameter& p : row.info.parameters) words.emplace_back(p.name);
  }
  return words;
}

/// A tree of values; the names in its topmost object are mostly those of fields.
Value value_from(Bytes& bytes, const std::vector<Field>& fields, const Words& words, int depth = 0) {
  switch (bytes.byte() % 8) {
    case 0:
      return {};
    case 1:
      return {bytes.number()};
    case 2:
      return {static_cast<double>(bytes.byte())};
    case 3:
      return {bytes.byte() / 100.0 - 1};
    case 4:
      return {bytes.text()};
    case 5:
      return {bytes.pick(words)};
    case 6:
      return {Value::Other{bytes.text()}};
    default: {
      Value::Object members;
      for (int count = depth < 3 ? bytes.byte() % 12 : 0; count > 0; --count) {
        const int kind = bytes.byte() % 16;
        const std::string name = kind == 0               ? bytes.text()
                                 : kind < 4 || depth > 0 ? bytes.pick(words)
                                                         : bytes.pick(fields).name;
        members.push_back({name, value_from(bytes, fields, words, depth + 1)});
      }
      return {std::move(members)};
    }
  }
}

/// Gives the whole numbers that an object does not name their smallest values: what is small is run.
Value made_small(Value value, const std::vector<Field>& fields) {
  auto* object = std::get_if<Value::Object>(&value.held);
  if (!object) return value;
  for (const Field& field : fields) {
    const bool is_named = !std::holds_alternative<std::monostate>(member(*object, field.name).held);
    if (field.type == Field::Type::integer && !is_named) object->push_back({field.name, {field.min}});
  }
  return value;
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void check_refusal(const Error& error) {
  require(!error.message.en.empty() && !error.message.zh.empty(), "a refusal says why in both languages");
  require(error.message.en.size() < 2000 && error.message.zh.size() < 2000, "a message is short");
}

/// What decode() has accepted lies within the fields' limits.
template <class Request>
void check_limits(const Schema<Request>& schema, const Request& request) {
  if (schema.function) {
    const Function& function = request.*schema.function;
    const auto& parameters = function.activation->info.parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      const double x = function.parameters[i];
      require(x >= parameters[i].min && x <= parameters[i].max, "a parameter lies in its range");
    }
    require(!out_of_order(*function.activation, function.parameters), "parameters are in order");
  }
  for (const auto& slot : schema.slots) {
    std::visit(
        [&](auto member) {
          if constexpr (!std::is_same_v<decltype(member), std::string Request::*>) {
            const auto x = static_cast<double>(request.*member);
            require(x >= slot.field.min && x <= slot.field.max, "a number lies in its range");
          }
        },
        slot.target);
  }
}

// What a request costs, in values of a function or multiplications.

constexpr double moment = 3000;          ///< a Gaussian expectation by quadrature
constexpr double search = 250 * moment;  ///< one of the theory's searches over the variances

double cost(const CurveRequest& r) { return r.count; }
double cost(const PointRequest&) { return 1; }
double cost(const RandomNetwork& r) {
  return 10.0 * r.depth * r.width * r.width + 10.0 * r.depth * r.width * r.batch;
}
double cost_of_theory(const RandomNetwork& r) {
  const bool is_plain = r.normalisation == "none" && r.residual == "off";
  return r.depth * moment + (is_plain ? 2 * search : 0);
}
double cost(const LogitsRequest&) { return 1; }
double cost(const GateRequest& r) { return r.count; }
double cost(const NeuronChainRequest&) { return 1; }
double cost(const PhaseRowRequest& r) {
  const double depth = r.rows == "depth" ? 4 * (r.row + 1) : 30;
  const bool has_critical_point = r.first_column == 0 && r.normalisation == "none";
  return r.columns * depth * moment + (has_critical_point ? search : 0);
}
double cost(const DepthMapRequest& r) { return 32 * moment + (r.column == 0 ? search : 0); }
double cost(const ClaimRequest& r) {
  const auto is_one_of = [&](std::span<const Claim> topic) {
    return std::any_of(topic.begin(), topic.end(), [&](const Claim& claim) { return claim.id == r.claim; });
  };
  const double row = is_one_of(form_claims()) ? 1e5 : is_one_of(slope_claims()) ? 3e5 : 1e9;
  return r.row == 0 ? 4 * row : row;
}
double cost(const SelfNormalisationRequest& r) {
  return search + r.depth * (moment + 2.0 * r.width * r.width * r.batch);
}
double cost(const SpeedRequest& r) {
  return r.rounds * (r.work == "dense_layer" ? 32.0 * r.inputs * r.inputs : 4096.0);
}
double cost(const DataRequest& r) { return 10.0 * r.examples; }
double cost(const TrainingRequest& r) {
  const double weights = r.width * (4.0 + r.depth * r.width);
  const bool is_orthogonal = r.initialisation == "orthogonal";
  return 10 * weights * (r.examples + r.batch) + (is_orthogonal ? weights * r.width : 0);
}
double cost(const AdvanceRequest& r) { return 2000.0 * r.steps; }
double cost(const BoundaryRequest& r) { return 20.0 * r.columns * r.columns; }
double cost(const PredictionsRequest&) { return 2000; }

/// Two steps and a report.
Result<TrainingReport> train(const TrainingRequest& request) {
  const auto run = TrainingRun::begin(request);
  if (!run.ok()) return run.error();
  run.value()->advance(2);
  return run.value()->report();
}

/// A small run, which has kept its first step.
std::unique_ptr<TrainingRun> small_run() {
  auto run = std::move(TrainingRun::begin({.function = training_schema().initial().function,
                                           .examples = 20,
                                           .depth = 1,
                                           .width = 3,
                                           .batch = 20})
                           .value());
  run->report();
  run->advance(1);
  return run;
}
Result<TrainingProgress> advance(const AdvanceRequest& r) { return small_run()->advance(r.steps); }
Result<Boundary> boundary(const BoundaryRequest& r) { return small_run()->boundary(r); }
Result<Predictions> predictions(const PredictionsRequest& r) { return small_run()->predictions(r); }

template <class Request, class Answer>
void check(const Schema<Request>& schema, Result<Answer> (*run)(const Request&), Bytes& bytes,
           double (*cost_of)(const Request&) = cost) {
  static const std::vector<Field> fields = schema.fields();
  static const Words words = words_of(fields);
  constexpr double affordable = 1.6e6;
  const bool is_small = bytes.byte() % 4 == 0;
  const Value value = value_from(bytes, fields, words);
  const auto request = schema.decode(is_small ? made_small(value, fields) : value);
  if (!request.ok()) return check_refusal(request.error());
  check_limits(schema, request.value());
  if (cost_of(request.value()) > affordable) return;
  const auto answer = run(request.value());
  if (!answer.ok()) check_refusal(answer.error());
}

}  // namespace
}  // namespace actlab

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace actlab;
  Bytes bytes(data, size);
  switch (bytes.byte() % 17) {
    case 0:
      check(curve_schema(), sample_curve, bytes);
      break;
    case 1:
      check(point_schema(), evaluate, bytes);
      break;
    case 2:
      check(random_network_schema(), gradient_flow, bytes);
      break;
    case 3:
      check(neuron_chain_schema(), neuron_chain, bytes);
      break;
    case 4:
      check(logits_schema(), evaluate_logits, bytes);
      break;
    case 5:
      check(gate_schema(), sample_gate, bytes);
      break;
    case 6:
      check(claim_schema(), run_claim, bytes);
      break;
    case 7:
      check(self_normalisation_schema(), self_normalisation, bytes);
      break;
    case 8:
      check(speed_schema(), speed, bytes);
      break;
    case 9:
      check(phase_row_schema(), phase_row, bytes);
      break;
    case 10:
      check(random_network_schema(), gradient_theory, bytes, cost_of_theory);
      break;
    case 11:
      check(depth_map_schema(), depth_map_column, bytes);
      break;
    case 12:
      check(data_schema(), sample_data, bytes);
      break;
    case 13:
      check(training_schema(), train, bytes);
      break;
    case 14:
      check(advance_schema(), advance, bytes);
      break;
    case 15:
      check(boundary_schema(), boundary, bytes);
      break;
    default:
      check(predictions_schema(), predictions, bytes);
  }
  return 0;
}

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>

#include "bindings/sessions.hpp"
#include "core/claims/claim.hpp"
#include "core/curve.hpp"
#include "core/data/images.hpp"
#include "core/decimal.hpp"
#include "core/fingerprint.hpp"
#include "core/golden.hpp"
#include "core/labs/depth_map.hpp"
#include "core/labs/gradient_band.hpp"
#include "core/labs/gradient_flow.hpp"
#include "core/labs/gradient_theory.hpp"
#include "core/labs/neuron_chain.hpp"
#include "core/labs/phase_diagram.hpp"
#include "core/labs/self_normalisation.hpp"
#include "core/labs/speed.hpp"
#include "core/labs/training.hpp"
#include "core/registry.hpp"
#include "core/vector_curve.hpp"

/// The boundary to JavaScript: free functions that take one request object and return one plain
/// object. Nothing throws across it but what a Proxy of the caller throws, nothing is clamped, arrays are
/// copies that JavaScript owns.
namespace actlab {

using emscripten::val;

// --- what crosses, each kind of thing once -----------------------------------------------------

val to_js(bool x) { return val(x); }
val to_js(double x) { return val(x); }
val to_js(const std::string& text) { return val(text); }
val to_js(std::string_view text) { return val(std::string(text)); }
val to_js(const Text& text) {
  val object = val::object();
  object.set("en", text.en);
  object.set("zh", text.zh);
  return object;
}
val to_js(const std::vector<double>& values) {
  return val::global("Float64Array").new_(emscripten::typed_memory_view(values.size(), values.data()));
}

/// Sets the fields of a result on a JavaScript object; what has fields itself becomes an object, a
/// list of such an array.
struct Exporter {
  val object = val::object();

  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (requires { visit_fields(value, *this); }) {
      object.set(name, fields_of(value));
    } else {
      object.set(name, to_js(value));
    }
  }
  template <class T>
  void operator()(const char* name, const std::vector<T>& items) {
    object.set(name, list(items));
  }
  template <class T, std::size_t capacity>
  void operator()(const char* name, const FewOf<T, capacity>& items) {
    object.set(name, list(items));
  }
  void operator()(const char* name, const std::vector<double>& values) { object.set(name, to_js(values)); }

  template <class T>
  static val fields_of(const T& value) {
    Exporter inner;
    visit_fields(value, inner);
    return inner.object;
  }
  template <class Items>
  static val list(const Items& items) {
    val array = val::array();
    for (const auto& item : items) array.call<void>("push", fields_of(item));
    return array;
  }
};

val failure(const Error& error) {
  val object = val::object();
  object.set("ok", false);
  object.set("field", error.field);
  object.set("message", to_js(error.message));
  return object;
}

template <class T>
val success(const T& result) {
  Exporter exporter;
  exporter("ok", true);
  visit_fields(result, exporter);
  return exporter.object;
}

template <class T>
val success_or_failure(const Result<T>& result) {
  return result.ok() ? success(result.value()) : failure(result.error());
}

/// A text, or the beginning of one that is longer than any name a request can hold.
std::string text_from(const val& v) {
  constexpr int longest = 100;
  return v.call<std::string>("slice", 0, longest);
}

/// A JavaScript value as a tree. The walk ends in objects deeper or larger than any request, and
/// runs no code of the caller but a Proxy's: a property with a getter is refused like any other odd thing.
Value from_js(const val& v, int depth = 0) {
  constexpr int deepest = 2;
  constexpr unsigned most_members = 64;
  const auto type = v.typeOf().as<std::string>();
  if (type == "undefined") return {};
  if (type == "number") return {v.as<double>()};
  if (type == "string") return {text_from(v)};
  if (type != "object" || v.isNull() || v.isArray() || depth == deepest) {
    return {Value::Other{v.isNull() ? "null" : v.isArray() ? "array" : type}};
  }
  Value::Object members;
  const val object = val::global("Object");
  const val keys = object.call<val>("keys", v);
  const auto count = keys["length"].as<unsigned>();
  if (count > most_members) return {Value::Other{"object with too many fields"}};
  for (unsigned i = 0; i < count; ++i) {
    const val property = object.call<val>("getOwnPropertyDescriptor", v, keys[i]);
    const bool has_getter = !property["get"].isUndefined();
    members.push_back({text_from(keys[i]),
                       has_getter ? Value{Value::Other{"getter"}} : from_js(property["value"], depth + 1)});
  }
  return {std::move(members)};
}

/// Decodes, runs, returns: the shape of every call.
template <class Request, class Answer>
val answer(const Schema<Request>& schema, Result<Answer> (*run)(const Request&), const val& request) {
  const auto decoded = schema.decode(from_js(request));
  if (!decoded.ok()) return failure(decoded.error());
  return success_or_failure(run(decoded.value()));
}

// --- the catalogue -----------------------------------------------------------------------------

val row_of(const Activation& a) {
  Exporter row;
  visit_fields(a.info, row);
  row("facts", a.facts(a.defaults()));
  return row.object;
}

val initial_of(const Field& f) {
  if (f.type == Field::Type::parameters) return val::object();
  const bool is_number = f.type == Field::Type::integer || f.type == Field::Type::real;
  return is_number ? to_js(f.initial) : to_js(f.initial_id);
}

template <class Request>
val fields_of(const Schema<Request>& schema) {
  val fields = val::array();
  for (const Field& field : schema.fields()) {
    val row = Exporter::fields_of(field);
    row.set("initial", initial_of(field));
    fields.call<void>("push", row);
  }
  return fields;
}

// --- the functions -----------------------------------------------------------------------------

val core_info() {
  Exporter info;
  info("ok", true);
  info("name", std::string("Activation Lab"));
  info("version", std::string(ACTLAB_VERSION));
  info("commit", std::string(ACTLAB_COMMIT));
  info("golden_count", static_cast<double>(golden_count()));
  return info.object;
}

val catalog() {
  val requests = val::object();
  requests.set("sampleCurve", fields_of(curve_schema()));
  requests.set("compareDerivatives", fields_of(curve_schema()));
  requests.set("evaluate", fields_of(point_schema()));
  requests.set("gradientFlow", fields_of(random_network_schema()));
  requests.set("gradientTheory", fields_of(random_network_schema()));
  requests.set("bandBegin", fields_of(random_network_schema()));
  requests.set("neuronChain", fields_of(neuron_chain_schema()));
  requests.set("phaseRow", fields_of(phase_row_schema()));
  requests.set("evaluateLogits", fields_of(logits_schema()));
  requests.set("sampleGate", fields_of(gate_schema()));
  requests.set("runClaim", fields_of(claim_schema()));
  requests.set("trainBegin", fields_of(training_schema()));
  requests.set("sampleData", fields_of(data_schema()));
  requests.set("selfNormalisation", fields_of(self_normalisation_schema()));
  requests.set("speed", fields_of(speed_schema()));
  requests.set("depthMapColumn", fields_of(depth_map_schema()));

  val activations = val::array();
  for (const Activation& activation : registry()) activations.call<void>("push", row_of(activation));

  Exporter all;
  all("ok", true);
  all.object.set("activations", activations);
  all.object.set("requests", requests);
  all("claims", claims());
  return all.object;
}

val sample_curve_js(const val& request) { return answer(curve_schema(), sample_curve, request); }
val compare_derivatives_js(const val& request) {
  return answer(curve_schema(), compare_derivatives, request);
}
val evaluate_js(const val& request) { return answer(point_schema(), evaluate, request); }
val gradient_flow_js(const val& request) { return answer(random_network_schema(), gradient_flow, request); }

val gradient_theory_js(const val& request) {
  return answer(random_network_schema(), gradient_theory, request);
}
val neuron_chain_js(const val& request) { return answer(neuron_chain_schema(), neuron_chain, request); }
val phase_row_js(const val& request) { return answer(phase_row_schema(), phase_row, request); }
val evaluate_logits_js(const val& request) { return answer(logits_schema(), evaluate_logits, request); }
val sample_gate_js(const val& request) { return answer(gate_schema(), sample_gate, request); }
val run_claim_js(const val& request) { return answer(claim_schema(), run_claim, request); }

Sessions<GradientBandRun>& bands() {
  static Sessions<GradientBandRun> sessions;
  return sessions;
}

val unknown_session() {
  return failure({"session",
                  {"session must be the number of a run that has begun and not ended.",
                   "session 应为一次已开始且尚未结束的运行的编号。"}});
}

/// Keeps a run; the answer's `session` is its number.
template <class Run>
val begin(Sessions<Run>& sessions, std::unique_ptr<Run> run) {
  Exporter row;
  row("ok", true);
  row("session", sessions.begin(std::move(run)));
  return row.object;
}

/// The run that the value names, or null.
template <class Run>
Run* find(Sessions<Run>& sessions, const val& session) {
  const Value number = from_js(session);
  const auto* id = std::get_if<double>(&number.held);
  return id ? sessions.find(*id) : nullptr;
}

template <class Run>
val end(Sessions<Run>& sessions, const val& session) {
  if (!find(sessions, session)) return unknown_session();
  sessions.end(session.as<double>());
  Exporter row;
  row("ok", true);
  return row.object;
}

/// Begins a run over many seeds; the answer's `session` is the argument of bandAdvance and bandEnd.
val band_begin_js(const val& request) {
  const auto network = random_network_schema().decode(from_js(request));
  if (!network.ok()) return failure(network.error());
  if (const auto error = too_large(network.value())) return failure(*error);
  return begin(bands(), std::make_unique<GradientBandRun>(network.value()));
}

/// Runs one more seed and returns the band over all so far.
val band_advance_js(const val& session) {
  GradientBandRun* run = find(bands(), session);
  if (!run) return unknown_session();
  run->advance();
  return success(run->so_far());
}

val band_end_js(const val& session) { return end(bands(), session); }

val self_normalisation_js(const val& request) {
  return answer(self_normalisation_schema(), self_normalisation, request);
}
val speed_js(const val& request) { return answer(speed_schema(), speed, request); }
val depth_map_column_js(const val& request) { return answer(depth_map_schema(), depth_map_column, request); }
val sample_data_js(const val& request) { return answer(data_schema(), sample_data, request); }

/// Takes the images for the data set `images`, as a Uint8Array of the form that load_images() reads.
val load_images_js(const val& bytes) {
  constexpr unsigned longest = 1 << 20;
  if (!bytes.instanceof (val::global("Uint8Array")) || bytes["length"].as<unsigned>() > longest) {
    const std::string most = decimal(longest, 7);
    return failure({"bytes",
                    {"bytes must be a Uint8Array of at most " + most + " bytes.",
                     "bytes 应为不超过 " + most + " 字节的 Uint8Array。"}});
  }
  return success_or_failure(load_images(emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes)));
}

Sessions<TrainingRun>& trainings() {
  static Sessions<TrainingRun> sessions;
  return sessions;
}

/// Decodes a request about a training run and answers it with `run(training, request)`.
template <class Request, class Run>
val answer_of_training(const Schema<Request>& schema, const val& request, Run&& run) {
  const auto decoded = schema.decode(from_js(request));
  if (!decoded.ok()) return failure(decoded.error());
  TrainingRun* training = trainings().find(decoded.value().session);
  return training ? run(*training, decoded.value()) : unknown_session();
}

val train_begin_js(const val& request) {
  const auto decoded = training_schema().decode(from_js(request));
  if (!decoded.ok()) return failure(decoded.error());
  auto run = TrainingRun::begin(decoded.value());
  return run.ok() ? begin(trainings(), std::move(run.value())) : failure(run.error());
}

val train_advance_js(const val& request) {
  return answer_of_training(advance_schema(), request, [](TrainingRun& run, const AdvanceRequest& r) {
    return success(run.advance(r.steps));
  });
}

val train_report_js(const val& session) {
  TrainingRun* run = find(trainings(), session);
  return run ? success(run->report()) : unknown_session();
}

val train_boundary_js(const val& request) {
  return answer_of_training(boundary_schema(), request, [](TrainingRun& run, const BoundaryRequest& r) {
    return success_or_failure(run.boundary(r));
  });
}

val train_predictions_js(const val& request) {
  return answer_of_training(predictions_schema(), request, [](TrainingRun& run, const PredictionsRequest& r) {
    return success_or_failure(run.predictions(r));
  });
}

val train_end_js(const val& session) { return end(trainings(), session); }

val run_golden_js(const val& index) {
  const auto count = static_cast<double>(golden_count());
  const Field field = integer_field("index", {"Scene", "场景"}, {0, count - 1});
  const auto chosen = read_number(field, from_js(index));
  if (!chosen.ok()) return failure(chosen.error());
  const GoldenResult result = run_golden(static_cast<std::size_t>(chosen.value()));
  Exporter row;
  row("ok", true);
  row("name", result.name);
  row("expected", result.expected);
  row("actual", result.actual);
  return row.object;
}

val fingerprints_js(const val& step) {
  const Field field{.name = "step",
                    .label = {"Step", "步长"},
                    .type = Field::Type::integer,
                    .min = 1,
                    .max = 4294967295,
                    .initial = fingerprint_step};
  const auto chosen = read_number(field, from_js(step));
  if (!chosen.ok()) return failure(chosen.error());
  Exporter all;
  all("ok", true);
  all("fingerprints", fingerprints(static_cast<std::uint32_t>(chosen.value())));
  return all.object;
}

EMSCRIPTEN_BINDINGS(actlab) {
  emscripten::function("coreInfo", core_info);
  emscripten::function("catalog", catalog);
  emscripten::function("sampleCurve", sample_curve_js);
  emscripten::function("compareDerivatives", compare_derivatives_js);
  emscripten::function("evaluate", evaluate_js);
  emscripten::function("gradientFlow", gradient_flow_js);
  emscripten::function("gradientTheory", gradient_theory_js);
  emscripten::function("evaluateLogits", evaluate_logits_js);
  emscripten::function("sampleGate", sample_gate_js);
  emscripten::function("bandBegin", band_begin_js);
  emscripten::function("bandAdvance", band_advance_js);
  emscripten::function("bandEnd", band_end_js);
  emscripten::function("neuronChain", neuron_chain_js);
  emscripten::function("phaseRow", phase_row_js);
  emscripten::function("runClaim", run_claim_js);
  emscripten::function("loadImages", load_images_js);
  emscripten::function("sampleData", sample_data_js);
  emscripten::function("trainBegin", train_begin_js);
  emscripten::function("trainAdvance", train_advance_js);
  emscripten::function("trainReport", train_report_js);
  emscripten::function("trainBoundary", train_boundary_js);
  emscripten::function("trainPredictions", train_predictions_js);
  emscripten::function("trainEnd", train_end_js);
  emscripten::function("selfNormalisation", self_normalisation_js);
  emscripten::function("speed", speed_js);
  emscripten::function("depthMapColumn", depth_map_column_js);
  emscripten::function("runGolden", run_golden_js);
  emscripten::function("fingerprints", fingerprints_js);
}

}  // namespace actlab

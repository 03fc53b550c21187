// The module's requests and results, field by field as cpp/bindings/embind.cpp sends them.

export interface Text {
  en: string;
  zh: string;
}

/** A text that is the same in both languages: a function's name, a formula. */
export const same = (text: string): Text => ({ en: text, zh: text });

export interface Failure {
  ok: false;
  field: string;
  message: Text;
}

export type Answer<T> = ({ ok: true } & T) | Failure;

export interface Preset {
  source: string;
  value: number;
}

export interface Parameter {
  name: string;
  symbol: string;
  initial: number;
  min: number;
  max: number;
  learned: boolean;
  presets: Preset[];
}

export interface Facts {
  values: { min: number; min_attained: boolean; max: number; max_attained: boolean };
  slopes: { min: number; min_attained: boolean; max: number; max_attained: boolean };
  extrema: { x: number; y: number }[];
  slope_extrema: { x: number; y: number }[];
  kinks: { x: number; slope: number }[];
  monotone: boolean;
  left: "none" | "soft" | "hard";
  right: "none" | "soft" | "hard";
}

export interface Row {
  id: string;
  name: Text;
  libraries: { pytorch: string; keras: string; onnx: string };
  parameters: Parameter[];
  facts: Facts;
}

export interface Field {
  name: string;
  label: Text;
  type: "integer" | "real" | "choice" | "activation" | "parameters";
  min: number;
  max: number;
  initial: number | string | Record<string, number>;
  scale: "linear" | "log";
  choices: { id: string; label: Text }[];
}

/** Where a row's number agrees with the verdict; both ends are allowed. */
export interface ExpectedRow {
  name: string;
  low: number;
  high: number;
}

export type Verdict = "true" | "conditional" | "false";

/** A row of a timed claim gives the number of results that it computed: the page divides the time by it. */
export interface Claim {
  id: string;
  kind: "measured" | "timed";
  verdict: Verdict;
  rows: ExpectedRow[];
}

export interface Catalog {
  activations: Row[];
  claims: Claim[];
  requests: Record<
    | "sampleCurve"
    | "compareDerivatives"
    | "evaluate"
    | "gradientFlow"
    | "gradientTheory"
    | "bandBegin"
    | "neuronChain"
    | "phaseRow"
    | "evaluateLogits"
    | "sampleGate"
    | "runClaim"
    | "trainBegin"
    | "sampleData"
    | "selfNormalisation"
    | "speed"
    | "depthMapColumn",
    Field[]
  >;
}

export type Parameters = Record<string, number>;

export interface CurveKink {
  x: number;
  index: number;
  f_left: number;
  f: number;
  f_right: number;
  df_left: number;
  df: number;
  df_right: number;
}

/** Samples of f and f′ in ascending x; a line breaks between `index` and `index + 1` of a jump. */
export interface Curve {
  x: Float64Array;
  f: Float64Array;
  df: Float64Array;
  kinks: CurveKink[];
}

export interface Point {
  x: number;
  f: number;
  df: number;
  df_dual: number;
  df_difference: number;
  /** |df − the other| */
  dual_gap: number;
  difference_gap: number;
  /** The difference takes f at x ± step and x ± 2·step. */
  step: number;
  difference_crosses_kink: boolean;
  d2f: number;
  /** Of the pieces between kinks, counted from the left: 0, 1, … */
  piece: number;
  /** x is the kink between this piece and the next. */
  at_kink: boolean;
}

export interface Disagreement {
  x: number;
  gap: number;
}

/** Where the closed form of f′ is farthest from the other two ways, over the samples of a curve. */
export interface DerivativeComparison {
  dual_number: Disagreement;
  difference: Disagreement;
}

/** One entry a layer, the first layer (nearest the input) first. */
export interface GradientFlow {
  log10_delta: Float64Array;
  log10_weight_gradient: Float64Array;
  log10_activation: Float64Array;
  mean: Float64Array;
  deviation: Float64Array;
  zero_share: Float64Array;
  saturated_share: Float64Array;
  dead_share: Float64Array;
  ledger_weights: Float64Array;
  ledger_gate: Float64Array;
  ledger_normalisation: Float64Array;
  log10_gate_bound: number;
  /** `bins` entries a layer, for the activations and for log10 |δ|. */
  bins: number;
  activation_from: number;
  activation_to: number;
  activation_histogram: Float64Array;
  delta_from: number;
  delta_to: number;
  delta_histogram: Float64Array;
  slope_delta: number;
  slope_weight_gradient: number;
  /** The first layer whose output is not finite; 0 if there is none. */
  overflow_layer: number;
}

/** What mean-field theory predicts of a GradientFlow; the arrays are empty where it does not hold. */
export interface GradientTheory {
  log10_delta: Float64Array;
  log10_weight_gradient: Float64Array;
  log10_activation: Float64Array;
  q: Float64Array;
  chi: Float64Array;
  sigma_w2: number;
  sigma_b2: number;
  unit_gain: number;
  slope_delta: number;
  q_limit: number;
  chi_limit: number;
  depth_scale: number;
  verdict: Text;
}

/** One entry a layer: mean and standard deviation over the seeds so far. */
export interface GradientBand {
  seeds: number;
  mean_delta: Float64Array;
  deviation_delta: Float64Array;
  mean_weight_gradient: Float64Array;
  deviation_weight_gradient: Float64Array;
  mean_slope: number;
  slope_standard_error: number;
}

/** One entry a neuron, the first next to the input. */
export interface NeuronChain {
  z: Float64Array;
  h: Float64Array;
  df: Float64Array;
  factor: Float64Array;
  gradient: Float64Array;
  /** Of the function with the parameters in use; Infinity if there is none. */
  largest_slope: number;
}

/** One row of the phase diagram, from small σ_w to large. */
export interface PhaseRow {
  row_count: number;
  column_count: number;
  value: number;
  sigma_w: Float64Array;
  slope: Float64Array;
  critical_sigma_w: number;
}

/** Three numbers made of three logits, and row by row how they change: entry 3·i + j is ∂yᵢ/∂xⱼ. */
export interface Logits {
  y: Float64Array;
  jacobian: Float64Array;
}

/** A gated unit a·g(b) along b. */
export interface GateCurve {
  b: Float64Array;
  f: Float64Array;
  df_da: Float64Array;
  df_db: Float64Array;
}

/** `row` of the request picks one row, from 1; 0 runs all. */
export interface ClaimRun {
  claim: string;
  kind: Claim["kind"];
  verdict: Verdict;
  holds: boolean;
  rows: (ExpectedRow & { value: number; within: boolean })[];
}

/** A set of examples as it was before it was standardised; `inputs` numbers an example, row by row. */
export interface DataAnswer {
  inputs: number;
  /** 0: the targets are values of a curve. */
  classes: number;
  train_x: Float64Array;
  train_y: Float64Array;
  test_x: Float64Array;
  test_y: Float64Array;
}

export interface ImageCounts {
  side: number;
  classes: number;
  train: number;
  test: number;
}

export interface TrainingProgress {
  step: number;
  steps_per_epoch: number;
  /** The first step whose numbers were not finite, and the layer (from 1) where; 0 if there is none. */
  diverged_step: number;
  diverged_layer: number;
}

/** Measured in evaluation mode. Accuracies are NaN for a curve. */
export interface TrainingReport {
  step: number;
  epoch: number;
  train_loss: number;
  train_accuracy: number;
  test_loss: number;
  test_accuracy: number;
  /** One entry a layer; of ∂L/∂Zˡ only the hidden ones. */
  log10_weight_gradient: Float64Array;
  log10_delta: Float64Array;
  /** Each hidden unit, layer by layer: 0 alive, 1 silent on the first batch, 2 dead on all data, 3 revived. */
  states: Float64Array;
  /** One entry a hidden layer: how many units are so, and the share of f′ that is 0. */
  alive: Float64Array;
  silent: Float64Array;
  dead: Float64Array;
  revived: Float64Array;
  zero_share: Float64Array;
  /** PReLU's, layer by layer; else none. */
  slopes_per_layer: number;
  slopes: Float64Array;
  diverged_step: number;
  diverged_layer: number;
  /** The steps whose parameters are kept. */
  snapshots: Float64Array;
}

/** Over the plane, or along a curve, at `columns` cell centres between the two ends. */
export interface Boundary {
  columns: number;
  rows: number;
  from: number;
  to: number;
  values: Float64Array;
}

/** One entry a test example. */
export interface Predictions {
  predicted: Float64Array;
  confidence: Float64Array;
}

/** Where a layer takes mean and variance, as a field of arrows; and layer by layer, the input first. */
export interface SelfNormalisation {
  field_mean: Float64Array;
  field_variance: Float64Array;
  field_to_mean: Float64Array;
  field_to_variance: Float64Array;
  mean: Float64Array;
  variance: Float64Array;
  theory_mean: Float64Array;
  theory_variance: Float64Array;
  /** Those of the map that attract, if there are any. */
  fixed_mean: Float64Array;
  fixed_variance: Float64Array;
  sigma_w2: number;
}

/** How many results the call computed: its time divided by that is the cost of one. */
export interface Speed {
  results: number;
}

/** A column of the map of small trainings; `decades` is empty with normalisation. */
export interface DepthMapColumn {
  column_count: number;
  sigma_w: number;
  depth: Float64Array;
  decades: Float64Array;
  critical_sigma_w: number;
}

export interface CoreInfo {
  name: string;
  version: string;
  commit: string;
  golden_count: number;
}

export interface GoldenRun {
  name: string;
  expected: string;
  actual: string;
}

export type Request = Record<string, number | string | Parameters>;

/** What each function takes and returns; a request may leave out any field that has a default. */
export interface Api {
  coreInfo: { request: undefined; result: CoreInfo };
  catalog: { request: undefined; result: Catalog };
  sampleCurve: { request: Request; result: Curve };
  compareDerivatives: { request: Request; result: DerivativeComparison };
  evaluate: { request: Request; result: Point };
  gradientFlow: { request: Request; result: GradientFlow };
  gradientTheory: { request: Request; result: GradientTheory };
  bandBegin: { request: Request; result: { session: number } };
  bandAdvance: { request: number; result: GradientBand };
  bandEnd: { request: number; result: unknown };
  neuronChain: { request: Request; result: NeuronChain };
  phaseRow: { request: Request; result: PhaseRow };
  evaluateLogits: { request: Request; result: Logits };
  sampleGate: { request: Request; result: GateCurve };
  runClaim: { request: Request; result: ClaimRun };
  loadImages: { request: Uint8Array; result: ImageCounts };
  sampleData: { request: Request; result: DataAnswer };
  trainBegin: { request: Request; result: { session: number } };
  trainAdvance: { request: { session: number; steps: number }; result: TrainingProgress };
  trainReport: { request: number; result: TrainingReport };
  trainBoundary: { request: Request; result: Boundary };
  trainPredictions: { request: Request; result: Predictions };
  trainEnd: { request: number; result: unknown };
  selfNormalisation: { request: Request; result: SelfNormalisation };
  speed: { request: Request; result: Speed };
  depthMapColumn: { request: Request; result: DepthMapColumn };
  runGolden: { request: number; result: GoldenRun };
}

export type Name = keyof Api;
export type Result<K extends Name> = Answer<Api[K]["result"]>;

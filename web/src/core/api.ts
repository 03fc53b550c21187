// The module's requests and results, field by field as cpp/bindings/embind.cpp sends them.

export interface Text {
  en: string;
  zh: string;
}

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
  unit: Text;
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
    | "neuronChain"
    | "phaseRow"
    | "evaluateLogits"
    | "sampleGate"
    | "runClaim",
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

/** Samples of f, f′ and f″ in ascending x; a line breaks between `index` and `index + 1` of a jump. */
export interface Curve {
  x: Float64Array;
  f: Float64Array;
  df: Float64Array;
  d2f: Float64Array;
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
  runGolden: { request: number; result: GoldenRun };
}

export type Name = keyof Api;
export type Result<K extends Name> = Answer<Api[K]["result"]>;

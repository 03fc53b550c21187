// The network of the gradient lab as it is set. The libraries draw other random numbers than the page.

import type { Parameters, Request, Row } from "../../core/api";
import { callable, kerasImport, type Framework } from "./callable";

/** A rule for the weights in both libraries, with `gain`, `sigma` and `width` as names of the code. */
const WEIGHTS: Record<string, Record<Framework, string>> = {
  xavier_normal: {
    pytorch: "nn.init.xavier_normal_(layer.weight, gain)",
    keras: scaling("gain * gain", "fan_avg", "untruncated_normal"),
  },
  xavier_uniform: {
    pytorch: "nn.init.xavier_uniform_(layer.weight, gain)",
    keras: scaling("gain * gain", "fan_avg", "uniform"),
  },
  he_normal: {
    pytorch: "nn.init.normal_(layer.weight, std=gain * sqrt(2 / width))",
    keras: scaling("2 * gain * gain", "fan_in", "untruncated_normal"),
  },
  he_uniform: {
    pytorch: "nn.init.uniform_(layer.weight, -gain * sqrt(6 / width), gain * sqrt(6 / width))",
    keras: scaling("2 * gain * gain", "fan_in", "uniform"),
  },
  lecun_normal: {
    pytorch: "nn.init.normal_(layer.weight, std=gain * sqrt(1 / width))",
    keras: scaling("gain * gain", "fan_in", "untruncated_normal"),
  },
  lecun_uniform: {
    pytorch: "nn.init.uniform_(layer.weight, -gain * sqrt(3 / width), gain * sqrt(3 / width))",
    keras: scaling("gain * gain", "fan_in", "uniform"),
  },
  orthogonal: {
    pytorch: "nn.init.orthogonal_(layer.weight, gain)",
    keras: "initializers.Orthogonal(gain)",
  },
  pytorch_linear: {
    pytorch: "layer.weight.data *= gain  # the default of nn.Linear",
    keras: scaling("gain * gain / 3", "fan_in", "uniform"),
  },
  by_hand: {
    pytorch: "nn.init.normal_(layer.weight, std=gain * sigma)",
    keras: "initializers.RandomNormal(stddev=gain * sigma)",
  },
};

function scaling(scale: string, mode: string, distribution: string): string {
  return `initializers.VarianceScaling(${scale}, "${mode}", "${distribution}")`;
}

/** What becomes of z before f, without a learned gain or shift. */
const NORMALISED: Record<string, Record<Framework, string>> = {
  none: { pytorch: "z", keras: "z" },
  batch: {
    pytorch: "nn.functional.batch_norm(z, None, None, training=True)",
    keras: "layers.BatchNormalization(epsilon=1e-5, center=False, scale=False)(z, training=True)",
  },
  layer: {
    pytorch: "nn.functional.layer_norm(z, (width,))",
    keras: "layers.LayerNormalization(epsilon=1e-5, center=False, scale=False)(z)",
  },
  rms: {
    pytorch: "z * torch.rsqrt((z * z).mean(-1, keepdim=True) + 1e-5)",
    keras: "z * ops.rsqrt(ops.mean(z * z, -1, keepdims=True) + 1e-5)",
  },
};

/** The lines of numbers at the head of the code. */
function numbers(request: Request): string {
  const names = ["depth", "width", "batch", "gain", ...(request["initialisation"] === "by_hand" ? ["sigma"] : [])];
  return names.map((name) => `${name} = ${request[name] as number}\n`).join("");
}

function next(request: Request, framework: Framework): string {
  const skip = request["residual"] === "on" ? " + h" : "";
  return `f(${NORMALISED[request["normalisation"] as string]![framework]})${skip}`;
}

export function pytorchNetwork(row: Row, request: Request): string {
  const rule = request["initialisation"] as string;
  const deviation = request["sigma_b"] as number;
  const extra = deviation > 0 ? `\n    layer.bias.data += ${deviation} * torch.randn(width)` : "";
  const zeros = rule === "pytorch_linear" ? "" : "\n    nn.init.zeros_(layer.bias)";
  const weights = WEIGHTS[rule]!.pytorch;
  return `${weights.includes("sqrt") ? "from math import sqrt\n\n" : ""}import torch
from torch import nn

torch.manual_seed(${request["seed"] as number})  # draws other numbers than the page
torch.set_default_dtype(torch.float64)

${numbers(request)}f = ${callable(row, request["parameters"] as Parameters, "pytorch")}

def linear():
    layer = nn.Linear(width, width)
    ${weights}${zeros}${extra}
    return layer

h = torch.randn(batch, width)
zs = []
for _ in range(depth):
    z = linear()(h)
    z.retain_grad()
    zs.append(z)
    h = ${next(request, "pytorch")}
h.backward(torch.randn(batch, width) / batch)
for l, z in enumerate(zs, start=1):
    print(l, z.grad.norm().log10().item())  # log10 of the norm of delta
`;
}

function kerasBias(request: Request): string {
  const deviation = request["sigma_b"] as number;
  const normal = `initializers.RandomNormal(stddev=${deviation})`;
  if (request["initialisation"] !== "pytorch_linear") return deviation > 0 ? normal : '"zeros"';
  const uniform = "initializers.RandomUniform(-1 / sqrt(width), 1 / sqrt(width))";
  return deviation > 0 ? `lambda shape, dtype=None: ${uniform}(shape, dtype) + ${normal}(shape, dtype)` : uniform;
}

export function kerasNetwork(row: Row, request: Request): string {
  const bias = kerasBias(request);
  const code = `${numbers(request)}f = ${callable(row, request["parameters"] as Parameters, "keras")}

inputs = keras.Input((width,), batch_size=batch)
h = inputs
for _ in range(depth):
    weights = ${WEIGHTS[request["initialisation"] as string]!.keras}
    bias = ${bias}
    z = layers.Dense(width, kernel_initializer=weights, bias_initializer=bias)(h)
    h = ${next(request, "keras")}
model = keras.Model(inputs, h)
model.summary()
`;
  return `${bias.includes("sqrt") ? "from math import sqrt\n\n" : ""}import keras
${kerasImport(code)}

keras.utils.set_random_seed(${request["seed"] as number})  # draws other numbers than the page

${code}`;
}

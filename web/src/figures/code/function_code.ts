// Functions as they are set, evaluated at x.

import type { Parameters, Row } from "../../core/api";
import { callable, kerasImport, type Framework } from "./callable";

interface SetFunction {
  row: Row;
  parameters: Parameters;
}

function dictionary(functions: SetFunction[], framework: Framework): string {
  const items = functions.map(({ row, parameters }) => `    "${row.id}": ${callable(row, parameters, framework)},\n`);
  return `functions = {\n${items.join("")}}`;
}

export function pytorchFunctions(functions: SetFunction[], x: number): string {
  return `import torch
from torch import nn

torch.set_default_dtype(torch.float64)

${dictionary(functions, "pytorch")}
for name, f in functions.items():
    x = torch.tensor([${x}], requires_grad=True)
    y = f(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    print(name, y.item(), slope.item())
`;
}

export function kerasFunctions(functions: SetFunction[], x: number): string {
  const code = `${dictionary(functions, "keras")}
x = ops.convert_to_tensor([[${x}]])
for name, f in functions.items():
    print(name, float(f(x)[0, 0]))
`;
  return `${kerasImport(code)}\n\n${code}`;
}

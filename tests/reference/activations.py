#!/usr/bin/env python3
"""Writes activations.inc: values and first two derivatives of the activation functions, to be
compared with the core's. Each function is written here once more, from its textbook definition, and
evaluated with 1000 digits; the derivatives are numerical ones of that, not formulas.

    python3 tests/reference/activations.py > tests/reference/activations.inc     (needs mpmath)
"""
import mpmath
from mpmath import mp, mpf, exp, log, tanh, erfc, sqrt, pi

mp.dps = 1000


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log(1 + exp(x))


def clip(x, low, high):
    return min(max(x, low), high)


def PHI(x):
    return erfc(-x / sqrt(mpf(2))) / 2


SELU_ALPHA = sqrt(2 / pi) / (1 - sqrt(mp.e) * erfc(1 / sqrt(mpf(2))))
SELU_LAMBDA = 1 / sqrt(mpf(1) / 2 + SELU_ALPHA**2 * (exp(2) * PHI(mpf(-2)) - 2 * sqrt(mp.e) * PHI(mpf(-1)) + mpf(1) / 2))

# id, parameters, function, points where its derivative jumps
FUNCTIONS = [
    ("identity", (), lambda x: x, ()),
    ("sigmoid", (), sigmoid, ()),
    ("tanh", (), tanh, ()),
    ("relu", (), lambda x: max(x, 0), (0,)),
    ("leaky_relu", (0.01,), lambda x, a: x if x > 0 else a * x, (0,)),
    ("leaky_relu", (0.2,), lambda x, a: x if x > 0 else a * x, (0,)),
    ("prelu", (0.25,), lambda x, a: x if x > 0 else a * x, (0,)),
    ("rrelu", (1 / 8, 1 / 3), lambda x, l, u: x if x > 0 else (l + u) / 2 * x, (0,)),
    ("elu", (1.0,), lambda x, a: x if x > 0 else a * (exp(x) - 1), (0,)),
    ("elu", (0.2,), lambda x, a: x if x > 0 else a * (exp(x) - 1), (0,)),
    ("selu", (), lambda x: SELU_LAMBDA * (x if x > 0 else SELU_ALPHA * (exp(x) - 1)), (0,)),
    ("celu", (1.0,), lambda x, a: max(0, x) + min(0, a * (exp(x / a) - 1)), (0,)),
    ("celu", (2.0,), lambda x, a: max(0, x) + min(0, a * (exp(x / a) - 1)), (0,)),
    ("gelu", (), lambda x: x * PHI(x), ()),
    ("gelu_tanh", (), lambda x: x / 2 * (1 + tanh(sqrt(2 / pi) * (x + mpf("0.044715") * x**3))), ()),
    ("gelu_sigmoid", (), lambda x: x * sigmoid(mpf("1.702") * x), ()),
    ("silu", (), lambda x: x * sigmoid(x), ()),
    ("swish", (0.0,), lambda x, b: x * sigmoid(b * x), ()),
    ("swish", (2.0,), lambda x, b: x * sigmoid(b * x), ()),
    ("mish", (), lambda x: x * tanh(softplus(x)), ()),
    ("softplus", (1.0,), lambda x, b: log(1 + exp(b * x)) / b, ()),
    ("softplus", (5.0,), lambda x, b: log(1 + exp(b * x)) / b, ()),
    ("softsign", (), lambda x: x / (1 + abs(x)), (0,)),
    ("relu6", (6.0,), lambda x, c: clip(x, 0, c), (0, 6)),
    ("squared_relu", (), lambda x: max(x, 0) ** 2, (0,)),
    ("hardtanh", (-1.0, 1.0), lambda x, m, M: clip(x, m, M), (-1, 1)),
    ("hardsigmoid", (), lambda x: clip(x / 6 + mpf(1) / 2, 0, 1), (-3, 3)),
    ("hardsigmoid_onnx", (), lambda x: clip(x / 5 + mpf(1) / 2, 0, 1), (-2.5, 2.5)),
    ("hardswish", (), lambda x: x * clip(x + 3, 0, 6) / 6, (-3, 3)),
    ("logsigmoid", (), lambda x: log(sigmoid(x)), ()),
    ("tanhshrink", (), lambda x: x - tanh(x), ()),
    ("softshrink", (0.5,), lambda x, l: mpmath.sign(x) * max(abs(x) - l, 0), (-0.5, 0.5)),
    ("hardshrink", (0.5,), lambda x, l: x if abs(x) > l else mpf(0), (-0.5, 0.5)),
    ("threshold", (1.0, 0.0), lambda x, t, v: x if x > t else v, (1,)),
]

POINTS = [-800, -750, -100, -40, -30, -20, -10, -6, -5, -2, -1, -0.5, -0.01, -1e-8, 0, 1e-4, 0.01, 0.5, 1, 1.5, 2, 5, 10, 40, 800]

print("// Made by tests/reference/activations.py; do not edit. {id, parameters, x, f, f', f''}")
for name, parameters, f, kinks in FUNCTIONS:
    for point in POINTS:
        if point in kinks:
            continue
        x, values = mpf(point), [mpf(p) for p in parameters]
        g = lambda t: f(t, *values)
        # Numerical derivatives with a step so small that their error is far below a double's.
        h = mpf(10) ** -200
        first = (g(x + h) - g(x - h)) / (2 * h)
        second = (g(x + h) - 2 * g(x) + g(x - h)) / h**2
        if abs(second) < mpf(10) ** -400:
            second = mpf(0)  # what the rounding of a linear piece leaves
        numbers = ", ".join(repr(float(v)) for v in (x, g(x), first, second))
        print(f'{{"{name}", {{{", ".join(map(repr, parameters))}}}, {numbers}}},')

#!/usr/bin/env python3
"""Prints elementary.inc: values of the elementary functions as sums of two doubles, by mpmath at 300 bits.

    elementary.py > elementary.inc
"""

from mpmath import erf, erfc, exp, expm1, log, log1p, mp, mpf, npdf, sqrt, tanh

mp.prec = 300

ROWS = [
    ("exp", exp, [-700.25, -30.1, -1e-3, 0.3, 1, 20.7, 600]),
    ("expm1", expm1, [-30.5, -0.4, -0.3, 1e-10, 0.3, 5]),
    ("log", log, [1e-300, 0.1, 0.75, 0.999, 1.001, 3, 1e200]),
    ("log1p", log1p, [-0.9, -0.2, 1e-12, 0.2, 0.3, 100]),
    ("tanh", tanh, [-20, -1, 1e-5, 0.1, 0.5, 3]),
    ("x_minus_tanh", lambda x: x - tanh(x), [1e-6, 0.1, 0.24, 0.26, 2]),
    ("erf", erf, [-3, 1e-4, 0.5, 1.5, 1.99, 2.5]),
    ("erfc", erfc, [-3, -0.5, 0.5, 1.9, 2, 2.1, 5, 10, 25]),
    ("normal_pdf", npdf, [0, 1, 5, 36]),
    ("normal_cdf", lambda x: erfc(-x / sqrt(mpf(2))) / 2, [-36, -10, -3, -2.8, -1, 0.5, 3]),
]


def main():
    print("// Printed by elementary.py. Do not edit.\n// clang-format off")
    for name, function, points in ROWS:
        for x in map(float, points):
            value = function(mpf(x))
            high = float(value)
            low = float(value - mpf(high))
            print(f'{{"{name}", {name}, {x!r}, {{{high.hex()}, {low.hex()}}}}},')


if __name__ == "__main__":
    main()

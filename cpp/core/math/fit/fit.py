#!/usr/bin/env python3
"""Fits the coefficients of the elementary functions and prints ../coefficients.hpp.

    fit.py > ../coefficients.hpp     fit anew
    fit.py --check                   compare the committed header with a new fit, and each
                                     polynomial with its error bound; exit status 1 on a difference

Each polynomial is a weighted minimax fit (Lawson's iterated least squares on a Chebyshev grid, 240
bits). Its coefficients are rounded one after the other, the lowest power first, and the higher
ones are fitted again to what the rounding left. Needs mpmath (Debian: python3-mpmath).
"""

import pathlib
import sys

from mpmath import atanh, cos, erf, erfc, exp, expm1, fabs, floor, log, lu_solve, matrix, mp, mpf, pi, sqrt, tanh

mp.prec = 240
BITS = {"float": 24, "double": 53}
NORMAL_TAIL_CENTRE = {"float": mpf(3), "double": mpf(4)}


def round_to(x, bits):
    """x rounded to a binary significand of so many bits."""
    with mp.workprec(bits):
        return +x


def literal(x, scalar):
    text = float(x).hex()
    mantissa, exponent = text.split("p")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}p{exponent}" + ("f" if scalar == "float" else "")


def chebyshev_grid(low, high, n):
    return [(low + high) / 2 - (high - low) / 2 * cos(pi * k / n) for k in range(n + 1)]


def evaluate(coefficients, x):
    value = mpf(0)
    for c in reversed(coefficients):
        value = value * x + c
    return value


def least_squares(x, target, weight, powers):
    """Coefficients of the powers that minimise the sum of weight (polynomial - target)^2."""
    count = len(powers)
    moments = [mp.fsum(w * a**p for w, a in zip(weight, x)) for p in range(2 * powers[0], 2 * powers[-1] + 1)]
    system, right = matrix(count, count), matrix(count, 1)
    for row, p in enumerate(powers):
        right[row] = mp.fsum(w * t * a**p for w, t, a in zip(weight, target, x))
        for column, q in enumerate(powers):
            system[row, column] = moments[p + q - 2 * powers[0]]
    return list(lu_solve(system, right))


def rounded_minimax(x, target, weight, degree, bits):
    """Coefficients of so many bits with a small max |weight (polynomial - target)|, and that maximum."""
    squares = [w * w for w in weight]
    for _ in range(25):  # Lawson: more weight where the error is large, until it is level
        c = least_squares(x, target, squares, range(degree + 1))
        error = [fabs(w * (evaluate(c, a) - t)) for w, a, t in zip(weight, x, target)]
        scale = len(x) / mp.fsum(s * e for s, e in zip(squares, error))
        squares = [s * e * scale for s, e in zip(squares, error)]
    rounded, rest = [], list(target)
    for power in range(degree + 1):
        c = round_to(least_squares(x, rest, squares, range(power, degree + 1))[0], bits)
        rounded.append(c)
        rest = [t - c * a**power for t, a in zip(rest, x)]
    return rounded, max(fabs(w * r) for w, r in zip(weight, rest))


def near_zero(function, limit):
    """The function, with its limit where numerator and denominator vanish."""
    return lambda x: limit if fabs(x) < mpf(2) ** -60 else function(x)


def mills(t):
    """Φ(-t) exp(t²/2)."""
    return erfc(t / sqrt(mpf(2))) * exp(t * t / 2) / 2


def fits(scalar):
    """(name, comment, function, weight, interval, degree, log2 of the bound on the weighted error)"""
    is_float = scalar == "float"
    h = log(mpf(2)) / 2 * (1 + mpf(2) ** -9)  # a little more than the reduction can leave
    centre = NORMAL_TAIL_CENTRE[scalar]
    far = 15 if is_float else 39  # beyond, exp(-t²/2) Φ-tail is 0

    def t_of(y):
        return centre * (1 + y) / (1 - y)

    return [
        ("expm1", "(expm1(r) - r)/r^2, |r| <= ln(2)/2",
         near_zero(lambda r: (expm1(r) - r) / r**2, mpf(1) / 2),
         near_zero(lambda r: fabs(r**2 / expm1(r)), mpf(2) ** -60),
         (-h, h), 4 if is_float else 9, -26 if is_float else -55),
        ("log", "(2 atanh(s)/s - 2)/s^2 in s^2, |s| <= 1/3",
         near_zero(lambda z: (2 * atanh(sqrt(z)) / sqrt(z) - 2) / z, mpf(2) / 3),
         lambda z: (z + mpf(2) ** -10) / 2,
         (mpf(0), mpf(1) / 9), 3 if is_float else 9, -27 if is_float else -59),
        ("erf", "erf(x)/x - 1 in x^2, |x| <= 1/2",
         near_zero(lambda z: erf(sqrt(z)) / sqrt(z) - 1, 2 / sqrt(pi) - 1),
         near_zero(lambda z: sqrt(z) / erf(sqrt(z)), sqrt(pi) / 2),
         (mpf(0), mpf(1) / 4), 4 if is_float else 9, -27 if is_float else -56),
        ("tanhshrink", "(x - tanh x)/x^3 in x^2, |x| <= 1",
         near_zero(lambda z: (1 - tanh(sqrt(z)) / sqrt(z)) / z, mpf(1) / 3),
         near_zero(lambda z: z / (1 - tanh(sqrt(z)) / sqrt(z)), mpf(3)),
         (mpf(0), mpf(1)), 7 if is_float else 16, -24.5 if is_float else -53.5),
        ("normal_tail", "(1 + t) exp(t^2/2) Phi(-t) in y = (t - centre)/(t + centre), 0 <= t <= " + str(far),
         lambda y: mills(t_of(y)) * (1 + t_of(y)),
         lambda y: 1 / (mills(t_of(y)) * (1 + t_of(y))),
         (mpf(-1), (far - centre) / (far + centre)), 10 if is_float else 23, -24.5 if is_float else -53.5),
    ]


def constants(scalar):
    bits = BITS[scalar]
    ln2 = log(mpf(2))
    # n has at most 8 (float) or 11 (double) bits, so that n * ln2_high is exact
    ln2_high = round_to(ln2, bits - (9 if scalar == "float" else 12))
    root = 1 / sqrt(2 * pi)
    return [
        ("log2_e", 1 / ln2),
        ("ln2_high", ln2_high),
        ("ln2_low", ln2 - ln2_high),
        ("log10_e", 1 / log(mpf(10))),
        ("sqrt_2", sqrt(mpf(2))),
        ("sqrt_half", sqrt(mpf(1) / 2)),
        ("inverse_sqrt_2pi", root),
        ("normal_tail_centre", NORMAL_TAIL_CENTRE[scalar]),
    ]


def header():
    lines = [
        "#pragma once",
        "",
        "// Printed by fit/fit.py. Do not edit.",
        "// clang-format off",
        "",
        "namespace actlab::detail {",
        "",
        "/// Constants and minimax polynomials, the lowest power first; the error is the bound that the fit meets,",
        "/// relative to the function in which the polynomial serves.",
        "template <class Scalar>",
        "struct Coefficients;",
    ]
    failures = []
    for scalar in BITS:
        lines += ["", "template <>", f"struct Coefficients<{scalar}> {{"]
        for name, value in constants(scalar):
            lines.append(f"  static constexpr {scalar} {name} = {literal(round_to(value, BITS[scalar]), scalar)};")
        for name, comment, function, weight, (low, high), degree, bound in fits(scalar):
            x = chebyshev_grid(low, high, 16 * degree + 60)
            target, weights = [function(a) for a in x], [weight(a) for a in x]
            coefficients, error = rounded_minimax(x, target, weights, degree, BITS[scalar])
            log2_error = log(error) / log(mpf(2))
            if log2_error > bound:
                failures.append(f"{scalar} {name}: error 2^{float(log2_error):.2f} exceeds 2^{bound}")
            lines += ["", f"  /// {comment}; error 2^{floor(log2_error * 10 + 1) / 10}", f"  static constexpr {scalar} {name}[] = {{"]
            lines += [f"      {literal(c, scalar)}," for c in coefficients]
            lines.append("  };")
        lines.append("};")
    lines += ["", "}  // namespace actlab::detail", ""]
    return "\n".join(lines), failures


def main():
    text, failures = header()
    if sys.argv[1:] == ["--check"]:
        committed = pathlib.Path(__file__).resolve().parent.parent / "coefficients.hpp"
        if committed.read_text() != text:
            failures.append(f"{committed} differs from a new fit: run {pathlib.Path(__file__).name} > coefficients.hpp")
    else:
        print(text, end="")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

"""The distributions that the methods page needs, from the standard library alone.

Quantiles are found by halving an interval on the distribution function: slow, and with nothing to get wrong.
"""

from functools import lru_cache
from math import comb, exp, inf, lgamma, log, log1p
from statistics import NormalDist


def normal_two_sided(level):
    """z with `level` of a normal distribution between -z and z."""
    return NormalDist().inv_cdf((1 + level) / 2)


def _beta_fraction(a, b, x):
    """Continued fraction of the incomplete beta function, by Lentz's method."""
    tiny = 1e-300
    c, d = 1.0, 1.0 / ((1 - (a + b) * x / (a + 1)) or tiny)
    h = d
    for m in range(1, 10_000):
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                     -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1.0 / ((1 + step * d) or tiny)
            c = (1 + step / c) or tiny
            h *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return h


def regularized_beta(a, b, x):
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1 - front * _beta_fraction(b, a, 1 - x) / b


def t_outside(t, df):
    """Probability of a Student t with df degrees of freedom at least as far from 0 as t, on both sides."""
    if df == inf:
        return 2 * (1 - NormalDist().cdf(abs(t)))
    return regularized_beta(df / 2, 0.5, df / (df + t * t))


@lru_cache(maxsize=None)
def t_two_sided(level, df):
    """t with `level` of Student's distribution between -t and t; the normal quantile where df is infinite."""
    if df == inf:
        return normal_two_sided(level)
    low, high = 0.0, 1.0
    while t_outside(high, df) > 1 - level:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if t_outside(middle, df) > 1 - level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def binomial_probability(k, n, p):
    return comb(n, k) * p ** k * (1 - p) ** (n - k)


@lru_cache(maxsize=None)
def poisson_lower_end(k, level):
    """b with probability `level` of fewer than k of a Poisson count of mean b."""
    def fewer(b):
        term, total = 1.0, 1.0
        for j in range(1, k):
            term *= b / j
            total += term
        return exp(-b) * total
    low, high = 0.0, float(k)
    while fewer(high) > level:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if fewer(middle) > level else (low, middle)
    return (low + high) / 2

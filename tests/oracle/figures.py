"""Single figures: a value, its standard error and its interval, each by the formulas of the methods page."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import comb, floor, inf, sqrt

from distributions import binomial_probability, normal_two_sided, poisson_lower_end, t_two_sided

# in tasks: numbers that a program printed in full carry the rounding of its arithmetic
ROUNDING = Fraction(1, 10 ** 6)


@dataclass(eq=False)
class Figure:
    """A cell: one metric of one row at one place (a use case, a profile, or the row as a whole)."""
    value: float
    basis: str
    place: tuple
    metric: str = ""
    se: float | None = None
    df: float | None = None
    n: int | None = None
    n_of: str = ""
    interval: tuple | None = None
    level: float | None = None
    sample: str = ""
    belongs: str = "row"
    method: str = ""
    band: str = ""
    # ratings only: per item the sum (or mean) of its ratings and their number; a mean has the number 1
    items: dict = field(default_factory=dict)
    scale: tuple | None = None


def spread_of_units(total, df_units):
    """se of a statistic from the sum of its units' squared contributions."""
    return sqrt(df_units / (df_units - 1) * total)


def alike(scale, mean, n, level):
    """se where the sample shows no spread: each unit counts as one trial of a share."""
    low, high = scale
    q, z = (mean - low) / (high - low), normal_two_sided(level)
    if min(q, 1 - q) < 1e-12:
        return (high - low) * z / (2 * (n + z * z))
    return (high - low) * sqrt(q * (1 - q) / n)


def two_ends(scale, mean, se, df, level):
    """Wilson's interval with as many effective trials as give the standard error, and with t in place of z."""
    low, high = scale
    q, e, t = (mean - low) / (high - low), se / (high - low), t_two_sided(level, df)
    n = max(q * (1 - q) / e ** 2, t / (2 * e) - t * t, 0)
    return wilson(scale, q, n, t)


def wilson(scale, q, n, t):
    low, high = scale
    centre = (n * q + t * t / 2) / (n + t * t)
    half = t * sqrt(n * q * (1 - q) + t * t / 4) / (n + t * t)
    return (max(low, low + (high - low) * (centre - half)), min(high, low + (high - low) * (centre + half)))


def few_off_the_end(scale, interval, mean, item_means, level):
    """Where all items but five at most lie at the nearer end, the interval reaches as far as if all did."""
    low, high = scale
    q, n, z = (mean - low) / (high - low), len(item_means), normal_two_sided(level)
    end = low if q < 0.5 else high
    if sum(1 for y in item_means if abs(y - end) > 1e-9) > 5:
        return interval
    reach = (high - low) * z * z / (n + z * z)
    if q < 0.5:
        return (interval[0], max(interval[1], low + reach))
    return (min(interval[0], high - reach), interval[1])


def counted_share(k, n, level):
    """Interval in percent of k of n: Wilson's with z, with a Poisson count's end where few succeed or few fail."""
    z = normal_two_sided(level)
    low, high = wilson((0, 100), k / n, n, z)
    if 1 <= k <= 3:
        low = min(low, 100 * poisson_lower_end(k, level) / n)
    if 1 <= n - k <= 3:
        high = max(high, 100 - 100 * poisson_lower_end(n - k, level) / n)
    return low, high


def share_error(k, n, level):
    if k in (0, n) or n == 1:
        return alike((0, 100), 100 * k / n, n, level), inf
    return 100 * sqrt(k / n * (1 - k / n) / (n - 1)), n - 1


def solved_times(values, n, trials):
    """How many of n tasks were solved 0, 1, ... `trials` times, from printed pass^1 ... pass^trials; None unless one way fits."""
    decimals = [len(v.partition(".")[2]) for v in values]
    for read in ([max(decimals)] * trials, decimals):
        sums = []
        for k, (text, digits) in enumerate(zip(values, read), start=1):
            ways = n * comb(trials, k)
            half = Fraction(1, 2 * 10 ** digits) + 100 * ROUNDING / n
            least, most = (Fraction(text) - half) * ways / 100, (Fraction(text) + half) * ways / 100
            sums.append(range(-floor(-least), floor(most) + 1))
        found = []
        for chosen in product(*sums):
            s = (n,) + chosen
            counts = [sum((-1) ** (k - c) * comb(k, c) * s[k] for k in range(c, trials + 1)) for c in range(trials + 1)]
            if all(c >= 0 for c in counts):
                found.append(counts)
                if len(found) > 1:
                    break
        if found:
            return found[0] if len(found) == 1 else None
    return None


def trials_error(counts, k, level):
    """se in percent and df of pass^k over tasks of which counts[c] were solved c times."""
    n, trials = sum(counts), len(counts) - 1
    x = [comb(c, k) / comb(trials, k) for c in range(trials + 1)]
    mean = sum(m * v for m, v in zip(counts, x)) / n
    squares = sum(m * (v - mean) ** 2 for m, v in zip(counts, x))
    if squares < 1e-18 or n == 1:
        return alike((0, 100), 100 * mean, n, level), inf
    return 100 * sqrt(squares / (n * (n - 1))), n - 1


def percentile(values, p):
    """Definition 7 of Hyndman and Fan."""
    x = sorted(values)
    h = (len(x) - 1) * p
    low = floor(h)
    return x[low] + (h - low) * (x[min(low + 1, len(x) - 1)] - x[low])


def percentile_interval(values, p, level):
    """From the sorted call l to the sorted call u: each side of the binomial leaves out half of what the level does at most."""
    x, n, left = sorted(values), len(values), (1 - level) / 2
    below, lower, upper = 0.0, None, None
    for k in range(n + 1):                       # below = P(B < k)
        if below <= left and k >= 1:
            lower = k
        if 1 - below <= left and upper is None and k >= 1:
            upper = k
        below += binomial_probability(k, n, p)
    if lower is None or upper is None:
        return None
    return x[lower - 1], x[upper - 1]

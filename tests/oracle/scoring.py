"""Averages, differences, ranks and tiers of one board, by the formulas of the methods page.

A score is a weighted sum of cells: a list of (weight, figure), in which a figure that serves several use cases stands once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import inf, sqrt

from cells import WHOLE, one_end
from distributions import t_outside, t_two_sided
from figures import Figure, alike, few_off_the_end, spread_of_units, two_ends

EQUAL = 1e-9


@dataclass
class Score:
    value: float
    parts: list
    covered: int | None
    belongs: str
    se: float | None = None
    df: float | None = None
    n: int | None = None
    n_of: str = ""
    basis: str = "average"
    interval: tuple | None = None
    level: float | None = None


def merged(parts):
    weights, figures = defaultdict(float), {}
    for weight, figure in parts:
        weights[id(figure)] += weight
        figures[id(figure)] = figure
    return [(weights[key], figure) for key, figure in figures.items()]


class Row:
    """One submission on one board: what it scores in each use case and over all of them."""

    def __init__(self, submission, cells, benchmark, release, method):
        self.id, self.submission = submission.id, submission
        self.cells, self.benchmark, self.release, self.method = cells, benchmark, release, method

    def cell(self, metric, use_case):
        profile = self.benchmark.use_cases[use_case]["profile"]
        methods = [self.method] if self.method in metric.methods else metric.methods
        for by in methods:
            for place in (("use case", use_case), ("profile", profile), WHOLE, ("price of use case", use_case), ("price of profile", profile)):
                if (metric.id, by, place) in self.cells:
                    return self.cells[metric.id, by, place]
        return None

    def metric_parts(self, metric, use_case):
        """The metric in a use case as a weighted sum of cells; None where it is missing."""
        own = self.cell(metric, use_case)
        if own or not metric.parts:
            return [(1.0, own)] if own else None
        return mean_of_parts([self.metric_parts(part, use_case) for part in metric.parts])

    def dimension_parts(self, dimension, use_case):
        return mean_of_parts([self.metric_parts(m, use_case) for m in dimension.counted])

    def score(self, of, scale, use_case=None):
        """`of` gives the parts in a use case. With a use case the score there, else the average; None where nothing is covered."""
        if use_case:
            parts = of(use_case)
            if not parts:
                return None
            parts = merged(parts)
            return self.estimated(parts, scale, None, belonging(parts, use_case))
        found = [(self.benchmark.weights.get(u, 1.0), of(u)) for u in self.release.use_cases]
        found = [(w, parts) for w, parts in found if parts]
        if not found:
            return None
        total = sum(w for w, _ in found)
        parts = merged([(w / total * v, f) for w, parts in found for v, f in parts])
        return self.estimated(parts, scale, len(found), belonging(parts, None))

    def estimated(self, parts, scale, covered, belongs):
        level = self.benchmark.level
        score = Score(sum(w * f.value for w, f in parts), parts, covered, belongs)
        if len(parts) == 1:
            f = parts[0][1]
            score.se, score.df, score.n, score.n_of, score.basis, score.interval, score.level = f.se, f.df, f.n, f.n_of, f.basis, f.interval, f.level
            return score
        count(score)
        errors = [place_error(of_place, level) for of_place in by_place(parts).values()]
        if any(e is None for e in errors):
            if all(f.se is None for _, f in parts):
                score.basis = "price-table" if all(f.basis == "price-table" for _, f in parts) else "value-only"
            return score
        score.se, score.df = independent(errors)
        score.level = level
        score.interval = two_ends(scale, score.value, score.se, score.df, level) if scale else one_end(score.value, score.se, score.df, level)
        if all(f.items for _, f in parts) and len(by_place(parts)) == 1:
            score.basis = "ratings"
            score.interval = few_off_the_end(scale, score.interval, score.value, item_means(parts), level)
        return score


def mean_of_parts(lists):
    if not lists or any(parts is None for parts in lists):
        return None
    return [(w / len(lists), f) for parts in lists for w, f in parts]


def belonging(parts, use_case):
    if any(f.belongs == "model" for _, f in parts):
        return "model"
    if use_case and any(f.place == WHOLE for _, f in parts):
        return "all-use-cases"
    return "row"


def by_place(parts):
    places = defaultdict(list)
    for w, f in parts:
        places[f.place].append((w, f))
    return places


def count(score):
    """Independent units: the most of any figure at a place, since they may be the same, and the sum over places."""
    units = {f.n_of for _, f in score.parts}
    if any(f.n is None for _, f in score.parts):
        return
    score.n_of = units.pop() if len(units) == 1 else ""
    if not score.n_of:
        return
    score.n = sum(
        len(items_of(parts)) if all(f.items for _, f in parts) else max(f.n for _, f in parts)
        for parts in by_place(score.parts).values())


def item_means(parts):
    """Each item's mean over the metrics that it has, by their weights."""
    sums = defaultdict(lambda: (0.0, 0.0))
    for w, f in parts:
        for item, (s, r) in f.items.items():
            a, b = sums[item]
            sums[item] = (a + w * s / r, b + w)
    return [a / b for a, b in sums.values()]


# ---- errors

def contributions(parts, only=None):
    """g_i of a statistic of ratings: what each item adds to the error of the weighted sum."""
    g = defaultdict(float)
    for w, f in parts:
        items = {i: v for i, v in f.items.items() if only is None or i in only}
        count = sum(r for _, r in items.values())
        mean = sum(s for s, _ in items.values()) / count
        for item, (s, r) in items.items():
            g[item] += w * (s - r * mean) / count
    return g


def rated_error(parts, level):
    weight = sum(w for w, _ in parts)
    g = contributions(parts)
    squares = sum(v * v for v in g.values())
    if len(g) == 1 or squares < 1e-24:
        mean = sum(w * f.value for w, f in parts) / weight
        return weight * alike(parts[0][1].scale, mean, len(g), level), inf
    return spread_of_units(squares, len(g)), len(g) - 1


def place_error(parts, level):
    """se and df of the figures of one place: ratings jointly, samples independently, everything else added."""
    if any(f.se is None for _, f in parts):
        return None
    samples = defaultdict(list)
    for w, f in parts:
        samples[f.sample].append((w, f))
    errors = []
    for of_sample in samples.values():
        rated = defaultdict(list)
        for w, f in of_sample:
            rated[f.method if f.items else id(f)].append((w, f))
        added = [rated_error(group, level) if group[0][1].items else (group[0][0] * group[0][1].se, group[0][1].df) for group in rated.values()]
        errors.append((sum(se for se, _ in added), min(df for _, df in added)))
    return independent(errors)


def independent(errors):
    """Variances add; degrees of freedom after Welch and Satterthwaite, but no fewer than the fewest of the parts."""
    if len(errors) == 1:
        return errors[0]
    variances = [se * se for se, _ in errors]
    total, below = sum(variances), sum(v * v / df for v, (_, df) in zip(variances, errors))
    df = total * total / below if below > 0 else inf
    return sqrt(total), max(df, min(df for _, df in errors))


# ---- differences

def difference(a, b, level):
    """Difference of two scores: its value, and its se and df, None where one of the two has no error."""
    places_a, places_b = by_place(a.parts), by_place(b.parts)
    value, errors = 0.0, []
    for place in dict.fromkeys([*places_a, *places_b]):
        of_a, of_b = places_a.get(place, []), places_b.get(place, [])
        pair = paired(of_a, of_b)
        if pair:
            value += pair[0]
            errors.append(pair[1])
            continue
        value += sum(w * f.value for w, f in of_a) - sum(w * f.value for w, f in of_b)
        errors += [place_error(parts, level) for parts in (of_a, of_b) if parts]
    if any(e is None for e in errors):
        return value, None, None
    return value, *independent(errors)


def paired(of_a, of_b):
    """Difference and error over shared items where both sides are ratings of the same metrics by the same method."""
    keys = lambda parts: {(f.metric, f.method) for _, f in parts}
    if not of_a or keys(of_a) != keys(of_b) or not all(f.items for _, f in [*of_a, *of_b]):
        return None
    shared = items_of(of_a) & items_of(of_b)
    if len(shared) < 2 or any(not shared & f.items.keys() for _, f in [*of_a, *of_b]):
        return None
    g_a, g_b = contributions(of_a, shared), contributions(of_b, shared)
    if sum(v * v for v in g_a.values()) < 1e-24 and sum(v * v for v in g_b.values()) < 1e-24:
        return None
    squares = sum((g_a[i] - g_b[i]) ** 2 for i in shared)
    return mean_over(of_a, shared) - mean_over(of_b, shared), (spread_of_units(squares, len(shared)), len(shared) - 1)


def items_of(parts):
    return set().union(*(f.items for _, f in parts))


def mean_over(parts, items):
    """The weighted sum of the metrics' means over some items."""
    total = 0.0
    for w, f in parts:
        chosen = [f.items[i] for i in items if i in f.items]
        total += w * sum(s for s, _ in chosen) / sum(r for _, r in chosen)
    return total


# ---- ranks

@dataclass
class Ranking:
    ranks: dict
    ranges: dict | None
    smallest: float | None
    pairs: int
    findings: int


def ranking(rows, better, level, holm):
    """`rows` maps ids to complete scores."""
    sign = 1 if better == "higher" else -1
    ids = list(rows)
    ranks = {i: 1 + sum(1 for j in ids if sign * (rows[j].value - rows[i].value) > EQUAL) for i in ids}
    tests, errors = [], []
    for x, i in enumerate(ids):
        for j in ids[x + 1:]:
            value, se, df = difference(rows[i], rows[j], level)
            if se is None:
                continue
            errors.append((se, df))
            if abs(value) <= EQUAL:
                p = 1.0
            else:
                p = t_outside(value / se, df) if se > 0 else 0.0
            tests.append((p, (i, j) if sign * value > 0 else (j, i)))
    if not tests:
        return Ranking(ranks, None, None, len(ids) * (len(ids) - 1) // 2, 0)
    found = []
    if holm:
        m = len(tests)
        for place, (p, pair) in enumerate(sorted(tests)):
            if (m - place) * p >= 1 - level:
                break
            found.append(pair)
    else:
        found = [pair for p, pair in tests if p < 1 - level]
    ranges = {i: (1 + sum(1 for _, loser in found if loser == i), len(ids) - sum(1 for winner, _ in found if winner == i)) for i in ids}
    return Ranking(ranks, ranges, middle_half_width(errors, level), len(tests), len(found))


def middle_half_width(errors, level):
    """Half-width of the pair in the middle by standard error, equal ones by degrees of freedom; of an even number the later of the two."""
    middle = sorted(se for se, _ in errors)[len(errors) // 2]
    below = sum(1 for se, _ in errors if se < middle * (1 - EQUAL))
    alike = sorted(df for se, df in errors if abs(se - middle) <= middle * EQUAL)
    return middle * t_two_sided(level, alike[len(errors) // 2 - below])


def frontier(points):
    """Rows that no other row matches or beats on both counts while beating it on one; `points` are pairs where more is better."""
    def beaten(a, b):
        return b[0] >= a[0] and b[1] >= a[1] and b != a
    return {i for i, a in points.items() if not any(beaten(a, b) for b in points.values())}


# ---- tiers

def tier(score, tiers, use_cases):
    """The band of a cost that belongs to its row and covers what is asked for; with published bands the one or the span of them."""
    if score is None or score.belongs != "row" or (score.covered is not None and score.covered < use_cases):
        return None
    bands = [b["id"] for b in tiers["bands"]]
    if tiers["rule"] == "as-published":
        at = sorted({bands.index(f.band) for _, f in score.parts if f.band})
        return (bands[at[0]], bands[at[-1]]) if at else None
    name = next(b["id"] for b in tiers["bands"] if b.get("up_to") is None or score.value <= b["up_to"])
    return (name, name)

"""Makes the cells of a submission: one figure of one metric at one place, by one method."""

from collections import defaultdict
from math import comb, inf, sqrt

from distributions import normal_two_sided, t_two_sided
from figures import (Figure, alike, counted_share, few_off_the_end, percentile, percentile_interval, share_error, solved_times,
                     spread_of_units, trials_error, two_ends)

WHOLE = ("row",)


def place_of(row):
    if row.get("use_case"):
        return ("use case", row["use_case"])
    if row.get("profile"):
        return ("profile", row["profile"])
    return WHOLE


def cells(submission, benchmark, release, prices, method, judge):
    """All figures of a submission as {(metric, method of the figure, place): figure}; `judge` takes one rater of `method` alone."""
    found = {}
    from_costs(found, submission, benchmark)
    from_scores(found, submission, benchmark)
    from_item_sums(found, submission, benchmark)
    from_ratings(found, submission, benchmark, method, judge)
    from_latencies(found, submission, benchmark)
    from_prices(found, submission, benchmark, release, prices)
    for (metric, _, _), figure in found.items():
        figure.metric = metric
    return found


# ---- ratings

def rated(metric, method, use_case, items, level):
    """A figure of ratings; `items` maps each item to the sum and the number of its ratings, as shown values."""
    total, count = sum(s for s, _ in items.values()), sum(r for _, r in items.values())
    mean, n = total / count, len(items)
    figure = Figure(mean, "ratings", ("use case", use_case), n=n, n_of="items", method=method, items=items, scale=metric.scale, level=level)
    squares = sum(((s - r * mean) / count) ** 2 for s, r in items.values())
    if n == 1 or squares < 1e-24:
        figure.se, figure.df = alike(metric.scale, mean, n, level), inf
    else:
        figure.se, figure.df = spread_of_units(squares, n), n - 1
    means = [s / r for s, r in items.values()]
    figure.interval = few_off_the_end(metric.scale, two_ends(metric.scale, mean, figure.se, figure.df, level), mean, means, level)
    return figure


def from_ratings(found, submission, benchmark, method, judge):
    people = next((m for m in benchmark.methods.values() if m["judged_by"] == "people"), None)
    for m in benchmark.leaves():
        ratings = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))      # (method, use case) -> item -> criterion -> ratings
        for row in submission.tables["ratings"]:
            if not row.get(m.id):
                continue
            by = submission.judges.get(row["rater"]) or (submission.form["method"] if benchmark.methods[submission.form["method"]]["judged_by"] == "people" else people["id"])
            if judge and by == method and row["rater"] != judge:
                continue
            ratings[by, row["use_case"]][row["item"]][row.get("criterion", "")].append(m.shown(float(row[m.id])))
        for (by, use_case), of_items in ratings.items():
            items = {item: (mean_of(mean_of(r) for r in points.values()), 1) for item, points in of_items.items()}
            found[m.id, by, ("use case", use_case)] = rated(m, by, use_case, items, benchmark.level)


def mean_of(values):
    values = list(values)
    return sum(values) / len(values)


def from_item_sums(found, submission, benchmark):
    for m in benchmark.leaves():
        sums = defaultdict(lambda: defaultdict(lambda: (0, 0)))
        for row in submission.tables["item-sums"]:
            if row.get(m.id):
                key = (row.get("method") or submission.form["method"], row["use_case"])
                s, r = sums[key][row["item"]]
                sums[key][row["item"]] = (s + m.shown(float(row[m.id])), r + int(row["ratings"]))
        for (by, use_case), items in sums.items():
            found[m.id, by, ("use case", use_case)] = rated(m, by, use_case, dict(items), benchmark.level)


# ---- published aggregates

def from_scores(found, submission, benchmark):
    metrics = {m.id: m for m in benchmark.leaves()}
    rows = submission.tables["scores"]
    trials = repeated(rows, metrics)
    for row in rows:
        m = metrics[row["metric"]]
        by = row.get("method") or submission.form["method"]
        figure = published(row, m, benchmark.level, trials)
        figure.method = by
        figure.sample = row.get("sample", "")
        figure.belongs = belongs(submission, row)
        found[m.id, by, figure.place] = figure


def belongs(submission, row):
    """Whether a figure belongs to the row, or to its model as a whole: a source is its address, whatever its tables are called."""
    source = submission.source(row)
    if "elsewhere" in source:
        return "model" if source["elsewhere"] else "row"
    if place_of(row) != WHOLE:
        return "row"
    of_the_run = {s["url"] for s in placed_sources(submission)}
    return "model" if of_the_run and source["url"] not in of_the_run else "row"


def placed_sources(submission):
    """Sources with figures of a use case or profile; ratings and calls name none and are of the first."""
    for rows in submission.tables.values():
        for row in rows:
            source = submission.source(row)
            if place_of(row) != WHOLE and not source.get("elsewhere"):
                yield source


def repeated(rows, metrics):
    """Solved tasks by (method, place), where pass^1 to pass^T are all there, and the printed numbers."""
    groups = defaultdict(dict)
    for row in rows:
        power = metrics[row["metric"]].pass_power
        if power and row.get("n") and row.get("trials"):
            groups[row.get("method", ""), place_of(row), row["n"], row["trials"]][power] = row["value"]
    found = {}
    for (by, place, n, trials), values in groups.items():
        n, trials = int(n), int(trials)
        counts = None
        if set(values) == set(range(1, trials + 1)):
            counts = solved_times([values[k] for k in range(1, trials + 1)], n, trials)
        found[by, place] = (counts, values, n, trials)
    return found


def published(row, m, level, trials):
    value, number = float(row["value"]), lambda name: float(row[name]) if row.get(name) else None
    figure = Figure(value, "value-only", place_of(row), scale=m.scale)
    n, items = number("n"), number("items")
    if n and row.get("raters"):
        items = items or n / number("raters")
    units, unit_of = (int(items), "items") if items else (int(n) if n else None, "observations")
    if m.pass_power and n and row.get("trials"):
        of_passes(figure, m, trials[row.get("method", ""), place_of(row)], level)
    elif row.get("successes") and row.get("trials"):
        of_share(figure, int(row["successes"]), int(row["trials"]), level)
    elif row.get("low") and row.get("high"):
        figure.basis, figure.interval = "published", (number("low"), number("high"))
        figure.level = number("level")
        figure.n, figure.n_of = units, unit_of if units else ""
        if figure.level:
            figure.se, figure.df = (number("high") - number("low")) / (2 * normal_two_sided(figure.level)), inf
    elif number("sd") is not None and units:
        figure.basis, figure.se, figure.df = "standard-deviation", number("sd") / sqrt(units), units - 1
        of_units(figure, units, unit_of, level)
    elif m.scale and units:
        figure.basis = "bounded"
        low, high = m.scale
        q = (value - low) / (high - low)
        if units == 1 or q in (0, 1):
            figure.se, figure.df = alike(m.scale, value, units, level), inf
        else:
            figure.se, figure.df = (high - low) * sqrt(q * (1 - q) / (units - 1)), units - 1
        of_units(figure, units, unit_of, level)
    else:
        figure.n, figure.n_of = units, unit_of if units else ""
    return figure


def of_units(figure, n, unit_of, level):
    figure.n, figure.n_of, figure.level = n, unit_of, level
    if figure.scale:
        figure.interval = two_ends(figure.scale, figure.value, figure.se, figure.df, level)
    else:
        figure.interval = one_end(figure.value, figure.se, figure.df, level)


def one_end(value, se, df, level):
    half = t_two_sided(level, df) * se
    return max(0.0, value - half), value + half


def of_share(figure, k, n, level):
    figure.basis, figure.n, figure.n_of, figure.level = "proportion", n, "trials", level
    figure.se, figure.df = share_error(k, n, level)
    figure.interval = counted_share(k, n, level)


def of_passes(figure, m, known, level):
    counts, values, n, trials = known
    figure.n, figure.n_of, figure.level = n, "tasks", level
    if counts and trials == 1:
        of_share(figure, counts[1], n, level)
        figure.n_of = "tasks"
        return
    figure.basis = "repeated-trials"
    if counts:
        figure.se, figure.df = trials_error(counts, m.pass_power, level)
    elif m.pass_power == 1 and set(values) == {1, 2}:
        p1, p2 = float(values[1]) / 100, float(values[2]) / 100
        squares = (trials * (trials - 1) * p2 + trials * p1) / trials ** 2
        figure.se, figure.df = 100 * sqrt(max(0.0, squares - p1 * p1) / (n - 1)), n - 1
    else:
        figure.basis = "bounded"
        q = figure.value / 100
        figure.se, figure.df = (alike((0, 100), figure.value, n, level), inf) if q in (0, 1) else (100 * sqrt(q * (1 - q) / (n - 1)), n - 1)
    figure.interval = two_ends(figure.scale, figure.value, figure.se, figure.df, level)
    if counts:
        solved = [100 * comb(c, m.pass_power) / comb(trials, m.pass_power) for c in range(trials + 1) for _ in range(counts[c])]
        figure.interval = few_off_the_end(figure.scale, figure.interval, figure.value, solved, level)


# ---- seconds and money

def from_latencies(found, submission, benchmark):
    calls = defaultdict(list)
    for row in submission.tables["latencies"]:
        if row["status"] == "ok":
            calls[place_of(row)].append(float(row["seconds"]))
    for m in benchmark.leaves():
        if m.unit != "seconds":
            continue
        for place, seconds in calls.items():
            n = len(seconds)
            figure = Figure(0.0, "calls", place, n=n, n_of="calls", method=m.methods[0], level=benchmark.level)
            if m.statistic == "mean":
                figure.value = sum(seconds) / n
                if n > 1:
                    figure.se = sqrt(sum((s - figure.value) ** 2 for s in seconds) / (n - 1) / n)
                    figure.df = n - 1
                    figure.interval = one_end(figure.value, figure.se, figure.df, benchmark.level)
            else:
                p = int(m.statistic[1:]) / 100
                figure.value, figure.interval = percentile(seconds, p), percentile_interval(seconds, p, benchmark.level)
            found[m.id, m.methods[0], place] = figure


def from_costs(found, submission, benchmark):
    for m in benchmark.leaves():
        if m.unit != "usd":
            continue
        for row in submission.tables["costs"]:
            if row.get("usd"):
                figure = Figure(float(row["usd"]) / int(row["per"]), "value-only", place_of(row), method=m.methods[0], band=row.get("band", ""))
                figure.belongs = belongs(submission, row)
                found[m.id, m.methods[0], figure.place] = figure


def from_prices(found, submission, benchmark, release, prices):
    """Money from the price table of the release's day and the tokens of the use case, for use cases where no source has any."""
    day = release.form["date"]
    price = next((p for p in prices if p["model"] == submission.form["model"] and p["valid_from"] <= day
                  and (not p["valid_to"] or day < p["valid_to"])), None)
    money = [m for m in benchmark.leaves() if m.unit == "usd"]
    if not price or not money:
        return
    m = money[0]
    for use_case in benchmark.use_cases.values():
        profile = benchmark.profiles.get(use_case["profile"], {})
        own = bool(use_case.get("input_tokens") or use_case.get("output_tokens"))
        tokens_in = float(use_case.get("input_tokens") or profile.get("input_tokens", 0))
        tokens_out = float(use_case.get("output_tokens") or profile.get("output_tokens", 0))
        if not tokens_in and not tokens_out:
            continue
        place = ("price of use case", use_case["id"]) if own or not profile else ("price of profile", use_case["profile"])
        usd = (tokens_in * float(price["input_usd_per_mtok"]) + tokens_out * float(price["output_usd_per_mtok"])) / 1e6
        found[m.id, m.methods[0], place] = Figure(usd, "price-table", place, method=m.methods[0])

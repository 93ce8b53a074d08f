"""Writes an invented repository where nothing is even, for the oracle: kinds of figures that published boards have not, or not together.

    python3 uneven.py FOLDER

Ratings missing by rater, metric and item; items that only some rows share; points of an item; parts with and without their own figure;
weights of use cases; shares, flags, deviations, intervals with and without level; samples; one trial and several; calls that failed;
costs by use case, by profile, from the price table; an item rated alone, and ratings that are all alike. The same numbers every time.
"""

import csv
import json
import random
import sys
from pathlib import Path

USE_CASES = ["a", "b", "c", "d"]
LEVEL = 0.9


def metric(id, unit, methods, better="higher", **more):
    return {"id": id, "name": id, "description": f"Invented {id}.", "unit": unit, "better": better, "methods": methods, **more}


def dimension(id, *metrics, **more):
    return {"id": id, "name": id, "description": f"Invented {id}.", "metrics": list(metrics), **more}


GRADE, FLAG = {"scale": {"lowest": 1, "highest": 5}}, {"scale": {"lowest": 0, "highest": 1}}
RATED = ["people", "programs"]
BENCHMARK = {
    "schema": 1, "name": "Uneven", "short_name": "Uneven", "question": "What is even here?", "summary": "Nothing is.", "invented": True,
    "confidence_level": LEVEL, "rank_by": "accuracy", "reference_models": ["m0"], "call_noun": "call",
    "use_case_weights": {"a": 2, "c": 0.3},
    "methods": [
        {"id": "people", "name": "People", "judged_by": "people", "description": "People."},
        {"id": "programs", "name": "Programs", "judged_by": "programs", "description": "Programs.",
         "judges": [{"rater": "j1", "name": "One"}, {"rater": "j2", "name": "Two"}]},
    ],
    "profiles": [{"id": "short", "name": "Short", "input_tokens": 500, "output_tokens": 100},
                 {"id": "long", "name": "Long", "input_tokens": 3000, "output_tokens": 250}],
    "dimensions": [
        dimension("accuracy", metric("facts", "grade", RATED, **GRADE),
                  metric("complete", "grade", RATED, **GRADE, parts=[metric("cause", "grade", RATED, **GRADE), metric("outcome", "grade", RATED, **GRADE)]),
                  metric("style", "grade", RATED, counted=False, **GRADE)),
        dimension("harm", metric("harmful", "percent", RATED, "lower", **FLAG)),
        dimension("care", metric("safe", "percent", ["programs"]),
                  metric("kept", "percent", ["programs"], parts=[metric("kept-once", "percent", ["programs"]), metric("kept-often", "percent", ["programs"])]),
                  metric("shown", "percent", ["programs"], counted=False)),
        dimension("solved", metric("pass-1", "percent", ["programs"], pass_power=1), metric("pass-2", "percent", ["programs"], pass_power=2, counted=False),
                  metric("pass-3", "percent", ["programs"], pass_power=3, counted=False)),
        dimension("speed", metric("seconds", "seconds", ["programs"], "lower", statistic="mean"),
                  metric("p50", "seconds", ["programs"], "lower", statistic="p50", counted=False),
                  metric("p95", "seconds", ["programs"], "lower", statistic="p95", counted=False)),
        dimension("cost", metric("usd", "usd", ["programs"], "lower"),
                  tiers={"rule": "thresholds", "reason": "Invented.", "bands": [{"id": "low", "name": "Low", "up_to": 0.002}, {"id": "high", "name": "High"}]}),
    ],
}


class World:
    def __init__(self, folder, seed):
        self.folder, self.random = Path(folder), random.Random(seed)

    def form(self, path, content):
        file = self.folder / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")

    def table(self, path, columns, rows):
        file = self.folder / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(rows)

    def write(self):
        models = [f"m{i}" for i in range(10)]
        self.form("site.json", {"schema": 1, "title": "Uneven", "description": "Invented.", "base_url": "https://example.org/uneven/",
                                "repository_url": "https://example.org/repository", "benchmarks": ["uneven"], "featured": "uneven"})
        self.table("providers.csv", ["id", "name", "url", "invented"], [{"id": "p", "name": "P", "invented": "yes"}])
        self.table("models.csv", ["id", "name", "provider", "released", "openness"], [{"id": m, "name": m, "provider": "p"} for m in models])
        self.table("prices.csv", ["model", "input_usd_per_mtok", "output_usd_per_mtok", "valid_from", "valid_to", "source"], [
            {"model": m, "input_usd_per_mtok": i / 4 + 0.1, "output_usd_per_mtok": i + 0.5, "valid_from": start, "valid_to": end, "source": "https://example.org/"}
            for i, m in enumerate(models[:8]) for start, end in (("2026-01-01", "2026-06-01"), ("2026-06-01", ""))])
        base = "benchmarks/uneven/"
        self.form(base + "benchmark.json", BENCHMARK)
        self.table(base + "use-cases.csv", ["id", "name", "area", "type", "profile", "input_tokens", "output_tokens"], [
            {"id": "a", "name": "A", "profile": "short"}, {"id": "b", "name": "B", "profile": "long"},
            {"id": "c", "name": "C", "profile": "short", "input_tokens": 900, "output_tokens": 90}, {"id": "d", "name": "D", "profile": "long"}])
        self.form(base + "releases/r/release.json", {"schema": 1, "date": "2026-06-01", "status": "frozen", "changes": "Invented.", "known_limits": ["Invented."]})
        for i, model in enumerate(models):
            self.submission(base + f"releases/r/submissions/{model}/", i, model)

    def submission(self, base, i, model):
        self.form(base + "submission.json", {
            "schema": 1, "model": model, "submitted_by": "tests", "method": "people",
            "judges": [{"rater": "j1", "method": "programs"}, {"rater": "j2", "method": "programs"}],
            "sources": [{"id": "run", "title": "Run", "url": "https://example.org/run", "licence": "CC0"},
                        {"id": "other", "title": "Other", "url": "https://example.org/other", "licence": "CC0"}]})
        covered = USE_CASES[:2] if i == 8 else USE_CASES
        self.ratings(base, i, covered)
        self.scores(base, i, covered)
        self.calls(base, i)
        if i % 3 == 1:
            rows = [{"use_case": u, "usd": round(self.random.uniform(0.5, 4), 3), "per": 1000, "source": "run"} for u in covered[:4 - i % 2]]
            self.table(base + "costs.csv", ["use_case", "usd", "per", "source"], rows)

    def ratings(self, base, i, covered):
        r, rows = self.random, []
        columns = ["facts", "cause", "outcome", "style", "harmful"]
        for use_case in covered:
            alike = use_case == "d" and i in (2, 3)
            for item in range(i % 3, 9 + 2 * USE_CASES.index(use_case)):
                for criterion in (("x", "y") if use_case == "b" and item % 2 else ("",)):
                    for rater in ("one", "two", "three", "j1", "j2"):
                        if r.random() < 0.15:
                            continue
                        mood = max(1, min(5, round(r.gauss(2.4 + i / 5, 1))))
                        row = {"use_case": use_case, "item": f"i{item}", "criterion": criterion, "rater": rater, "harmful": int(r.random() < (0.02 if i < 6 else 0.3))}
                        for m in columns[:4]:
                            row[m] = 5 if alike else max(1, min(5, mood + r.choice([-1, 0, 0, 1])))
                            if r.random() < (0.6 if m == "style" and use_case == "a" else 0.05):
                                row[m] = ""
                        rows.append(row)
        self.table(base + "ratings.csv", ["use_case", "item", "criterion", "rater", *columns], rows)

    def scores(self, base, i, covered):
        r, rows = self.random, []

        def add(use_case, name, value, **more):
            rows.append({"use_case": use_case, "metric": name, "method": "programs", "value": value, "source": "run", **more})
        for use_case in covered:
            k = r.choice([0, 1, 2, 3, 20, 57, 97, 99, 100])
            add(use_case, "safe", k, successes=k, trials=100, sample="prompts" if i % 2 else "")
            if i % 3 == 0:
                add(use_case, "kept", round(r.uniform(5, 95), 1), n=40, sample="claims" if i % 2 else "")
            else:
                low = round(r.uniform(10, 60), 1)
                add(use_case, "kept-once", low + 10, low=low, high=low + 18, level=0.95)
                add(use_case, "kept-often", round(r.uniform(10, 90), 2), n=60, sd=round(r.uniform(5, 30), 2))
            if i != 5:
                add(use_case, "shown", 50 + i, low=40, high=60 + i)
            self.passes(add, use_case, i)
        self.table(base + "scores.csv", ["use_case", "metric", "method", "value", "n", "sd", "low", "high", "level", "successes", "trials", "sample", "source"], rows)

    def passes(self, add, use_case, i):
        r, n, trials = self.random, 40, 1 if i % 4 == 3 else 3
        skill = r.uniform(0.2, 1.05)
        solved = [sum(r.random() < skill for _ in range(trials)) for _ in range(n)]
        powers = {1: [c / trials for c in solved]}
        if trials == 3:
            powers[2] = [{0: 0, 1: 0, 2: 1 / 3, 3: 1}[c] for c in solved]
            powers[3] = [float(c == 3) for c in solved]
        if i == 4:
            powers.pop(3)                                          # only pass^1 and pass^2 are known
        for k, x in powers.items():
            digits = 1 if i == 6 else 2                            # too coarse for one set of whole numbers, sometimes
            add(use_case, f"pass-{k}", round(100 * sum(x) / n, digits), n=n, trials=trials)

    def calls(self, base, i):
        r, rows = self.random, []
        for place in ("short", "long"):
            for call in range(3 + 20 * (i % 3)):
                status = "ok" if r.random() < 0.9 else "error"
                rows.append({"profile": place, "item": f"{place}-{call}", "seconds": round(r.lognormvariate(1, 0.4), 2) if status == "ok" else "", "status": status})
        self.table(base + "latencies.csv", ["profile", "item", "seconds", "status"], rows)


if __name__ == "__main__":
    World(sys.argv[1], "an uneven world").write()

"""Reads `data/` of a repository as data/README.md describes it; computes nothing."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path


def table(path):
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: (text or "").strip() for name, text in row.items()} for row in csv.DictReader(file)]


def form(path):
    return json.loads(path.read_text(encoding="utf-8-sig"))


@dataclass(frozen=True)
class Metric:
    id: str
    unit: str
    better: str
    methods: tuple
    counted: bool
    grades: tuple | None
    statistic: str
    pass_power: int | None
    parts: tuple

    @property
    def scale(self):
        """The scale that values are shown on; None where there is no upper end."""
        return {"grade": self.grades, "percent": (0.0, 100.0)}.get(self.unit)

    def shown(self, rating):
        """A rating, or a mean of ratings, as a value of the metric."""
        return 100 * rating / self.grades[1] if self.unit == "percent" else rating


def metric(d):
    scale = d.get("scale")
    return Metric(d["id"], d["unit"], d["better"], tuple(d["methods"]), d.get("counted", True),
                  (scale["lowest"], scale["highest"]) if scale else None, d.get("statistic", "mean"),
                  d.get("pass_power"), tuple(metric(p) for p in d.get("parts", [])))


@dataclass(frozen=True)
class Dimension:
    id: str
    metrics: tuple
    tiers: dict | None

    @property
    def counted(self):
        return [m for m in self.metrics if m.counted]


class Submission:
    def __init__(self, folder):
        self.id = folder.name
        self.form = form(folder / "submission.json")
        self.tables = {name: table(folder / f"{name}.csv") for name in ("scores", "ratings", "item-sums", "latencies", "costs")}
        self.judges = {j["rater"]: j["method"] for j in self.form.get("judges", [])}

    def source(self, row):
        sources = self.form["sources"]
        return next((s for s in sources if s["id"] == row.get("source")), sources[0])


class Benchmark:
    def __init__(self, folder):
        self.id, self.folder = folder.name, folder
        self.form = form(folder / "benchmark.json")
        self.level = self.form["confidence_level"]
        self.dimensions = [Dimension(d["id"], tuple(metric(m) for m in d["metrics"]), d.get("tiers")) for d in self.form["dimensions"]]
        self.use_cases = {u["id"]: u for u in table(folder / "use-cases.csv")}
        self.methods = {m["id"]: m for m in self.form["methods"]}
        self.profiles = {p["id"]: p for p in self.form.get("profiles", [])}
        self.weights = self.form.get("use_case_weights", {})

    def leaves(self):
        for dimension in self.dimensions:
            for m in dimension.metrics:
                yield m
                yield from m.parts


class Release:
    def __init__(self, benchmark, folder):
        self.id, self.benchmark = folder.name, benchmark
        self.form = form(folder / "release.json")
        self.use_cases = [u for u in benchmark.use_cases if u in self.form.get("use_cases", benchmark.use_cases)]
        self.rank_by = self.form.get("rank_by", benchmark.form["rank_by"])
        self.submissions = [Submission(f) for f in sorted((folder / "submissions").iterdir()) if f.is_dir()]


class Repository:
    def __init__(self, root):
        data = Path(root) / "data"
        self.models = {m["id"]: m for m in table(data / "models.csv")}
        self.prices = table(data / "prices.csv")
        self.benchmarks = {name: Benchmark(data / "benchmarks" / name) for name in form(data / "site.json")["benchmarks"]}

    def release(self, benchmark, name):
        b = self.benchmarks[benchmark]
        return Release(b, b.folder / "releases" / name)

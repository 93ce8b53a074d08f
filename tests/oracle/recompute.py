"""Recomputes every number of every board from `data/` by the methods page, and compares it with a built site's downloads.

    python3 recompute.py --root REPOSITORY --site BUILT_SITE [--show 40]

Exit code: 0 without differences, 1 with, 2 where the arguments do not lead to data and downloads.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from cells import cells
from downloads import Download
from pages import pages_of
from repository import Repository
from scoring import Row, frontier, ranking, tier
from single_grades import spread

RELATIVE, ABSOLUTE = 1e-9, 1e-9


class Comparison:
    def __init__(self):
        self.compared, self.differences = Counter(), []

    def check(self, kind, where, mine, theirs):
        self.compared[kind] += 1
        if not same(mine, theirs):
            self.differences.append((kind, where, mine, theirs))


def same(mine, theirs):
    if isinstance(mine, (int, float)) and isinstance(theirs, (int, float)):
        return abs(mine - theirs) <= max(ABSOLUTE, RELATIVE * abs(theirs))
    return mine == theirs


def judge_of(benchmark, file_method):
    """The method of a download and the one judge it shows; None shows all of them together."""
    for id, method in benchmark.methods.items():
        judges = [j["rater"] for j in method.get("judges", [])]
        if file_method == id:
            return id, (judges[0] if judges else None)
        if file_method == f"{id}-all":
            return id, None
        for judge in judges:
            if file_method == f"{id}-{judge}":
                return id, judge
    raise ValueError(f"no method of {benchmark.id} is called {file_method}")


class Board:
    def __init__(self, repository, download, file_method):
        self.release = repository.release(download["benchmark"], download["release"])
        self.benchmark = self.release.benchmark
        self.method, self.judge = judge_of(self.benchmark, file_method)
        self.rows = {s.id: Row(s, cells(s, self.benchmark, self.release, repository.prices, self.method, self.judge), self.benchmark, self.release, self.method)
                     for s in self.release.submissions if not s.form.get("withdrawn")}
        self.dimensions = {d.id: d for d in self.benchmark.dimensions}
        self.ranked_by = self.dimensions[self.release.rank_by]

    def score(self, row, dimension, metric, use_case):
        d = self.dimensions[dimension]
        if metric is None:
            return row.score(lambda u: row.dimension_parts(d, u), d.counted[0].scale, use_case)
        m = next(m for top in d.metrics for m in (top, *top.parts) if m.id == metric)
        return row.score(lambda u: row.metric_parts(m, u), m.scale, use_case)

    def tier(self, row, dimension):
        return tier(self.score(row, dimension.id, None, None), dimension.tiers, len(self.release.use_cases))

    def figures(self, row):
        """Every figure of a row: of each dimension, its metrics and their parts, over all use cases and in each."""
        for d in self.benchmark.dimensions:
            for metric in (None, *(m.id for top in d.metrics for m in (top, *top.parts))):
                for use_case in (None, *self.release.use_cases):
                    score = self.score(row, d.id, metric, use_case)
                    if score:
                        yield (d.id, metric, use_case), score

    def frontier(self, complete, against):
        """Complete rows that no other beats on score and on the other dimension, each by a figure of its own over all use cases."""
        points = {}
        for id, score in complete.items():
            other = self.score(self.rows[id], against.id, None, None)
            if other and other.belongs == "row" and other.covered == len(self.release.use_cases):
                sign = [1 if d.counted[0].better == "higher" else -1 for d in (self.ranked_by, against)]
                points[id] = (sign[0] * score.value, sign[1] * other.value)
        return frontier(points)

    def ranking(self):
        outside = set(self.benchmark.form.get("reference_models", []))
        complete = {}
        for row in self.rows.values():
            score = self.score(row, self.ranked_by.id, None, None)
            if score and score.covered == len(self.release.use_cases) and row.submission.form["model"] not in outside:
                complete[row.id] = score
        holm = self.benchmark.form.get("comparisons") == "holm"
        return complete, ranking(complete, self.ranked_by.counted[0].better, self.benchmark.level, holm)


def compare_board(board, download, comparison, name):
    form, theirs = download.form, download.rows
    comparison.check("rows", name, sorted(id for id in board.rows if any(True for _ in board.figures(board.rows[id]))), sorted(theirs))
    _, ranks = board.ranking()
    ranked = "unranked" not in board.benchmark.form
    comparison.check("smallest difference", name, ranks.smallest if ranked else form["smallest_difference"], form["smallest_difference"])
    for id, row in board.rows.items():
        if id not in theirs:
            continue
        where = f"{name} {id}"
        best, worst = ranks.ranges.get(id, (None, None)) if ranks.ranges and ranked else (None, None)
        comparison.check("rank", where, ranks.ranks.get(id) if ranked else None, theirs[id]["rank"])
        comparison.check("rank range", where, best, theirs[id]["rank_best"])
        comparison.check("rank range", where, worst, theirs[id]["rank_worst"])
        for dimension in (d for d in board.dimensions.values() if d.tiers):
            printed = download.figures[id].get((dimension.id, None, None), {}).get("tier")
            band = board.tier(row, dimension)
            comparison.check("tier in a download", f"{where} {dimension.id}", " ".join(dict.fromkeys(band or ())) or None, printed or None)
        # A band of cost without the money behind it is a figure without a value, of which there is nothing to compute.
        printed = {key: figure for key, figure in download.figures[id].items() if figure.get("value") is not None}
        mine = dict(board.figures(row))
        comparison.check("figures of a row", where, sorted(map(str, mine.keys() - printed.keys())), sorted(map(str, printed.keys() - mine.keys())))
        for key in mine.keys() & printed.keys():
            compare_figure(mine[key], printed[key], comparison, f"{where} {'/'.join(k or '-' for k in key)}")


def compare_figure(mine, theirs, comparison, where):
    low, high = mine.interval or (None, None)
    comparison.check("value", where, mine.value, theirs["value"])
    comparison.check("interval end", where, low, theirs.get("interval_low"))
    comparison.check("interval end", where, high, theirs.get("interval_high"))
    comparison.check("level", where, mine.level if mine.interval else None, theirs.get("level"))
    comparison.check("n", where, mine.n, theirs.get("n"))
    comparison.check("n of", where, mine.n_of, theirs.get("n_of") or "")
    comparison.check("basis", where, mine.basis, theirs.get("basis"))
    comparison.check("belongs to", where, mine.belongs, theirs.get("belongs_to"))
    comparison.check("coverage", where, mine.covered, theirs.get("use_cases_covered"))


def compare_page(board, page, comparison, name):
    dimensions = board.dimensions
    for (id, key), printed in page.numbers.items():
        where, row = f"{name} {id} {key} (page)", board.rows.get(id)
        if row is None:
            continue
        if "~" in key:
            dimension, what = key.split("~")
            found = spread(row, dimensions[dimension], board.judge)
            comparison.check("single grades", where, found and found[("good", "median").index(what)], printed)
            continue
        rest, _, use_case = key.partition("@")
        dimension, _, metric = rest.partition(":")
        score = board.score(row, dimension, metric or None, use_case or None)
        comparison.check("value on a page", where, score and score.value, printed)
    for dimension in (d for d in dimensions.values() if d.tiers):
        bands = {b["id"]: b["name"] for b in dimension.tiers["bands"]}
        for id, row in board.rows.items():
            if (id, dimension.id) not in page.numbers:
                continue
            band = board.tier(row, dimension)
            quoted = "publisher: " if dimension.tiers["rule"] == "as-published" else ""
            mine = None if band is None else quoted + "\u2013".join(dict.fromkeys(bands[b] for b in band))
            comparison.check("tier", f"{name} {id} {dimension.id}", mine, page.tiers.get((id, dimension.id)))
    complete, ranks = board.ranking()
    for against, rows in page.frontiers.items():
        comparison.check("frontier", f"{name} {against}", sorted(board.frontier(complete, dimensions[against])), sorted(rows))
    if page.findings:
        comparison.check("findings", name, (ranks.pairs, ranks.findings), page.findings)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--root", required=True, help="a repository with data/")
    arguments.add_argument("--site", required=True, help="the site built from it")
    arguments.add_argument("--show", type=int, default=40, help="how many differences are printed")
    asked = arguments.parse_args()
    files = sorted(f for f in Path(asked.site).glob("data/*/*/*.json") if not f.name.endswith(".board.json"))
    if not files or not (Path(asked.root) / "data/site.json").exists():
        print("No data/site.json under --root, or no data/<benchmark>/<release>/<method>.json under --site.", file=sys.stderr)
        return 2
    repository, comparison, pages = Repository(asked.root), Comparison(), pages_of(Path(asked.site))
    for file in files:
        download = Download(file)
        board = Board(repository, download.form, file.stem)
        name = "/".join((*file.parts[-3:-1], file.stem))
        compare_board(board, download, comparison, name)
        if name in pages:
            compare_page(board, pages[name], comparison, name)
    print(f"{len(files)} boards, {len(pages)} pages, {sum(comparison.compared.values())} comparisons, {len(comparison.differences)} differences")
    for kind, number in sorted(comparison.compared.items()):
        print(f"  {kind}: {number}, {sum(1 for d in comparison.differences if d[0] == kind)} differ")
    for kind, where, mine, theirs in comparison.differences[:asked.show]:
        print(f"{where}: {kind} {mine!r} here, {theirs!r} there")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())

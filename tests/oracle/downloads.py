"""Reads the JSON of a leaderboard as content/data.md describes it, and spells out what it says once.

Use cases, measures and sources are lists, named by position. In the figures of a row a list has one entry a figure, one value stands for a
list of the same, and what no figure has is left out. A dimension of one metric is that metric, and one figure.
"""

import json


class Download:
    """One leaderboard: what the file says of it, and its rows by submission."""

    def __init__(self, path):
        self.form = json.loads(path.read_text(encoding="utf-8"))
        if self.form["schema"] != 2:
            raise ValueError(f"{path} has form {self.form['schema']}, and this reads form 2")
        self.rows = {row["submission_id"]: row for row in self.form["rows"]}
        self.figures = {id: self.figures_of(row) for id, row in self.rows.items()}

    def figures_of(self, row):
        """The figures of a row by (dimension, metric, use case), where a part is a metric, too, and a figure of a dimension has none."""
        columns, found = row["figures"], {}
        number = max((len(column) for column in columns.values() if isinstance(column, list)), default=1)
        figures = [{name: column[i] if isinstance(column, list) else column for name, column in columns.items()} for i in range(number)]
        for figure in figures:
            measure, at = self.form["measures"][figure["measure"]], figure.get("use_case")
            use_case = None if at is None else self.form["use_cases"][at]["use_case_id"]
            key = (measure["dimension"], None if measure["kind"] == "dimension" else measure["part"] or measure["metric"], use_case)
            if key in found:
                raise ValueError(f"{row['submission_id']} has two figures of {key}")
            found[key] = figure
            if measure["kind"] == "dimension" and measure["metric"]:
                found.setdefault((measure["dimension"], measure["metric"], use_case), figure)
        return found

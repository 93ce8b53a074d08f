"""The columns of single grades: the share above the middle of the scale, and the median; each use case weighs as in the mean."""

from collections import Counter


def grades_in(row, dimension, use_case, judge):
    """How often each grade was given in a use case for the counted metrics; None where single grades are not known."""
    counts = Counter()
    ratings = row.submission.tables["ratings"]
    leaves = [leaf for m in dimension.counted for leaf in ((m,) if ratings and m.id in ratings[0] else m.parts)]
    for rating in ratings:
        by = row.submission.judges.get(rating["rater"])
        people = row.benchmark.methods[row.method]["judged_by"] == "people"
        if rating["use_case"] != use_case or (by is not None if people else by != row.method) or (judge and rating["rater"] != judge):
            continue
        counts.update(int(float(rating[leaf.id])) for leaf in leaves if rating.get(leaf.id))
    return counts or None


def spread(row, dimension, judge):
    """Share in percent of grades above the middle, and the median grade; None where a covered use case has no single grades."""
    low, high = dimension.counted[0].grades
    shares, total = Counter(), 0.0
    for use_case in row.release.use_cases:
        if not row.dimension_parts(dimension, use_case):
            continue
        counts = grades_in(row, dimension, use_case, judge)
        if not counts:
            return None
        weight = row.benchmark.weights.get(use_case, 1.0)
        total += weight
        for grade, number in counts.items():
            shares[grade] += weight * number / sum(counts.values())
    if not total:
        return None
    good = 100 * sum(share for grade, share in shares.items() if grade > (low + high) / 2) / total
    below, middle = 0.0, []
    for grade in sorted(shares):
        below += shares[grade] / total
        if below >= 0.5 - 1e-9:
            middle.append(grade)
        if below > 0.5 + 1e-9:
            break
    return good, (middle[0] + middle[-1]) / 2

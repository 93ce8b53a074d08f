"""Reads what stands on the pages of boards and in no download: tiers, the frontier, findings, single grades."""

import re
from html import unescape

ROW = re.compile(r'<tr id="row-([^"]+)"[^>]*>(.*?)</tr>', re.DOTALL)
NUMBER = re.compile(r'data-value="([^"]+)" data-key="([^"]+)"')
TIER = re.compile(r'<span class="tier(?: band)?">.*?</span>([^<]+)</span>\s*<data [^>]*data-key="([^"]+)"', re.DOTALL)
# Where rows stand by cost, the bar follows the number, and the tier the bar.
SCORE = re.compile(r'<td class="score"><data [^>]*data-key="([^"]+)"(?:(?!</td>).)*<span class="tier(?: band)?">(?:(?!</td>).)*?</span>([^<]+)</span>', re.DOTALL)
CHART = re.compile(r'<figure class="chart-figure" data-against="([^"]+)">(.*?)</figure>', re.DOTALL)
BEST = re.compile(r'<g class="chart-best">(.*?)</g></g>', re.DOTALL)
POINT = re.compile(r'<g data-row="([^"]+)"')
FINDINGS = re.compile(r'<li class="findings">(\d+)\s+comparisons? of ranked rows: (\d+)\s')
NAME = re.compile(r'data-name="([^"]+)"')


class BoardPage:
    """The page of one board."""

    def __init__(self, html):
        self.name = NAME.search(html).group(1).replace("_", "/")
        self.numbers, self.tiers = {}, {}
        for row, text in ROW.findall(html):
            for value, key in NUMBER.findall(text):
                self.numbers[row, key.removeprefix(f"{self.name}/{row}/")] = float(value)
            for tier, key in [*TIER.findall(text), *((tier, key) for key, tier in SCORE.findall(text))]:
                self.tiers[row, key.removeprefix(f"{self.name}/{row}/")] = unescape(tier).strip()
        self.frontiers = {against: {row for best in BEST.findall(chart) for row in POINT.findall(best)} for against, chart in CHART.findall(html)}
        found = FINDINGS.search(html)
        self.findings = (int(found[1]), int(found[2])) if found else None


def pages_of(site):
    """The pages of boards by name: benchmark/release/method; a board that stands at several addresses once."""
    pages = {}
    for path in sorted(site.rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        if 'class="board-main"' in html and ROW.search(html) and NAME.search(html):
            page = BoardPage(html)
            if page.numbers:
                pages.setdefault(page.name, page)
    return pages

// @ts-check
// Two to four rows of a board side by side: every measure, whether the differences are real, what it costs.
import { bar, placeOn } from "./bars.js";
import { comparing } from "./comparing.js";
import { named, number, published, tier } from "./marks.js";
import { el, need, none } from "./dom.js";
import { count, plural, range, rankText, usd, value as shownValue } from "./format.js";
import { MOST_ROWS } from "./picks.js";
import { rowsOf } from "./rows.js";
import { scrolled } from "./scrolled.js";
import { startAsking, yearlyCost } from "./ask.js";
import { comparable, scoreBoard, statedCalls } from "./score.js";
import { listed, quoted, verdict } from "./verdicts.js";

/** @import { Head, Metric, Row, Score } from "../../types/board.js" */
/** @import { Asked } from "./ask.js" */

const main = need("[data-ask]");
const chosen = need(".chosen", main);
const input = /** @type {HTMLInputElement} */ (need("#add", main));
/** @type {Asked} */
let asked;
/** @type {number[]} */
let rows = [];
/** @type {Promise<typeof import("./compare-real.js")> | null} */
let real = null;

const ask = startAsking(main, {
  begin() {}, show, compare: comparing,
  near: async () => (await import("./compare-add.js")).addRows(main, input, () => asked ? { asked, rows } : null, { pick, go: ask.go }),
});
chosen.addEventListener("click", event => {
  const chip = event.target instanceof Element ? event.target.closest("button") : null;
  if (!chip) return;
  pick(rows.filter(row => String(row) !== chip.value));
  input.focus();
});

/** @param {number[]} next */
const pick = next => ask.change({ rows: next.map(row => rowsOf(asked.board).all[row].id) });

/** @param {number} row */
const placeOf = row => rankText(asked.scored.places[row]);

/** @param {Asked} now */
function show(now) {
  asked = now;
  const { board, picks } = asked;
  const known = rowsOf(board);
  // To begin with, the first two of the board: of those within the limits that an address brings.
  rows = picks.rows.length ? picks.rows.map(known.at) : withinLimits().slice(0, 2);
  const of = rows.map(row => known.all[row]);
  chosen.replaceChildren(...of.map(({ label }, i) => el("li", null,
    el("button", { type: "button", class: "chip", value: String(rows[i]), "aria-label": `Leave out ${label}` }, el("bdi", null, label)))));
  input.disabled = rows.length >= MOST_ROWS;
  input.placeholder = input.disabled ? "four at most" : "Name or provider";
  ask.answer(answer(of));
  const place = need(".answer", main);
  place.classList.toggle("pair", rows.length === 2);
  place.replaceChildren(...rows.length ? [sideBySide(of)] : []);
  if (rows.length > 1) tellApart(of);
}

/** The complete rows within the limits of the address, best first: a figure that nobody measured is within none. */
function withinLimits() {
  const { board, scored, picks } = asked;
  const { complete } = scored.order;
  return Object.entries(picks.limits).reduce((left, [name, limit]) => {
    const values = comparable(scored, board.dimensions.findIndex(({ id }) => id === name.slice(4)), complete);
    return left.filter(row => name.startsWith("min.") ? values[row] >= limit : values[row] <= limit);
  }, complete);
}

/** Says which differences are real, once the module for it is here; the figures do not wait. @param {Row[]} of */
async function tellApart(of) {
  const shown = asked;
  const { differences } = await (real ??= import("./compare-real.js"));
  if (shown === asked) need(".answer", main).append(differences(asked, rows, of));
}

/** @param {Row[]} of */
function answer(of) {
  const { board, scored } = asked;
  const limited = !asked.picks.rows.length && Object.keys(asked.picks.limits).length > 0;
  const within = limited ? rows.length > 1 ? "The first two within your limits. " : `${of.length ? "Only this row is" : "No row is"} known to be within your limits. ` : "";
  if (rows.length < 2) return within + (rows.length ? `Add a second ${board.benchmark.subject.one} to compare.` : `Add two to four ${board.benchmark.subject.many} to compare.`);
  const { rankBy } = scored;
  const measured = board.dimensions[rankBy];
  const name = quoted(measured);
  const value = scored.values(rankBy);
  const order = rows.map((_, i) => i).filter(i => value[rows[i]] === value[rows[i]])
    .sort((a, b) => (measured.better === "higher" ? 1 : -1) * (value[rows[b]] - value[rows[a]]));
  const said = [board.benchmark.invented ? "Invented data. " : "", within];
  const [first, ...others] = order;
  const found = others.map(other => ({ label: of[other].label, against: scored.difference(rankBy, rows[first], rows[other]) }));
  const comparable = found.flatMap(({ label, against }) => against ? [{ label, against }] : []);
  if (order.length < 2 || !comparable.length) {
    said.push(`These rows do not cover the same ${board.benchmark.use_case.many}, so they cannot be compared on ${name}.`);
  } else if (comparable.length === 1) {
    said.push(`${of[first].label} against ${comparable[0].label} on ${name}: ${verdict(measured, comparable[0].against)}.`);
  } else {
    const [sure, open] = [comparable.filter(({ against }) => against.verdict === 1), comparable.filter(({ against }) => against.verdict !== 1)];
    const names = (/** @type {{ label: string }[]} */ list) => listed(list.map(({ label }) => label));
    said.push(`${of[first].label} is first on ${name}: ` + (sure.length ? `better than ${names(sure)}, more than chance` : "")
      + (sure.length && open.length ? "; " : "") + (open.length ? `not shown to be better than ${names(open)}` : "") + ".");
  }
  return said.join("") + costs(of);
}

/** @param {number} number */
const cases = number => plural(number, asked.board.benchmark.use_case.one, asked.board.benchmark.use_case.many);

/** What a call costs with each row, over the use cases that all of them have a cost for. @param {Row[]} of */
function costs(of) {
  const { board, scored } = asked;
  const money = board.dimensions.find(({ unit }) => unit === "usd")?.index;
  if (money === undefined) return "";
  const priced = rows.filter(row => scored.covered(money)[row] && !scored.apart(money)[row]);
  const there = overShared(priced, money);
  if (priced.length < 2 || !there) return "";
  const over = there === scored ? "" : ` over the ${cases(there.chosen.length)} for which ${priced.length > 2 ? "all" : "both"} have a cost`;
  return ` Cost${over}, US$ ${asked.per}: ${listed(priced.map(row => `${shownValue(board.dimensions[money], there.values(money)[row])} with ${of[rows.indexOf(row)].label}`))}.`;
}

/** The board over those chosen use cases in which all of some rows have a dimension; null where there are none. @param {number[]} some @param {number} dimension */
function overShared(some, dimension) {
  const { board, scored } = asked;
  const shared = scored.chosen.filter(at => some.every(row => scored.useCase(row, dimension, at).value !== null));
  return shared.length === scored.chosen.length ? scored
    : shared.length ? scoreBoard(board, board.useCases.map((_, at) => shared.includes(at)), comparing) : null;
}

/** @param {Row[]} of */
function sideBySide(of) {
  const { board, scored } = asked;
  const lines = [line("Rank", `by ${quoted(board.dimensions[scored.rankBy])}`, rows.map(row => [placeOf(row) ?? none("not ranked")]), "part-of"),
    ...board.dimensions.flatMap(dimension => dimensionLines(dimension.index))];
  lines.push(line("Evidence", "", of.map(({ page, source }) => [el("a", { href: `${page}` }, "all figures"), " · ", el("a", { href: source }, "file")]), "part-of"));
  const head = el("tr", null, el("td", null), ...of.map(row => el("th", { scope: "col" }, ...named(row))));
  const table = scrolled("Side by side", "plain beside", el("thead", null, head), el("tbody", null, ...lines));
  table.style.setProperty("--columns", String(rows.length));
  return table;

  /** @param {number} index */
  function dimensionLines(index) {
    const dimension = board.dimensions[index];
    const scores = rows.map(row => scored.dimension(row, index));
    const found = [measureLine(dimension, scores, "strong", score => score.tier ? [tier(board, index, score.tier), " "] : [], row => published(scored, row, index))];
    /** @type {Metric[]} */
    const metrics = dimension.metrics.length > 1 || dimension.metrics[0].parts.length ? dimension.metrics.flatMap(metric => [metric, ...metric.parts]) : [];
    for (const metric of metrics) {
      const of = rows.map(row => scored.metric(row, metric.index));
      if (of.some(({ value }) => value !== null)) found.push(measureLine(metric, of, "part-of"));
    }
    const measured = rows.filter(row => scored.covered(index)[row]);
    const there = measured.length > 1 ? overShared(measured, index) : scored;
    if (there && there !== scored) {
      found.push(measureLine({ ...dimension, name: `over the ${cases(there.chosen.length)} shared` }, rows.map(row => there.dimension(row, index)), "part-of"));
    }
    if (dimension.unit === "usd" && scores.some(({ value }) => value !== null)) {
      const money = (/** @type {number | null} */ amount) => amount === null ? [none("not known")] : [usd(amount)];
      const calls = asked.picks.calls ?? statedCalls(scored);
      if (calls) found.push(line("a year", `at ${count(calls)} ${board.benchmark.call.many}`, rows.map(row => money(yearlyCost(scored, index, row, asked.picks.calls))), "part-of"));
    }
    return found;
  }
}

/**
 * A measure of all rows, with bars on one scale.
 * @param {Head} measured @param {Score[]} scores @param {string} css @param {(score: Score) => (Node | string)[]} [before] @param {(row: number) => (Node | string)[]} [after]
 */
function measureLine(measured, scores, css, before = () => [], after = () => []) {
  const { name, better } = measured;
  const place = placeOn(measured, () => Math.max(...scores.map(({ value, high }) => high ?? value ?? 0)));
  const unit = measured.unit === "usd" ? `US$ ${asked.per}` : "";
  return line(name, css === "strong" ? `${unit}${unit && ", "}${better} is better` : unit, scores.map((score, i) => {
    const { value, covered, total } = score;
    if (value === null) return [...before(score), none("not measured")];
    const notes = [
      ...score.apart ? [score.apart] : [],
      score.low !== null && score.high !== null ? range(measured, score.low, score.high) : "no interval",
      ...score.count ? [plural(score.count, score.countOf.replace(/s$/, "") || "observation")] : [],
      ...covered < total ? [`${covered} of ${cases(total)}`] : [],
    ];
    return [...before(score), ...number(measured, { ...score, apart: "" }), bar(place, score), el("span", { class: "note" }, notes.join(", ")), ...after(rows[i])];
  }), css);
}

/** @param {string} name @param {string} sub @param {(Node | string)[][]} cells @param {string} css */
const line = (name, sub, cells, css) => el("tr", { class: css },
  el("th", { scope: "row", class: css }, name, ...sub ? [el("span", { class: "level" }, sub)] : []), ...cells.map(cell => el("td", null, ...cell)));

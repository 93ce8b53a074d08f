// @ts-check
// A choice as a drawing: every complete row on two counts, those outside the limits hollow, the limits as lines.
import { frontier, linear, logarithmic, share, spaced, tickTexts } from "./axis.js";
import { timesOf } from "./choice-words.js";
import { el, svg } from "./dom.js";
import { enlargeable } from "./figures.js";
import { plural, suffix, value as shownValue } from "./format.js";
import { frontierLine, RADIUS, scatterLabels, TICK, widthOf } from "./labels.js";
import { rowsOf } from "./rows.js";
import { listed } from "./verdicts.js";

/** @import { Count } from "./choice-words.js" */
/** @import { Decision } from "./choose.js" */
/** @typedef {{ row: number, x: number, y: number, out: boolean, partial: boolean }} Point `partial`: no part of the frontier */
/** @typedef {{ of: Count, ticks: number[], texts: string[], at: (value: number) => number, name: string }} Axis */

const WIDTH = 520;
const PLOT = { left: 52, top: 28, right: WIDTH - 14, bottom: 300 };

/** @param {Decision} decision @returns {HTMLElement} */
export function choiceChart(decision) {
  const { criteria, kept, ranked, asked: { board, scored, per } } = decision;
  const rows = scored.order.complete;
  const axes = axesOf(criteria, rows, scored.rankBy);
  if (!axes) return el("figure", { class: "chart-figure" }, el("figcaption", null, el("p", null, "No two rows have two figures to draw.")));
  const [ofX, ofY] = axes;
  const within = new Set(kept);
  /** @type {Point[]} */
  const points = rows.filter(row => ofX.values[row] === ofX.values[row] && ofY.values[row] === ofY.values[row])
    .map(row => ({ row, x: ofX.values[row] * timesOf(ofX.dimension), y: ofY.values[row] * timesOf(ofY.dimension), out: !within.has(row), partial: !within.has(row) }));
  const drawing = draw(decision, axisOf(ofX, points.map(({ x }) => x), PLOT.left + 14, PLOT.right - 6, per), axisOf(ofY, points.map(({ y }) => y), PLOT.bottom - 6, PLOT.top + 6, per), points, ranked[0]?.row ?? -1);
  const out = points.filter(one => one.out).length;
  const front = bestOf(points, ofX, ofY).map(i => rowsOf(board).all[points[i].row].label);
  const note = [
    front.length ? `Of the rows drawn, none within your limits is better on both counts than ${listed(front)} (blue).` : "",
    out ? "Hollow: outside your limits." : "", rows.length > points.length ? `${plural(rows.length - points.length, "row lacks", "rows lack")} one of the two figures.` : "",
  ].filter(Boolean).join(" ");
  const figure = el("figure", { class: "chart-figure" }, el("figcaption", null, el("h2", null, `${ofY.dimension.name} against ${ofX.dimension.name.toLowerCase()}`), el("p", null, note)), drawing);
  enlargeable(figure);
  return figure;
}

/**
 * The board's own dimension up, where two rows have it, and across what most of those rows have: of equals money first, then time.
 * @param {Count[]} criteria @param {number[]} rows @param {number} rankBy @returns {[Count, Count] | null}
 */
function axesOf(criteria, rows, rankBy) {
  const has = (/** @type {Count} */ { values }) => rows.filter(row => values[row] === values[row]);
  const there = criteria.filter(one => has(one).length > 1);
  const up = there.find(({ dimension }) => dimension.index === rankBy) ?? there.find(({ higher }) => higher) ?? there.at(-1);
  if (!up) return null;
  const across = there.filter(one => one !== up)
    .map(one => ({ one, both: has(one).filter(row => up.values[row] === up.values[row]).length, rank: one.dimension.unit === "usd" ? 2 : Number(one.ratios) }))
    .sort((a, b) => b.both - a.both || b.rank - a.rank)[0];
  return across?.both > 1 ? [across.one, up] : null;
}

/** @param {Count} of @param {number[]} values @param {number} from @param {number} to @param {string} per what money is for @returns {Axis} */
function axisOf(of, values, from, to, per) {
  const { dimension, limit } = of;
  const times = timesOf(dimension);
  const shown = limit === null ? values : [...values, limit * times];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const log = dimension.unit === "usd" && low > 0;
  const scale = log ? logarithmic(low, high) : linear(low, high, Math.max(0, of.bounds[0]), of.bounds[1]);
  const place = log ? Math.log : Number;
  const at = (/** @type {number} */ value) => from + (to - from) * share(place(value), place(scale.low), place(scale.high));
  const isLevel = from < to;
  const ticks = spaced(scale, some => tickTexts(some, dimension.unit === "usd", log), at, text => isLevel ? widthOf(text, TICK) : TICK, isLevel ? 14 : 16);
  const unit = dimension.unit === "usd" ? `US$ ${per}` : suffix(dimension).trim();
  return { of, ticks: ticks.map(({ tick }) => tick), texts: ticks.map(({ text }) => text), at, name: `${dimension.name}${unit ? `, ${unit}` : ""}${log ? " (log scale)" : ""}` };
}

/** Positions of the points within the limits that no other beats on both counts. @param {Point[]} points @param {Count} ofX @param {Count} ofY */
const bestOf = (points, ofX, ofY) => frontier(points.map(one => ({ ...one, x: ofX.higher ? -one.x : one.x })), ofY.higher ? 1 : -1);

/** @param {Decision} decision @param {Axis} across @param {Axis} up @param {Point[]} points @param {number} pick */
function draw(decision, across, up, points, pick) {
  const { board } = decision.asked;
  const height = PLOT.bottom + 42;
  const inside = points.filter(({ out }) => !out).length;
  const drawing = svg("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${height}`, width: String(WIDTH), height: String(height), role: "img",
    "aria-label": `${up.of.dimension.name} against ${across.of.dimension.name}: ${plural(inside, "row")} within your limits, ${points.length - inside} outside` });
  const text = (/** @type {Record<string, string>} */ where, /** @type {string} */ said) => svg("text", where, said);
  drawing.append(
    ...beyond(across, up),
    svg("path", { class: "chart-grid", d: up.ticks.map(tick => `M${PLOT.left} ${up.at(tick)}H${PLOT.right}`).join("") }),
    svg("g", { class: "chart-ticks", "text-anchor": "end" }, ...up.ticks.map((tick, i) => text({ x: String(PLOT.left - 8), y: String(up.at(tick) + 4) }, up.texts[i]))),
    svg("g", { class: "chart-ticks", "text-anchor": "middle" }, ...across.ticks.map((tick, i) => text({ x: String(across.at(tick)), y: String(PLOT.bottom + 18) }, across.texts[i]))),
    text({ class: "chart-axis", y: "12" }, up.name), text({ class: "chart-axis", x: String(WIDTH), y: String(height - 5), "text-anchor": "end" }, across.name));

  const best = bestOf(points, across.of, up.of);
  drawing.append(frontierLine(best.map(i => ({ x: across.at(points[i].x), y: up.at(points[i].y) }))) ?? "");
  const kindOf = (/** @type {Point} */ one, /** @type {number} */ i) => one.out ? "chart-partial" : best.includes(i) ? "chart-best" : "chart-complete";
  // The most important last, which lies on top.
  const order = points.map((one, i) => ({ one, i, weight: one.row === pick ? 3 : one.out ? 0 : best.includes(i) ? 2 : 1 })).sort((a, b) => a.weight - b.weight);
  for (const { one, i } of order) {
    drawing.append(svg("g", { class: kindOf(one, i) }, svg("g", { "data-row": rowsOf(board).all[one.row].id, ...one.row === pick ? { class: "pick" } : {} }, svg("title", null, titleOf(decision, one, across, up)),
      svg("circle", { cx: String(across.at(one.x)), cy: String(up.at(one.y)), r: String(one.row === pick ? RADIUS + 1.5 : RADIUS) }))));
  }
  const rest = order.toReversed().map(({ i }) => i).filter(i => !best.includes(i));
  drawing.append(scatterLabels([...best, ...rest].map(i => {
    const { id, label } = rowsOf(board).all[points[i].row];
    return { name: label, id, x: across.at(points[i].x), y: up.at(points[i].y), faint: points[i].out, strong: points[i].row === pick, upright: null, level: null };
  }), best.length, { ...PLOT, right: WIDTH }));
  return drawing;
}

/** What lies beyond the limits, shaded up to a line. @param {Axis} across @param {Axis} up @returns {Node[]} */
function beyond(across, up) {
  const found = [];
  for (const [axis, isAcross] of /** @type {[Axis, boolean][]} */ ([[across, true], [up, false]])) {
    const { limit, higher, dimension } = axis.of;
    if (limit === null) continue;
    const at = axis.at(limit * timesOf(dimension));
    const [start, end] = isAcross ? [PLOT.left, PLOT.right] : [PLOT.top - 6, PLOT.bottom];
    const isAfter = isAcross ? !higher : higher;
    const [from, length] = isAfter ? [at, end - at] : [start, at - start];
    found.push(
      svg("rect", isAcross ? { class: "chart-beyond", x: String(from), y: String(PLOT.top - 6), width: String(Math.max(0, length)), height: String(PLOT.bottom - PLOT.top + 6) }
        : { class: "chart-beyond", x: String(PLOT.left), y: String(from), width: String(PLOT.right - PLOT.left), height: String(Math.max(0, length)) }),
      svg("path", { class: "chart-limit", d: isAcross ? `M${at} ${PLOT.top - 6}V${PLOT.bottom}` : `M${PLOT.left} ${at}H${PLOT.right}` }));
  }
  return found;
}

/** @param {Decision} decision @param {Point} point @param {Axis} across @param {Axis} up */
function titleOf({ asked: { board } }, { row, x, y, out }, across, up) {
  const said = (/** @type {Axis} */ { of: { dimension } }, /** @type {number} */ value) => `${dimension.name.toLowerCase()} ${shownValue(dimension, value / timesOf(dimension))}${suffix(dimension)}`;
  return `${rowsOf(board).all[row].label}: ${said(up, y)}, ${said(across, x)}${out ? ", outside your limits" : ""}`;
}

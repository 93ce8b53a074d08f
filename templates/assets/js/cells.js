// @ts-check
// What stands in the cells of a row; the twin of the partials figure, interval, tier, coverage and board-row.
import { el, none, spoken, svg } from "./dom.js";
import { halfWidth, suffix, value } from "./format.js";
import { figureAt } from "./columns.js";

/** @import { Board, Score, Scored, Unit } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/** More use cases than this are told as a count instead of one dot each. */
const MOST_DOTS = 12;

/** @param {Unit} unit @param {Score | null} figure @returns {(Node | string)[]} */
export function number(unit, figure) {
  if (figure?.value == null) return [none("not measured")];
  const shown = el("data", { value: String(figure.value) }, value(unit, figure.value));
  const after = suffix(unit);
  return after ? [shown, el("span", { class: "unit" }, after)] : [shown];
}

/**
 * The scale that the bars of a board share.
 * @param {Scored} scored
 * @returns {(value: number) => string} a place on it, in hundredths
 */
export function barScale(scored) {
  const { board } = scored;
  const { unit, scale } = board.dimensions[board.rankBy];
  let [low, high] = unit === "grade" && scale ? scale : [0, unit === "percent" ? 100 : 0];
  if (high === 0) {
    for (let row = 0; row < board.count; row++) {
      const { value: at, high: end } = scored.dimension(row, board.rankBy);
      high = Math.max(high, end ?? at ?? 0);
    }
  }
  return at => String(Math.round(Math.min(Math.max((at - low) / ((high || 1) - low), 0), 1) * 1000) / 10);
}

/** @param {(value: number) => string} place @param {number} at @param {Score} figure */
export function bar(place, at, figure) {
  const marks = [svg("path", { class: "track", d: "M0 5h100" }), svg("path", { class: "fill", d: `M0 5H${place(at)}` })];
  if (figure.low != null && figure.high != null) {
    marks.push(svg("path", { class: "whisker", d: `M${place(figure.low)} 1v8m0-4H${place(figure.high)}m0-4v8` }));
  }
  return svg("svg", { class: "interval", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, ...marks);
}

/** @param {Scored} scored @param {number} row @param {(value: number) => string} place @returns {(Node | string)[]} */
export function score(scored, row, place) {
  const { board } = scored;
  const figure = scored.dimension(row, board.rankBy);
  if (figure.value === null) return [none("not measured")];
  const { unit } = board.dimensions[board.rankBy];
  const half = figure.low == null || figure.high == null ? spoken("no interval") : halfWidth(unit, figure.low, figure.high, figure.value);
  return [...number(unit, figure), bar(place, figure.value, figure), el("span", { class: "half" }, half)];
}

/** @param {Board} board @param {number} dimension @param {readonly [number, number]} span */
export function tier(board, dimension, span) {
  const bands = board.dimensions[dimension].tiers?.bands ?? [];
  const word = span[0] === span[1] ? bands[span[0]].name : `${bands[span[0]].name}–${bands[span[1]].name}`;
  const steps = bands.map((_, i) => el("i", i <= span[1] ? { class: "on" } : null));
  return el("span", { class: "tier" }, el("span", { class: "steps", "aria-hidden": "true" }, ...steps), word);
}

/** @param {Scored} scored @param {Column} column @param {number} row @returns {(Node | string)[]} */
export function cell(scored, column, row) {
  if (column.key === "coverage") return coverage(scored, row);
  const figure = figureAt(scored, column, row);
  const whole = column.metric < 0 && column.useCase < 0;
  const parts = [];
  const span = whole ? figure?.tier : null;
  if (span) parts.push(tier(scored.board, column.dimension, span), " ");
  if (figure?.value != null || !span) parts.push(...number(column.unit, figure));
  if (whole && figure && figure.covered > 0 && figure.covered < figure.total) {
    parts.push(" ", el("span", { class: "share" }, `${figure.covered} of ${figure.total}`));
  }
  return parts;
}

/** @param {Scored} scored @param {number} row @returns {(Node | string)[]} */
function coverage(scored, row) {
  const { covered, total } = scored.dimension(row, scored.board.rankBy);
  const text = `${covered} of ${total}`;
  if (total > MOST_DOTS) return [text];
  const flags = scored.chosen.map(useCase => scored.useCase(row, scored.board.rankBy, useCase).covered > 0);
  const dots = flags.map(covered => el("i", covered ? null : { class: "o" }));
  return [el("span", { class: flags.length > 6 ? "cases many" : "cases", "aria-hidden": "true" }, ...dots), spoken(text)];
}

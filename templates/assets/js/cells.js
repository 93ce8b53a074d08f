// @ts-check
// What stands in the cells of a row; the twin of the partials coverage and board-row.
import { el, none, spoken } from "./dom.js";
import { halfWidth } from "./format.js";
import { figureAt } from "./columns.js";
import { bar, number, placeOn, tier } from "./marks.js";

/** @import { Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/** More use cases than this are told as a count instead of one dot each. */
const MOST_DOTS = 12;

/**
 * The scale that the bars of a board share.
 * @param {Scored} scored
 * @returns {(value: number) => string} a place on it, in hundredths
 */
export function barScale(scored) {
  const { board } = scored;
  return placeOn(board.dimensions[board.rankBy], () => {
    let most = 0;
    for (let row = 0; row < board.count; row++) {
      const { value, high } = scored.dimension(row, board.rankBy);
      most = Math.max(most, high ?? value ?? 0);
    }
    return most;
  });
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

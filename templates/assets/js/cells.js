// @ts-check
// What stands in the cells of a row; the twin of the partials coverage and board-row.
import { bar, lines, placeOn } from "./bars.js";
import { FEW_DOTS, LONG_LABEL, MOST_DOTS } from "./constants.js";
import { el, none, spoken } from "./dom.js";
import { money, range, spread, suffix, value } from "./format.js";
import { columnOf, figureAt, isPlain, valuesOf } from "./columns.js";
import { number, published, tier } from "./marks.js";
import { decimalsIn, fit, signsIn } from "./recount.js";

/** @import { Row, Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/** From this factor between the most and the least money on, bars are logarithmic, as in the program. */
const LOG_FROM = 10;

/**
 * The scale that the bars of a board share.
 * @param {Scored} scored
 * @returns {(value: number) => string} a place on it, in hundredths
 */
export function barScale(scored) {
  const { board } = scored;
  let [most, least] = [0, Infinity];
  for (let row = 0; row < board.count; row++) {
    const { value, high } = scored.dimension(row, board.rankBy);
    most = Math.max(most, high ?? value ?? 0);
    if (value) least = Math.min(least, value);
  }
  const measured = board.dimensions[board.rankBy];
  if (measured.unit !== "usd" || most < LOG_FROM * least) return placeOn(measured, () => most);
  const low = least / 2;
  const place = placeOn({ ...measured, unit: "share" }, () => 1);
  return value => place(value > low ? Math.log(value / low) / Math.log(most / low) : 0);
}

/** @type {WeakMap<Scored, boolean>} whether the sides of some interval differ, so that all are told by both ends */
const lopsided = new WeakMap();

/** How sure a figure with an interval is, as all of its table are told. @param {Scored} scored @param {{ value: number | null, low?: number | null, high?: number | null }} figure */
function sureness(scored, { value, low, high }) {
  const { board } = scored;
  const unit = board.dimensions[board.rankBy];
  if (!lopsided.has(scored)) lopsided.set(scored, Array.from({ length: board.count }, (_, row) => scored.dimension(row, board.rankBy))
    .some(({ value, low, high }) => value !== null && low != null && high != null && !spread(unit, low, high, value).startsWith("\u00b1")));
  return lopsided.get(scored) ? range(unit, Number(low), Number(high)).slice(0, -suffix(unit).length || undefined) : spread(unit, Number(low), Number(high), Number(value));
}

/** @param {Row} row */
export function model({ label, name, page, providerName, variant, ownJudge }) {
  const th = el("th", { scope: "row", class: label.length > LONG_LABEL ? "model long" : "model" }, el("a", { href: page }, el("bdi", null, name)));
  if (variant) th.append(" ", el("span", { class: "variant" }, variant), " ");
  th.append(el("span", { class: "provider" }, el("bdi", null, providerName), ...ownJudge ? [el("span", { class: "own-judge" }, ", also a judge")] : []));
  return th;
}

/** @param {Scored} scored @param {number} row @param {(value: number) => string} place @returns {(Node | string)[]} */
export function score(scored, row, place) {
  const { board } = scored;
  const figure = scored.dimension(row, board.rankBy);
  if (figure.value === null) return [none("not measured")];
  const unit = board.dimensions[board.rankBy];
  const sure = figure.low == null || figure.high == null ? spoken("no interval") : sureness(scored, figure);
  // The spaces are those of the page's own rows, or bars would not stand below each other.
  const tiered = figure.tier ? [" ", tier(board, board.rankBy, figure.tier)] : [];
  return [...aligned(scored, columnOf(board, unit.id), number(unit, figure), true), " ", bar(place, figure), " ", el("span", { class: "spread" }, sure), ...tiered, ...published(scored, row, board.rankBy)];
}

/**
 * @param {Scored} scored
 * @param {Column} column
 * @param {number} row
 * @param {boolean} [paged] whether there are so many rows that a number is its digits alone, and the heading has the unit
 * @returns {(Node | string)[]}
 */
export function cell(scored, column, row, paged) {
  if (column.key === "coverage") return coverage(scored, row);
  const plain = paged && plainNumber(scored, column, row);
  if (plain) return [plain];
  const figure = figureAt(scored, column, row);
  const whole = isPlain(column);
  const parts = [];
  const span = whole ? figure?.tier : null;
  if (span) parts.push(tier(scored.board, column.dimension, span), " ");
  if (figure?.value != null || !span) parts.push(...aligned(scored, column, number(column, figure), Boolean(span)));
  if (whole) parts.push(...published(scored, row, column.dimension));
  if (whole && figure && figure.covered > 0 && figure.covered < figure.total) {
    parts.push(" ", el("span", { class: "share" }, `${figure.covered} of ${figure.total}`));
  }
  return parts;
}

/** @type {WeakMap<Scored, Map<string, [decimals: number, signs: number]>>} the most digits behind and signs before the point in columns of money */
const longest = new WeakMap();

/**
 * A number of money as wide as its column, so that points and bars stand below each other.
 * @param {Scored} scored @param {Column} column @param {(Node | string)[]} parts @param {boolean} [barred] whether a bar follows or a tier leads
 */
function aligned(scored, column, parts, barred = false) {
  const [shown] = parts;
  if (column.unit !== "usd" || !(shown instanceof HTMLElement)) return parts;
  const known = longest.get(scored) ?? new Map();
  longest.set(scored, known);
  const key = `${column.key} ${money.calls}`;
  if (!known.has(key)) {
    // The least amount has the most digits behind the point, the greatest the most before it.
    const amounts = Array.from(valuesOf(scored, column)).filter(one => one > 0);
    const of = (/** @type {(a: number, b: number) => number} */ end) => value(column, amounts.reduce((a, b) => end(a, b)));
    known.set(key, amounts.length ? [decimalsIn(of(Math.min)), signsIn(of(Math.max))] : [0, 0]);
  }
  const [decimals, signs] = known.get(key) ?? [0, 0];
  fit(shown, decimalsIn(shown.textContent ?? ""), decimals, barred ? signs : 0);
  return parts;
}

/**
 * The digits of a dimension's score where no more is to be said of it, or "".
 * @param {Scored} scored
 * @param {Column} column
 * @param {number} row
 */
function plainNumber(scored, column, row) {
  const { dimension } = column;
  if (!isPlain(column) || scored.board.dimensions[dimension].tiers) return "";
  const number = scored.values(dimension)[row];
  return number === number && scored.covered(dimension)[row] === scored.chosen.length && !scored.apart(dimension)[row] ? value(column, number) : "";
}

/**
 * Puts another row's score where one stands, with its bar.
 * @param {Element} td
 * @param {Scored} scored
 * @param {number} row
 * @param {(value: number) => string} place
 * @returns {boolean} whether that is all; otherwise the cell is left as it was
 */
export function rescore(td, scored, row, place) {
  const figure = scored.dimension(row, scored.board.rankBy);
  const [shown, fill, whisker, sure] = td.querySelectorAll("data, .fill, .whisker, .spread");
  const [digits, width] = [shown?.firstChild, sure?.firstChild];
  if (figure.value === null || figure.apart || td.querySelector(".apart, .tier") || figure.low == null || figure.high == null || !digits || !(width instanceof Text) || shown.hasAttribute("data-key")) return false;
  const unit = scored.board.dimensions[scored.board.rankBy];
  const [end, ends] = lines(place, figure);
  shown.setAttribute("value", String(figure.value));
  digits.nodeValue = value(unit, figure.value);
  fill.setAttribute("d", end);
  whisker.setAttribute("d", ends);
  width.nodeValue = sureness(scored, figure);
  return true;
}

/**
 * Puts another row's digits where only digits are.
 * @param {Element} td
 * @param {Scored} scored
 * @param {Column} column
 * @param {number} row
 * @returns {boolean} whether that is all; otherwise the cell is left as it was
 */
export function renumber({ firstChild: shown, lastChild }, scored, column, row) {
  const plain = shown === lastChild && shown instanceof Text ? plainNumber(scored, column, row) : "";
  if (plain && shown && shown.nodeValue !== plain) shown.nodeValue = plain;
  return plain !== "";
}

/** @param {Scored} scored @param {number} row @returns {(Node | string)[]} */
function coverage(scored, row) {
  const { covered, total } = scored.dimension(row, scored.board.rankBy);
  const text = `${covered} of ${total}`;
  if (total > MOST_DOTS) return [text];
  const flags = scored.chosen.map(useCase => scored.useCase(row, scored.board.rankBy, useCase).covered > 0);
  const dots = flags.map(covered => el("i", covered ? null : { class: "o" }));
  return [el("span", { class: flags.length > FEW_DOTS ? "cases many" : "cases", "aria-hidden": "true" }, ...dots), spoken(text)];
}

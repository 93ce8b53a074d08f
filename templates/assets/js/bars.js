// @ts-check
// A number as a bar with its interval: the twin of the partial interval.
import { svg } from "./dom.js";

/** @import { Head, Score } from "../../types/board.js" */

/**
 * A common scale for bars: a grade's own, 0 to 100 for percents, otherwise up to the largest value.
 * @param {Head} measured
 * @param {() => number} highest
 * @returns {(value: number) => string} a place on it, in hundredths
 */
export function placeOn({ unit, scale }, highest) {
  const [low, high] = unit === "grade" && scale ? scale : [0, unit === "percent" ? 100 : unit === "share" ? 1 : highest() || 1];
  return at => String(Math.round(Math.min(Math.max((at - low) / (high - low), 0), 1) * 1000) / 10);
}

/** The lines of a bar. @param {(value: number) => string} place @param {Score} figure with a value */
export const lines = (place, { value: at, low, high }) => [
  `M0 5H${place(Number(at))}`, low == null || high == null ? "" : `M${place(low)} 1v8m0-4H${place(high)}m0-4v8`,
];

/** @param {(value: number) => string} place @param {Score} figure with a value */
export function bar(place, figure) {
  const [fill, whisker] = lines(place, figure);
  const marks = [svg("path", { class: "track", d: "M0 5h100" }), svg("path", { class: "fill", d: fill })];
  if (whisker) marks.push(svg("path", { class: "whisker", d: whisker }));
  return svg("svg", { class: "interval", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, ...marks);
}

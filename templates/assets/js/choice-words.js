// @ts-check
// What a choice says of counts, weights and shares.
import { money } from "./format.js";

/** @import { Dimension } from "../../types/board.js" */
/** @import { Criterion } from "./choice.js" */
/** @typedef {Criterion & { dimension: Dimension }} Count what counts for the reader */

/** What a count weighs, by what the form calls it. */
export const WEIGHTS = ["off", "low", "medium", "high"];
/** Scores nearer than this are equal but for rounding. */
export const SAME = 1e-9;

/** What a figure is multiplied with where it is typed or drawn: money by the calls that it is printed for. @param {{ unit?: string }} dimension */
export const timesOf = ({ unit }) => unit === "usd" ? money.calls : 1;

/** @param {number} share */
export function percent(share) {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? "under 1 %" : whole === 100 && share < 1 - SAME ? "over 99 %" : `${whole} %`;
}

/** The weighted counts of which any row has a spread. @param {Count[]} criteria @param {readonly { row: number }[]} ranked */
export const redrawn = (criteria, ranked) => criteria.filter(({ errors, weight }) => weight > 0 && ranked.some(({ row }) => errors[row] > 0));

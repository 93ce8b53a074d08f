// @ts-check
// Differences in words: the twin of DifferenceText in src/CrmBench.Site/Pages/BoardText.cs.
import { difference as size, withSign } from "./format.js";

/** @import { Difference, Head } from "../../types/board.js" */

/** @param {Head} measured @param {Difference} difference first less second @returns {string} about the first */
export function verdict(measured, { value, verdict: found }) {
  const by = size(measured, Math.abs(value));
  const word = value > 0 === (measured.better === "higher") ? "better" : "worse";
  if (found === null) return `${word} by ${by}, how sure is not known`;
  if (!/[1-9]/.test(by)) return "no difference to be seen";
  return `${word} by ${by}, ${found === 0 ? "may be chance" : "more than chance"}`;
}

/** @param {Head} measured @param {Difference} difference @returns {string | null} */
export const signedRange = (measured, { low, high }) =>
  low === null || high === null ? null : `${withSign(measured, low)} to ${withSign(measured, high)}`;

/** @param {readonly string[]} words @returns {string} as in a sentence */
export const listed = words => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** The name of a measure within a sentence: names are no words of ours, such as "Solved". @param {Head} measured */
export const quoted = ({ name }) => `“${name}”`;

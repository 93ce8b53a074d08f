// @ts-check
// Differences in words: the twin of src/CrmBench.Site/Pages/DifferenceText.cs.
import { difference as size, withSign } from "./format.js";

/** @import { Head } from "./board-data.js" */
/** @import { Difference } from "./score.js" */

/** @param {Head} measured @param {Difference} difference first less second @returns {string} about the first */
export function verdict({ unit, better }, { value, verdict: found }) {
  const by = size(unit, Math.abs(value));
  const word = value > 0 === (better === "higher") ? "better" : "worse";
  if (found === null) return `${word} by ${by}, no spread known`;
  if (!/[1-9]/.test(by)) return "no difference to be seen";
  return `${word} by ${by}, ${found === 0 ? "may be chance" : "more than chance"}`;
}

/** @param {Head} measured @param {Difference} difference @returns {string | null} */
export const signedRange = ({ unit }, { low, high }) =>
  low === null || high === null ? null : `${withSign(unit, low)} to ${withSign(unit, high)}`;

/** @param {readonly string[]} words @returns {string} as in a sentence */
export const listed = words => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** A name within a sentence: "Cost" becomes "cost", "CRM fairness" stays. @param {string} name */
export const inSentence = name => /^\p{Lu}\p{Ll}/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

/** What being best is called. @param {Head} measured */
export const superlative = ({ unit, better, name }) =>
  better === "lower" && unit === "usd" ? "cheapest" : better === "lower" && unit === "seconds" ? "fastest"
    : `${better === "higher" ? "highest" : "lowest"} ${inSentence(name)}`;

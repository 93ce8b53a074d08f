// @ts-check
// Two numbers as text, which only some parts of a page need: goes with format.js, the other half of the twin of src/CrmBench.Site/Format.cs.
import { suffix, value, withUnit } from "./format.js";

/** @import { Unit } from "../../types/board" */

/** Both ends of an interval with its unit. @param {Unit} unit @param {number} low @param {number} high */
export function range(unit, low, high) {
  return value(unit, low) + (low < 0 && unit !== "usd" ? " to " : "\u2013") + withUnit(unit, high);
}

/** A difference of two values, as a size. @param {Unit} unit @param {number} number */
export function difference(unit, number) {
  return value(unit, number) + (unit === "percent" ? " points" : unit === "grade" ? " grades" : suffix(unit));
}

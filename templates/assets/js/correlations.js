// @ts-check
// Errors of figures of the same answers, where a source says how they move together: the twin of WeightedSum.CombineDependent.

import { exactSum } from "./statistics.js";

/** @import * as T from "../../types/board" */

/**
 * What joins the errors of parts of one place; null for those of which no source says anything.
 * @param {{ first: number[], second: number[], correlation: number[] }} stated pairs of figures by position
 * @returns {NonNullable<T.Board["joined"]>}
 */
export function joining({ first, second, correlation }) {
  const known = new Map(correlation.flatMap((one, i) => [[`${first[i]},${second[i]}`, one], [`${second[i]},${first[i]}`, one]]));
  return (same) => {
    const errors = same.map(([weight, { se }]) => Math.abs(weight) * Number(se));
    const terms = [];
    let found = false;
    for (let i = 0; i < errors.length; i++) {
      for (let j = 0; j < i; j++) {
        const one = known.get(`${same[i][1].at},${same[j][1].at}`);
        found ||= one !== undefined;
        terms.push(errors[i] * errors[j] * (2 * (one ?? 1)));
      }
      terms.push(errors[i] * errors[i]);
    }
    return found ? Math.sqrt(Math.max(0, exactSum(terms))) : null;
  };
}

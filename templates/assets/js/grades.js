// @ts-check
// Columns of single grades: the twin of src/CrmBench.Core/Scoring/GradeSpread.cs.

import { SAME_SHARE as SAME } from "./constants.js";

/** @import { Dimension, Score, Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/** @param {number[]} shares of the grades, from the lowest up */
function middle(shares) {
  let below = 0;
  for (let i = 0; i < shares.length; i++) {
    below += shares[i];
    if (below > 0.5 + SAME) return i;
    if (below > 0.5 - SAME) {
      const next = shares.findIndex((share, at) => at > i && share > 0);
      return next < 0 ? i : (i + next) / 2;
    }
  }
  return shares.length - 1;
}

/** The shares of the grades of a row, each use case weighing as in the mean; null where one has none. @param {Scored} scored @param {Dimension} dimension @param {number} row */
function sharesOf(scored, { index, scale, grades = [] }, row) {
  const { board, chosen } = scored;
  const size = scale ? scale[1] - scale[0] + 1 : 0;
  const asked = chosen.filter(at => scored.useCase(row, index, at).covered);
  const total = asked.reduce((sum, at) => sum + board.useCases[at].weight, 0);
  const shares = Array(size).fill(0);
  let count = 0;
  for (const at of asked) {
    const given = grades.slice((row * board.useCases.length + at) * size, (row * board.useCases.length + at + 1) * size);
    const all = given.reduce((sum, one) => sum + one, 0);
    if (!all) return null;
    // In the order of the program: a share in another order may round to another text.
    given.forEach((one, i) => shares[i] += board.useCases[at].weight / total * (one / all));
    count += all;
  }
  return asked.length ? { shares, count } : null;
}

/** Lets columns of single grades find their figures. @param {Column[]} columns */
export function fillGrades(columns) {
  for (const column of columns) {
    const [, figure] = column.key.split("~");
    if (!figure) continue;
    const good = figure === "good";
    Object.assign(column, { unit: good ? "percent" : "grade", unit_name: undefined, decimals: undefined });
    column.compute = (scored, row) => {
      const dimension = scored.board.dimensions[column.dimension];
      const { covered, total } = scored.dimension(row, column.dimension);
      const found = sharesOf(scored, dimension, row);
      const lowest = dimension.scale?.[0] ?? 0;
      const value = found && (good ? 100 * found.shares.slice((dimension.lowest_good ?? 0) - lowest).reduce((sum, share) => sum + share, 0) : lowest + middle(found.shares));
      return /** @type {Score} */ ({
        value, low: null, high: null, se: null, df: Infinity, count: found?.count ?? null, countOf: "observations", basis: "ratings", covered, total, tier: null, apart: "",
      });
    };
  }
}

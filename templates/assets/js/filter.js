// @ts-check
import { figureAt, isComplete, isPlain, valuesOf } from "./columns.js";
import { rowsOf } from "./rows.js";
import { comparable } from "./score.js";
import { slug, wordsOf } from "./words.js";

/** @import { Board, Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */
/** @import { Column } from "./columns.js" */

/** Filters whose choices can be counted one by one. */
export const FACETS = /** @type {const} */ (["by", "open", "tier"]);

/**
 * Which use cases the averages rest on; null for all. A choice that leaves none is taken for none at all.
 * @param {Board} board
 * @param {View} view
 * @returns {boolean[] | null} one flag a use case
 */
export function selection(board, view) {
  const chosen = board.useCases.map(({ id, area, type }) => (!view.uc.length || view.uc.includes(id))
    && (!view.area || slug(area) === view.area) && (!view.type || slug(type) === view.type));
  return chosen.every(Boolean) || !chosen.some(Boolean) ? null : chosen;
}

/**
 * Which rows a view keeps.
 * @param {Scored} scored
 * @param {View} view
 * @param {string} [without] a filter that is not asked
 * @returns {Uint8Array} 1 or 0 a row
 */
export function matches(scored, view, without) {
  const { board } = scored;
  const rows = rowsOf(board);
  const kept = new Uint8Array(board.count).fill(1);
  const keep = (/** @type {(row: number) => boolean} */ test) => {
    for (let row = 0; row < kept.length; row++) if (kept[row] && !test(row)) kept[row] = 0;
  };
  // Several names are parted by commas.
  const names = view.q.split(",").map(wordsOf).filter(words => words.length);
  if (names.length) keep(row => names.some(words => words.every(word => rows.text(row).includes(word))));
  for (const facet of FACETS) {
    const wanted = view[facet];
    if (wanted.length && facet !== without) keep(row => valuesIn(scored, facet, row).some(value => wanted.includes(value)));
  }
  if (view.full) keep(row => isComplete(scored, row));
  for (const [key, limit] of Object.entries(view.limits)) {
    const values = comparable(scored, board.dimensions.findIndex(dimension => dimension.id === key.slice(4)), [...kept.keys()]);
    // What was not measured, or over some use cases only, is not within any limit.
    keep(key.startsWith("min.") ? row => values[row] >= limit : row => values[row] <= limit);
  }
  return kept;
}

/** What a row has of a filter. @param {Scored} scored @param {"by" | "open" | "tier"} facet @param {number} row @returns {string[]} */
function valuesIn(scored, facet, row) {
  const { provider, openness } = rowsOf(scored.board).all[row];
  if (facet === "by") return [provider];
  if (facet === "open") return [openness || "unknown"];
  const priced = scored.board.dimensions.find(dimension => dimension.tiers);
  const span = priced ? scored.dimension(row, priced.index).tier : null;
  return span && priced?.tiers ? priced.tiers.bands.slice(span[0], span[1] + 1).map(band => band.id) : [];
}

/**
 * How many rows each choice of a filter would keep, all other filters as they are.
 * @param {Scored} scored
 * @param {View} view
 * @param {"by" | "open" | "tier"} facet
 * @returns {(id: string) => number}
 */
export function counts(scored, view, facet) {
  const kept = matches(scored, view, facet);
  /** @type {Map<string, number>} */
  const found = new Map();
  for (let row = 0; row < kept.length; row++) {
    if (kept[row]) for (const id of valuesIn(scored, facet, row)) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return id => found.get(id) ?? 0;
}

/**
 * Which figures of a column go together: 0 those of the row's own over all use cases, 1 those of other runs or of no use case in
 * particular, from 2 on those over some use cases, by how many; 9 none.
 * @param {Scored} scored
 * @param {Column} column
 * @returns {(row: number) => number}
 */
function grouping(scored, column) {
  const values = valuesOf(scored, column);
  const [full, index] = [scored.chosen.length, column.dimension];
  return row => {
    if (values[row] !== values[row]) return 9;
    if (index < 0) return 0;
    const figure = isPlain(column) ? null : figureAt(scored, column, row);
    const share = figure ? figure.covered / figure.total : scored.covered(index)[row] / full;
    return share < 1 ? 3 - share : Number((figure ? figure.apart : scored.apart(index)[row]) && 1);
  };
}

/** What is said where a sort goes on with figures that do not compare with those above. */
const breaksOf = (/** @type {string} */ cases) => ["", "Measured elsewhere, or for no task in particular: sorted by themselves.", `Over some ${cases} only: not sorted beside figures over all.`];

/**
 * Rows in the order of a column; equal ones keep theirs. Figures that do not compare stand apart, and what is missing comes last, either way.
 * @param {Scored} scored
 * @param {readonly number[]} rows in the board's order
 * @param {Column} column
 * @param {boolean} reversed whether against the column's first direction
 * @param {Map<number, string>} breaks takes the rows before which something is said
 * @returns {number[]}
 */
export function sorted(scored, rows, column, reversed, breaks) {
  const byName = column.key === "name";
  const values = byName ? rowsOf(scored.board).byName() : valuesOf(scored, column);
  const group = byName ? () => 0 : grouping(scored, column);
  const said = breaksOf(scored.board.benchmark.use_case.many);
  const sign = column.ascending !== reversed ? 1 : -1;
  const order = rows.map(row => ({ row, group: group(row) })).sort((a, b) => a.group - b.group || sign * (values[a.row] - values[b.row]));
  order.forEach(({ row, group }, i) => {
    const note = said[Math.floor(group)];
    if (i && note && note !== said[Math.floor(order[i - 1].group)]) breaks.set(row, note);
  });
  return order.map(({ row }) => row);
}

// @ts-check
import { valuesOf } from "./columns.js";
import { folded, rowsOf } from "./rows.js";

/** @import { Board, Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */
/** @import { Column } from "./columns.js" */

/** Filters whose choices can be counted one by one. */
export const FACETS = /** @type {const} */ (["by", "open", "tier"]);

/** @param {string} text a name as it stands in an address */
export const slug = text => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/**
 * Which use cases the averages rest on; null for all. A choice that leaves none is taken for none at all.
 * @param {Board} board
 * @param {View} view
 * @returns {boolean[] | null} one flag a use case
 */
export function selection(board, view) {
  const chosen = board.useCases.map(({ id, area, type }) => !view.not.includes(id)
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
  const words = folded(view.q).split(" ").filter(Boolean);
  if (words.length) keep(row => words.every(word => rows.text(row).includes(word)));
  for (const facet of FACETS) {
    const wanted = view[facet];
    if (wanted.length && facet !== without) keep(row => valuesIn(scored, facet, row).some(value => wanted.includes(value)));
  }
  if (view.full) {
    const [covered, all] = [scored.covered(board.rankBy), scored.chosen.length];
    keep(row => covered[row] === all);
  }
  for (const [key, limit] of Object.entries(view.limits)) {
    const values = scored.values(board.dimensions.findIndex(dimension => dimension.id === key.slice(4)));
    // What was not measured is not within any limit.
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
 * Rows in the order of a column; equal ones keep theirs, and what is missing comes last either way.
 * @param {Scored} scored
 * @param {readonly number[]} rows in the board's order
 * @param {Column} column
 * @param {boolean} reversed whether against the column's first direction
 * @returns {number[]}
 */
export function sorted(scored, rows, column, reversed) {
  const values = column.key === "name" ? rowsOf(scored.board).byName() : valuesOf(scored, column);
  const sign = column.ascending !== reversed ? 1 : -1;
  const has = (/** @type {number} */ row) => values[row] === values[row];
  return [...rows.filter(has).sort((a, b) => sign * (values[a] - values[b])), ...rows.filter(row => !has(row))];
}

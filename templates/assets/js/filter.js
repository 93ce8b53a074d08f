// @ts-check
import { valueAt } from "./columns.js";

/** @import { Board, Scored } from "./score.js" */
/** @import { View } from "./address.js" */
/** @import { Column } from "./columns.js" */

/** Filters whose choices can be counted one by one. */
export const FACETS = /** @type {const} */ (["by", "open", "tier"]);

/** A name as the reader types it: case, accents and what stands between words do not count. @param {string} text */
export const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s_-]+/g, " ").trim();

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
  const kept = new Uint8Array(board.count).fill(1);
  const keep = (/** @type {(row: number) => boolean} */ test) => {
    for (let row = 0; row < kept.length; row++) if (kept[row] && !test(row)) kept[row] = 0;
  };
  const words = folded(view.q).split(" ").filter(Boolean);
  if (words.length) keep(row => words.every(word => board.searchText(row).includes(word)));
  if (view.by.length && without !== "by") keep(row => view.by.includes(board.providerOf(row)));
  if (view.open.length && without !== "open") keep(row => view.open.includes(board.opennessOf(row)));
  if (view.full) keep(row => scored.isComplete(row));
  if (view.tier.length && without !== "tier") keep(row => view.tier.some(id => inTier(scored, row, id)));
  for (const [key, limit] of Object.entries(view.limits)) {
    const at = board.dimensions.findIndex(dimension => dimension.id === key.slice(4));
    const least = key.startsWith("min.");
    // What was not measured is not within any limit.
    keep(row => {
      const value = scored.dimension(row, at)?.value ?? NaN;
      return least ? value >= limit : value <= limit;
    });
  }
  return kept;
}

/** @param {Scored} scored @param {number} row @param {string} id */
export function inTier(scored, row, id) {
  const { board } = scored;
  const at = board.dimensions.findIndex(dimension => dimension.tiers);
  const span = at < 0 ? null : scored.dimension(row, at)?.tier;
  const band = board.dimensions[at]?.tiers?.bands.findIndex(one => one.id === id) ?? -1;
  return !!span && span[0] <= band && band <= span[1];
}

/**
 * How many rows each choice of a filter would keep, all other filters as they are.
 * @param {Scored} scored
 * @param {View} view
 * @param {"by" | "open" | "tier"} facet
 * @returns {(id: string) => number}
 */
export function counts(scored, view, facet) {
  const { board } = scored;
  const kept = matches(scored, view, facet);
  /** @type {Map<string, number>} */
  const found = new Map();
  for (let row = 0; row < kept.length; row++) {
    if (!kept[row]) continue;
    const ids = facet === "by" ? [board.providerOf(row)] : facet === "open" ? [board.opennessOf(row)] : tiersOf(scored, row);
    for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return id => found.get(id) ?? 0;
}

/** @param {Scored} scored @param {number} row */
function tiersOf(scored, row) {
  const bands = scored.board.dimensions.find(dimension => dimension.tiers)?.tiers?.bands ?? [];
  return bands.map(band => band.id).filter(id => inTier(scored, row, id));
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
  const rising = column.ascending !== reversed;
  if (column.key === "name") {
    const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    const names = new Map(rows.map(row => [row, scored.board.labelOf(row)]));
    const byName = (/** @type {number} */ a, /** @type {number} */ b) => order.compare(names.get(a) ?? "", names.get(b) ?? "");
    return [...rows].sort((a, b) => rising ? byName(a, b) : byName(b, a));
  }
  const values = new Float64Array(scored.board.count);
  const [have, lack] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (const row of rows) {
    const value = valueAt(scored, column, row);
    if (value === null) lack.push(row);
    else {
      values[row] = value;
      have.push(row);
    }
  }
  have.sort(rising ? (a, b) => values[a] - values[b] : (a, b) => values[b] - values[a]);
  return [...have, ...lack];
}

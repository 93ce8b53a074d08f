// @ts-check

/** @import { Board, Score, Scored, Unit } from "../../types/board.js" */
/**
 * @typedef {object} Column
 * @property {string} key "accuracy", "accuracy:factuality", "accuracy@airline", "accuracy~median", or "name", "coverage"
 * @property {string} css the classes of its cells
 * @property {number} dimension position, or -1
 * @property {number} metric position among all metrics, or -1
 * @property {number} useCase position, or -1
 * @property {string} name
 * @property {Unit} unit
 * @property {string} [unit_name]
 * @property {number} [decimals]
 * @property {boolean} ascending whether its first direction of sorting rises
 * @property {((scored: Scored, row: number) => Score)} [compute] where its figures are not those of a dimension or metric
 */

/**
 * The column that a heading's key stands for.
 * @param {Board} board
 * @param {string} key
 * @param {string} [css]
 * @returns {Column}
 */
export function columnOf(board, key, css = "") {
  const [, id, mark, rest] = /^([^:@~]+)([:@~]?)(.*)$/.exec(key) ?? [];
  const dimension = board.dimensions.find(one => one.id === id);
  const metric = mark === ":" ? dimension?.metrics.flatMap(one => [one, ...one.parts]).find(one => one.id === rest) : undefined;
  const measured = metric ?? dimension;
  return {
    key, css, dimension: dimension?.index ?? -1, metric: metric?.index ?? -1,
    useCase: mark === "@" ? board.useCases.findIndex(one => one.id === rest) : -1,
    name: measured?.name ?? "", unit: measured?.unit ?? "grade", unit_name: measured?.unit_name, decimals: measured?.decimals,
    ascending: measured ? measured.better === "lower" : key === "name",
  };
}

/**
 * What a row has in a column; null for a column of no figures.
 * @param {Scored} scored
 * @param {Column} column
 * @param {number} row
 * @returns {Score | null}
 */
export function figureAt(scored, column, row) {
  if (column.compute) return column.compute(scored, row);
  if (column.dimension < 0) return null;
  if (column.useCase >= 0) return scored.useCase(row, column.dimension, column.useCase);
  return column.metric >= 0 ? scored.metric(row, column.metric) : scored.dimension(row, column.dimension);
}

/**
 * What a column sorts by, one number a row; NaN for what is missing.
 * @param {Scored} scored
 * @param {Column} column
 * @returns {ArrayLike<number>}
 */
export function valuesOf(scored, column) {
  if (column.key === "coverage") return scored.covered(scored.board.rankBy);
  if (isPlain(column)) return scored.values(column.dimension);
  return Float64Array.from({ length: scored.board.count }, (_, row) => figureAt(scored, column, row)?.value ?? NaN);
}

/** Whether a column is a dimension's own. @param {Column} column */
export const isPlain = ({ dimension, metric, useCase, compute }) => dimension >= 0 && metric < 0 && useCase < 0 && !compute;

/** @type {WeakMap<Scored["order"], Set<number>>} */
const ranked = new WeakMap();

/** Whether a row is ranked: it has what ranks over all chosen use cases. @param {Scored} scored @param {number} row */
export function isComplete({ order }, row) {
  let found = ranked.get(order);
  if (!found) ranked.set(order, found = new Set(order.complete));
  return found.has(row);
}

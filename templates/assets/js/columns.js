// @ts-check

/** @import { Board, Scored, Figure } from "./score.js" */

/**
 * @typedef {object} Column
 * @property {string} key "accuracy", "accuracy:factuality", "accuracy@airline", or "name", "coverage"
 * @property {string} css the classes of its cells
 * @property {number} dimension position, or -1
 * @property {number} metric position among the dimension's metrics and their parts, or -1
 * @property {number} useCase position, or -1
 * @property {string} unit
 * @property {boolean} ascending whether its first direction of sorting rises
 */

/**
 * The column that a heading's key stands for.
 * @param {Board} board
 * @param {string} key
 * @param {string} css
 * @returns {Column}
 */
export function columnOf(board, key, css) {
  const [, id, mark, rest] = /^([^:@]+)([:@]?)(.*)$/.exec(key) ?? [];
  const at = board.dimensions.findIndex(dimension => dimension.id === id);
  const dimension = board.dimensions[at];
  const metric = dimension && mark === ":" ? dimension.flat.findIndex(one => one.id === rest) : -1;
  const useCase = mark === "@" ? board.useCases.findIndex(one => one.id === rest) : -1;
  const measured = metric >= 0 ? dimension.flat[metric] : dimension;
  return {
    key, css, dimension: at, metric, useCase,
    unit: measured?.unit ?? "",
    ascending: measured ? measured.better === "lower" : key === "name",
  };
}

/**
 * What a row has in a column, or null.
 * @param {Scored} scored
 * @param {Column} column
 * @param {number} row
 * @returns {Figure | null}
 */
export function figureAt(scored, column, row) {
  if (column.dimension < 0) return null;
  if (column.useCase >= 0) return scored.inUseCase(row, column.dimension, column.useCase);
  return column.metric >= 0 ? scored.metric(row, column.dimension, column.metric) : scored.dimension(row, column.dimension);
}

/**
 * What a column sorts by: a number, or null for what is missing.
 * @param {Scored} scored
 * @param {Column} column
 * @param {number} row
 */
export function valueAt(scored, column, row) {
  if (column.key === "coverage") return scored.dimension(row, scored.board.rankBy)?.covered ?? 0;
  return figureAt(scored, column, row)?.value ?? null;
}


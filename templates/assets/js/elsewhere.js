// @ts-check
// Where models stand that the board in sight does not have: the file is written by src/CrmBench.Site/Pages/WhereFile.cs.
import { folded, wordsOf } from "./words.js";

/** @typedef {{ name: string, also: string, rows: [board: string, row: string, label: string][] }} Model */
/** @typedef {import("./combobox.js").Choice} Choice */

/** As many rows of other boards as are listed below those of this one. */
const MOST_FOUND = 20;

/** @param {string} address @returns {Promise<Model[]>} */
export async function loadWhere(address) {
  const answer = await fetch(address);
  const file = answer.ok ? await answer.json() : null;
  if (file?.version !== 1) throw new Error("Where models stand cannot be read.");
  return file.models;
}

/**
 * The rows on other boards whose model has every word of a text; without a text there are none.
 * @param {readonly Model[]} models
 * @param {string} text
 * @param {string} board that in sight
 * @param {ReadonlyMap<string, string>} names of the boards that can be shown
 * @returns {Choice[]} `id` is the board, a slash and the row
 */
export function elsewhere(models, text, board, names) {
  const words = wordsOf(text);
  if (!words.length) return [];
  return models.flatMap(({ name, also, rows }) => {
    const known = folded(`${name} ${also}`);
    return words.every(word => known.includes(word)) ? rows.filter(([key]) => key !== board && names.has(key)) : [];
  }).slice(0, MOST_FOUND).map(([key, row, label]) => ({ id: `${key}/${row}`, label, note: `on ${names.get(key)}` }));
}

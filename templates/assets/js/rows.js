// @ts-check
import { folded } from "./words.js";

/** @import { Board, Row } from "../../types/board.js" */
/** @typedef {{ all: Row[], at: (id: string) => number, byName: () => Int32Array, text: (row: number) => string }} Rows */

/** @type {WeakMap<Board, Rows>} */
const known = new WeakMap();

/**
 * The rows of a board by number and by name, looked up once.
 * @param {Board} board
 * @returns {Rows} `at` gives -1 for an identifier that is not there, `byName` each row's place by name, `text` what a search looks through
 */
export function rowsOf(board) {
  let found = known.get(board);
  if (!found) {
    const all = Array.from({ length: board.count }, (_, row) => board.row(row));
    const at = new Map(all.map(({ id }, row) => [id, row]));
    const texts = all.map(({ label, providerName }) => folded(`${label} ${providerName}`));
    /** @type {Int32Array | null} */
    let places = null;
    found = {
      all, at: id => at.get(id) ?? -1, text: row => texts[row],
      byName() {
        if (!places) {
          const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
          places = new Int32Array(all.length);
          all.map((_, row) => row).sort((a, b) => order.compare(all[a].label, all[b].label) || a - b).forEach((row, place) => places && (places[row] = place));
        }
        return places;
      },
    };
    known.set(board, found);
  }
  return found;
}

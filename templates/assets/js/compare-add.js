// @ts-check
// The field that adds a row to those compared: it looks on this board, and on the others once it is known where models stand.
import { makeCombobox } from "./combobox.js";
import { need } from "./dom.js";
import { rankText } from "./format.js";
import { MOST_ROWS } from "./picks.js";
import { rowsOf } from "./rows.js";
import { wordsOf } from "./words.js";

/** @import { Asked } from "./ask.js" */
/** @typedef {{ asked: Asked, rows: readonly number[] }} Compared */

const MOST_FOUND = 60;

/**
 * @param {HTMLElement} main
 * @param {HTMLInputElement} input
 * @param {() => Compared | null} now what is compared; null before the numbers are here
 * @param {{ pick: (rows: number[]) => void, go: (board: string, rows: string[]) => void }} then
 */
export function addRows(main, input, now, { pick, go }) {
  /** @type {(text: string) => import("./combobox.js").Choice[]} */
  let others = () => [];
  const again = makeCombobox(input, need("#add-list", main), {
    find(text) {
      const compared = now();
      if (!compared || compared.rows.length >= MOST_ROWS) return [];
      const found = [...here(compared, text), ...others(text)];
      need(".quiet", main).textContent = found.length || !text.trim() ? "" : `No ${compared.asked.board.benchmark.subject.one} is named so on any leaderboard.`;
      return found;
    },
    choose(id) {
      const compared = now();
      const [row, board] = id.split("/").reverse();
      if (board) go(board, [row]);
      else if (compared) pick([...compared.rows, rowsOf(compared.asked.board).at(row)]);
      input.focus();
    },
  });
  const look = () => import("./elsewhere.js").then(async ({ elsewhere, loadWhere }) => {
    const [where, names] = [await loadWhere(main.dataset.where ?? ""), new Map([...need("select", main).querySelectorAll("option")].map(({ value, text }) => [value, text]))];
    others = text => elsewhere(where, text, now()?.asked.picks.board ?? "", names);
    // What was looked for before is looked for again, unless its list was closed since.
    if (input.ariaExpanded === "true" || need(".quiet", main).textContent) again();
  }).catch(() => {});
  if (document.activeElement === input) look();
  else input.addEventListener("focus", look, { once: true });
}

/** The rows of this board that fit a text, best first. @param {Compared} compared @param {string} text */
function here({ asked: { board, scored }, rows }, text) {
  const known = rowsOf(board);
  const words = wordsOf(text);
  const { order, places } = scored;
  return [...order.complete, ...order.partial, ...order.unscored]
    .filter(row => !rows.includes(row) && words.every(word => known.text(row).includes(word)))
    .slice(0, MOST_FOUND)
    .map(row => ({ id: known.all[row].id, label: known.all[row].label, note: rankText(places[row]) ? `rank ${rankText(places[row])}` : "not ranked" }));
}

// @ts-check
// What a reader does with a row of a board: pins it, or opens it.
import { holdPlace } from "./pins.js";
import { rowsOf } from "./rows.js";
import { findRow } from "./table.js";

/**
 * @param {HTMLElement} main
 * @param {{ board: import("../../types/board.js").Board, table: import("./table.js").Table, view: import("./address.js").View }} page
 * @param {"pin" | "open"} what
 * @param {number} row
 * @param {() => Promise<void>} change shows the view as it then is
 * @param {(text: string) => void} say
 */
export async function act(main, page, what, row, change, say) {
  const { id, label } = rowsOf(page.board).all[row];
  const focus = document.activeElement instanceof HTMLElement ? document.activeElement.className : "";
  const stay = what === "pin" && holdPlace(main, findRow(page.table, row));
  const { view } = page;
  if (what === "pin") view.pin = view.pin.includes(id) ? view.pin.filter(one => one !== id) : [...view.pin, id];
  else view.row = view.row === id ? "" : id;
  await change();
  if (stay) stay();
  // The row may have moved; the reader's place is with it, and the window where it was.
  const there = findRow(page.table, row);
  const button = focus.startsWith("act") ? there?.querySelector(`.${focus.split(" ")[1]}`) : null;
  if (button instanceof HTMLElement) button.focus({ preventScroll: true });
  if (what === "pin") say(`${label} is ${view.pin.includes(id) ? "" : "no longer "}pinned.`);
}

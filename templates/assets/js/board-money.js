// @ts-check
// Limits and money on a board, as the reader counts it. The page is built with money by the thousand calls and needs none of this.
import { all, need } from "./dom.js";
import { count } from "./format.js";
import { readField, remarks, showRange, writeField } from "./limit-fields.js";
import { countMoney } from "./money.js";
import { alignRows, recount } from "./recount.js";
import { comparable, statedCalls } from "./score.js";
import { typed } from "./typed-words.js";

/** @import { Board, Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */

export { writeField };

/** @param {HTMLInputElement} input @param {string} calls */
export function writeCalls(input, calls) {
  if (input !== document.activeElement) input.value = calls && count(Number(calls));
}

/** What the fields ask for; what they cannot read they say themselves. @param {HTMLInputElement[]} limits @param {HTMLInputElement | undefined} calls */
export function read(limits, calls) {
  const asked = limits.map(input => /** @type {const} */ ([input.name, readField(input)])).filter(([, limit]) => limit !== null);
  if (calls) readField(calls, true);
  const yearly = Math.round((calls && typed(calls.value).value) || 0);
  return { limits: /** @type {Record<string, number>} */ (Object.fromEntries(asked)), calls: yearly ? String(yearly) : "" };
}

/** A year's calls on a board are those of all its use cases, whichever are in sight. @param {Board} board */
const wholeOf = board => ({ board, chosen: [...board.useCases.keys()] });

/** Counts money as a view asks. @param {HTMLElement} form @param {import("./table.js").Table} table @param {View} view */
export function showMoney(form, table, view) {
  const { call } = table.board.benchmark;
  if (!countMoney({ per: view.per, calls: Number(view.calls) || statedCalls(wholeOf(table.board)) })) return;
  recount(document, call);
  for (const row of table.own.values()) if (!row.isConnected) recount(row, call);
  alignRows(table.own.values());
  // Rows that were made hold the money of before.
  table.madeFor = null;
  for (const input of /** @type {HTMLInputElement[]} */ (all("input.limit[data-usd]", form))) {
    showRange(input);
    writeField(input, view.limits[input.name]);
  }
}

/** What there is to say of a view's limits, and of a year without calls. @param {HTMLElement} form @param {Scored} scored @param {View} view */
export function remarksOn(form, scored, view) {
  const { board } = scored;
  const rows = Array.from({ length: board.count }, (_, row) => row);
  const removed = Object.entries(view.limits).map(([key, limit]) => {
    const { index, name } = board.dimensions[board.dimensions.findIndex(({ id }) => id === key.slice(4))];
    const values = comparable(scored, index, rows);
    return { name: name.toLowerCase(), removes: rows.filter(row => !(key.startsWith("min.") ? values[row] >= limit : values[row] <= limit)).length };
  });
  const open = view.per === "year" && !view.calls && statedCalls(wholeOf(board)) === null;
  return [remarks(removed, board.count), open ? `${need(".money-drop .field span", form).textContent} are not known: money stays per 1,000.` : ""].filter(Boolean).join(" ");
}

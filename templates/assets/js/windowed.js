// @ts-check
// A long table keeps only the rows near the window in the page.
import { become } from "./become.js";
import { renumber, rescore } from "./cells.js";
import { isPlain, valuesOf } from "./columns.js";
import { holdWidths } from "./column-widths.js";
import { all, el, need } from "./dom.js";
import { rankText } from "./format.js";
import { rowsOf } from "./rows.js";
import { bothRanks, cellOf, entryElement, idOf, name, widthOf } from "./table-rows.js";

export { become };

/** @import { Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */
/** @import { Entry, Table } from "./table-rows.js" */

const ROW_HEIGHT = 44;
/** Rows beyond the window's edges: one at once, and the others in the first pause, ready to be scrolled to. */
const [AT_ONCE, BEYOND] = [1, 12];
/** A pause, in milliseconds: longer than the time between two keystrokes. */
const PAUSE = 200;

/**
 * Rows that need the most room in one column or another: the longest names, and in each tier the largest number, as tiers are words.
 * @param {Scored} scored
 * @param {Column[]} columns
 * @returns {Set<number>}
 */
function widest(scored, columns) {
  const { all } = rowsOf(scored.board);
  const most = (/** @type {(row: number) => number} */ room) => all.reduce((best, _, row) => room(row) > room(best) ? row : best, 0);
  return new Set([
    most(row => all[row].name.length), most(row => (all[row].variant + all[row].providerName).length),
    ...columns.flatMap(column => largest(scored, column)),
  ]);
}

/** The row of the largest number in each tier. @param {Scored} scored @param {Column} column */
function largest(scored, column) {
  const values = valuesOf(scored, column);
  const tiers = isPlain(column) && scored.board.dimensions[column.dimension]?.tiers;
  /** @type {Map<string | undefined, number>} */
  const found = new Map();
  for (let row = 0; row < scored.board.count; row++) {
    const [tier, size] = [tiers ? scored.dimension(row, column.dimension).tier?.join() : "", Math.abs(values[row])];
    if (size >= (Math.abs(values[found.get(tier) ?? -1]) || 0)) found.set(tier, row);
  }
  return [...found.values()];
}

/**
 * @typedef {object} Window what of a long table is in the page
 * @property {Table} table
 * @property {HTMLElement} body
 * @property {ReturnType<typeof holdWidths>} widths
 * @property {HTMLTableRowElement} above stands for the rows before
 * @property {HTMLTableRowElement} below stands for the rows after
 * @property {Entry[]} entries all that could be shown
 * @property {number} first of the entries that are in the page
 * @property {number} last the one after them
 * @property {number} top of the body, seen from the window
 * @property {string} latest the state that columns fit
 * @property {number} timer
 */

/**
 * @param {Table} table
 * @param {HTMLElement} body
 * @returns {(entries: Entry[], state: string) => void} shows other entries; in another state columns may need other widths
 */
export function makeWindow(table, body) {
  table.element.classList.add("windowed");
  /** @type {Window} */
  const view = {
    table, body, widths: holdWidths(table.element, body, heads => probes(table, heads)), above: makeSpacer(), below: makeSpacer(),
    entries: [], first: -1, last: -1, top: body.getBoundingClientRect().top, latest: "", timer: 0,
  };
  addEventListener("scroll", () => requestAnimationFrame(() => {
    view.widths.fit();
    settle(view);
  }), { passive: true });
  addEventListener("resize", () => {
    view.widths.fit(true);
    settle(view);
  }, { passive: true });
  // Which columns are shown is up to the style sheet, as soon as a box is ticked.
  for (const choice of all(".columns, .choices")) choice.addEventListener("change", () => view.widths.fit(true));
  return (entries, state) => showEntries(view, entries, state);
}

/** @param {Window} view @param {Entry[]} entries @param {string} state */
function showEntries(view, entries, state) {
  view.entries = entries;
  view.table.element.setAttribute("aria-rowcount", String(entries.length + 1));
  if (view.latest) view.widths.fit(state !== view.latest);
  else view.widths.keep();
  view.latest = state;
  slide(view, AT_ONCE, true);
  clearTimeout(view.timer);
  view.timer = setTimeout(() => {
    settle(view);
    view.widths.prepare();
  }, PAUSE);
}

/** @param {Window} view */
function settle(view) {
  view.top = view.body.getBoundingClientRect().top;
  slide(view, BEYOND, false);
}

/** @param {Window} view @param {number} beyond @param {boolean} anew whether the entries changed, and not only where the window stands */
function slide(view, beyond, anew) {
  const { entries, top, above, below } = view;
  const inView = Math.ceil(innerHeight / ROW_HEIGHT);
  const at = Math.max(0, Math.floor(-top / ROW_HEIGHT));
  // A shorter table draws the window up to its end.
  const begin = Math.min(at, Math.max(0, entries.length - inView));
  const end = begin < at ? entries.length : Math.ceil((innerHeight - top) / ROW_HEIGHT);
  const from = Math.max(0, begin - beyond);
  const to = Math.max(from, Math.min(entries.length, Math.max(end, 1) + beyond));
  if (!anew && from === view.first && to === view.last) return;
  [view.first, view.last] = [from, to];
  const rows = near(view, entries.slice(from, to));
  rows.forEach((tr, i) => {
    const index = String(from + i + 2);
    if (tr.getAttribute("aria-rowindex") !== index) tr.setAttribute("aria-rowindex", index);
  });
  arrange(view.body, [...room(view, above, from), ...rows, ...room(view, below, entries.length - to)]);
}

/** Rows for measuring alone. @param {Table} table @param {HTMLElement[]} heads */
function probes(table, heads) {
  const { columns, plan: { scored } } = table;
  const open = new Set(heads.filter(head => getComputedStyle(head).display !== "none").map(head => head.dataset.col));
  const longest = scored.places.map(place => rankText(place) ?? "").reduce((most, text) => text.length > most.length ? text : most, "");
  const rows = [...widest(scored, columns.filter(({ key }) => open.has(key)))].map(row =>
    /** @type {HTMLElement} */ (entryElement(table, { row }).cloneNode(true)));
  need(".rank", rows[0]).replaceChildren(...bothRanks(longest, longest), ...bothRanks(longest, null));
  return rows;
}

/** The elements of what is near the window; an element whose row is no longer near becomes that of a row that is. @param {Window} view @param {Entry[]} shown */
function near({ table, body }, shown) {
  const { made, own } = table;
  const ids = new Set(shown.map(({ row }) => row === undefined ? "" : idOf(table, row)));
  const here = new Map(all("tr[id]", body).map(tr => [tr.id, tr]));
  const spare = [...here.values()].filter(tr => !ids.has(tr.id));
  for (const [row, tr] of made) if (spare.includes(tr)) made.delete(row);
  for (const { id } of spare) own.delete(id);
  return shown.map(entry => {
    const lent = entry.row === undefined || here.has(idOf(table, entry.row)) ? null : spare.shift();
    if (lent && entry.row !== undefined) made.set(entry.row, rewrite(table, lent, entry.row));
    return entryElement(table, entry);
  });
}

/** Makes one row's element another's. @param {Table} table @param {HTMLElement} tr @param {number} row */
function rewrite(table, tr, row) {
  const { plan: { scored }, place, columns } = table;
  tr.querySelector(".diff")?.remove();
  tr.classList.remove("marked");
  name(table, tr, row);
  for (let i = 0; i < tr.children.length - 2; i++) {
    const td = tr.children[i + 1];
    const done = i === 1 ? rescore(td, scored, row, place) : i > 1 && renumber(td, scored, columns[i - 2], row);
    if (!done) become(/** @type {ChildNode} */ (td), cellOf(table, row, i));
  }
  return tr;
}

/** What is in its place already is not touched. @param {HTMLElement} body @param {HTMLElement[]} rows */
function arrange(body, rows) {
  let at = body.firstChild;
  for (const tr of rows) {
    if (tr === at) at = at.nextSibling;
    else body.insertBefore(tr, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function makeSpacer() {
  return /** @type {HTMLTableRowElement} */ (el("tr", { class: "spacer", "aria-hidden": "true" }, el("td", null)));
}

/** @param {Window} view @param {HTMLTableRowElement} spacer @param {number} missing rows that are not in the page */
function room({ table }, spacer, missing) {
  spacer.style.blockSize = `${missing * ROW_HEIGHT}px`;
  spacer.cells[0].colSpan = widthOf(table);
  return missing > 0 ? [spacer] : [];
}

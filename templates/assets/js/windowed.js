// @ts-check
// A long table keeps only the rows near the window in the page.
import { become } from "./become.js";
import { renumber, rescore } from "./cells.js";
import { isPlain, valuesOf } from "./columns.js";
import { holdWidths } from "./column-widths.js";
import { all, el, need } from "./dom.js";
import { rankText } from "./format.js";
import { rowsOf } from "./rows.js";

export { become };

/** @import { Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

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

/** @typedef {{ row?: number }} Entry a row, or something else that is shown among rows */

/**
 * @template {Entry} T
 * @param {HTMLElement} body
 * @param {object} table
 * @param {() => Map<number, HTMLElement>} table.made the elements of rows
 * @param {Map<string, HTMLElement>} table.own those that came with the page, by their names
 * @param {(row: number) => string} table.idOf what a row's element is called
 * @param {(entry: T) => HTMLElement} table.make
 * @param {(row: number, i: number) => ChildNode} table.cellOf a cell by its place after the rank's
 * @param {(tr: HTMLElement, row: number) => void} table.name says of an element whose row it is
 * @param {() => (value: number) => string} table.place where a value is on the scale of the bars
 * @param {Column[]} table.columns
 * @param {(now: string | null, inAll: string | null) => Node[]} table.bothRanks what a cell of ranks says
 * @param {() => number} span columns of the table
 * @returns {(entries: T[], scored: Scored, state: string) => void} shows other entries; in another state columns may need other widths
 */
export function makeWindow(body, { made, own, idOf, make, cellOf, name, place, columns, bothRanks }, span) {
  const [above, below] = [makeSpacer(), makeSpacer()];
  /** @type {T[]} */
  let entries = [];
  let [first, last] = [-1, -1];
  let top = body.getBoundingClientRect().top;
  let [latest, timer] = ["", 0];
  /** @type {Scored} */
  let scored;
  const whole = /** @type {HTMLElement} */ (body.closest("table"));
  whole.classList.add("windowed");
  const widths = holdWidths(whole, body, probes);

  addEventListener("scroll", () => requestAnimationFrame(() => {
    widths.fit();
    settle();
  }), { passive: true });
  addEventListener("resize", () => {
    widths.fit(true);
    settle();
  }, { passive: true });
  // Which columns are shown is up to the style sheet, as soon as a box is ticked.
  for (const choice of all(".columns, .choices")) choice.addEventListener("change", () => widths.fit(true));

  function settle() {
    top = body.getBoundingClientRect().top;
    slide(BEYOND, false);
  }

  /** @param {number} beyond @param {boolean} anew whether the entries changed, and not only where the window stands */
  function slide(beyond, anew) {
    const inView = Math.ceil(innerHeight / ROW_HEIGHT);
    const at = Math.max(0, Math.floor(-top / ROW_HEIGHT));
    // A shorter table draws the window up to its end.
    const begin = Math.min(at, Math.max(0, entries.length - inView));
    const end = begin < at ? entries.length : Math.ceil((innerHeight - top) / ROW_HEIGHT);
    const from = Math.max(0, begin - beyond);
    const to = Math.max(from, Math.min(entries.length, Math.max(end, 1) + beyond));
    if (!anew && from === first && to === last) return;
    [first, last] = [from, to];
    const rows = near(entries.slice(first, last));
    rows.forEach((tr, i) => {
      const index = String(first + i + 2);
      if (tr.getAttribute("aria-rowindex") !== index) tr.setAttribute("aria-rowindex", index);
    });
    arrange([...room(above, first), ...rows, ...room(below, entries.length - last)]);
  }

  /** Rows for measuring alone. @param {HTMLElement[]} heads */
  function probes(heads) {
    const open = new Set(heads.filter(head => getComputedStyle(head).display !== "none").map(head => head.dataset.col));
    const longest = scored.places.map(place => rankText(place) ?? "").reduce((most, text) => text.length > most.length ? text : most, "");
    const rows = [...widest(scored, columns.filter(({ key }) => open.has(key)))].map(row =>
      /** @type {HTMLElement} */ (make(/** @type {T} */ ({ row })).cloneNode(true)));
    need(".rank", rows[0]).replaceChildren(...bothRanks(longest, longest), ...bothRanks(longest, null));
    return rows;
  }

  /** The elements of what is near the window; rows that left it lend theirs. @param {T[]} shown */
  function near(shown) {
    const ids = new Set(shown.map(({ row }) => row === undefined ? "" : idOf(row)));
    const here = new Map(all("tr[id]", body).map(tr => [tr.id, tr]));
    const spare = [...here.values()].filter(tr => !ids.has(tr.id));
    for (const [row, tr] of made()) if (spare.includes(tr)) made().delete(row);
    for (const { id } of spare) own.delete(id);
    return shown.map(entry => {
      const lent = entry.row === undefined || here.has(idOf(entry.row)) ? null : spare.shift();
      if (lent && entry.row !== undefined) made().set(entry.row, rewrite(lent, entry.row));
      return make(entry);
    });
  }

  /** Makes one row's element another's. @param {HTMLElement} tr @param {number} row */
  function rewrite(tr, row) {
    tr.querySelector(".diff")?.remove();
    tr.classList.remove("marked");
    name(tr, row);
    for (let i = 0; i < tr.children.length - 2; i++) {
      const td = tr.children[i + 1];
      const done = i === 1 ? rescore(td, scored, row, place()) : i > 1 && renumber(td, scored, columns[i - 2], row);
      if (!done) become(td, cellOf(row, i));
    }
    return tr;
  }

  /** What is in its place already is not touched. @param {HTMLElement[]} rows */
  function arrange(rows) {
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

  /** @param {HTMLTableRowElement} spacer @param {number} missing rows that are not in the page */
  function room(spacer, missing) {
    spacer.style.blockSize = `${missing * ROW_HEIGHT}px`;
    spacer.cells[0].colSpan = span();
    return missing > 0 ? [spacer] : [];
  }

  return (next, from, state) => {
    [entries, scored] = [next, from];
    whole.setAttribute("aria-rowcount", String(entries.length + 1));
    if (latest) widths.fit(state !== latest);
    else widths.keep();
    latest = state;
    slide(AT_ONCE, true);
    clearTimeout(timer);
    timer = setTimeout(() => {
      settle();
      widths.prepare();
    }, PAUSE);
  };
}

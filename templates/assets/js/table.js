// @ts-check
// The table of a board: which rows stand in which part of it, below which note.
import { all, el, need } from "./dom.js";
import { rowsOf } from "./rows.js";
import { entryElement, widthOf } from "./table-rows.js";

/** @import { Board } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */
/** @typedef {import("./table-rows.js").Table} Table */
/** @typedef {import("./table-rows.js").Plan} Plan */
/** @typedef {import("./table-rows.js").Entry} Entry */

const EMPTY = "No row is within these filters.";
const PARTS = /** @type {const} */ (["complete", "partial", "unscored"]);

/**
 * @param {HTMLElement} main
 * @param {Board} board
 * @param {Column[]} columns those after the score, in order
 * @param {Table["hooks"]} hooks
 * @returns {Table}
 */
export function makeTable(main, board, columns, hooks) {
  const element = need(".board", main);
  const pinned = el("tbody", { class: "pinned" });
  const table = /** @type {Table} */ ({
    main, element, board, columns, hooks, pinned,
    bodies: Object.fromEntries(all("tbody", element).map(body => [body.className, body])),
    own: new Map(all("tbody tr[id]", element).map(tr => [tr.id, tr])),
    notes: new Map(all("tr.note", element).map(tr => [tr.parentElement?.className ?? "", tr.textContent?.trim() ?? ""])),
    span: all("thead th", element).length,
    // A board that takes several pages without scripts has only the rows near the window in its one page with them.
    windowed: element.classList.contains("paged"),
    said: new WeakMap(), made: new Map(), madeFor: null, moving: null, slideTo: null,
  });
  element.dataset.live = "";
  need("thead", element).after(pinned);
  element.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest(".act") : null;
    if (button) hooks.act(button.classList.contains("pin") ? "pin" : "open", rowAt(table, button));
  });
  return table;
}

/** The row that something in the table belongs to, or -1. @param {Table} table @param {EventTarget | null} target */
export const rowAt = ({ board }, target) => rowsOf(board).at((target instanceof Element ? target.closest("tr")?.id ?? "" : "").slice(4));

/** The row's element, if it is in the page. @param {Table} table @param {number} row */
export const findRow = ({ made }, row) => made.get(row)?.isConnected ? made.get(row) : undefined;

/** Marks a row, from a chart. @param {Table} table @param {number} row */
export function markRow({ element, made }, row) {
  for (const tr of all("tr.marked", element)) tr.classList.remove("marked");
  made.get(row)?.classList.add("marked");
}

/** @param {Table} table @param {Plan} plan */
export async function showTable(table, plan) {
  table.plan = plan;
  const { windowed, pinned, bodies } = table;
  // What has come is used at once: an import, even of what is there, answers only after the frame.
  if (windowed) table.moving ??= await import("./windowed.js");
  if (windowed || !plan.scored.whole) table.cells ??= await import("./cells.js");
  if (table.plan !== plan) return;
  if (table.madeFor !== plan.scored) {
    table.made = new Map();
    table.madeFor = plan.scored;
    if (table.cells) table.place = table.cells.barScale(plan.scored);
  }
  table.pins?.head(table);
  pinned.replaceChildren(...(plan.pinned.length ? [table.pins.pinNote(table), ...withDetails(plan, plan.pinned).map(entry => entryElement(table, entry))] : []));
  if (table.moving) return slide(table, table.moving);
  for (const name of PARTS) fillPart(table, name);
  if (!plan.pinned.length && PARTS.every(name => !plan[name].length)) bodies.complete.replaceChildren(entryElement(table, { note: EMPTY }));
}

/** All parts are one where rows come and go with the window. @param {Table} table @param {typeof import("./windowed.js")} moving */
function slide(table, moving) {
  const { plan, bodies } = table;
  const entries = PARTS.flatMap(name => {
    const list = withDetails(plan, plan[name]);
    return list.length && name !== "complete" ? [{ note: noteOf(table, name) }, ...list] : list;
  });
  for (const name of PARTS) if (name !== "complete") bodies[name]?.replaceChildren();
  table.slideTo ??= moving.makeWindow(table, bodies.complete);
  table.slideTo(entries.length ? entries : [{ note: EMPTY }], [widthOf(table), ...plan.scored.chosen].join());
}

/** @param {Table} table @param {typeof PARTS[number]} name */
function fillPart(table, name) {
  const { plan, bodies } = table;
  if (!bodies[name] && plan[name].length) {
    bodies[name] = el("tbody", { class: name });
    (bodies.partial ?? bodies.complete).after(bodies[name]);
  }
  const note = name === "complete" ? "" : noteOf(table, name);
  bodies[name]?.replaceChildren(...[...note && plan[name].length ? [{ note }] : [], ...withDetails(plan, plan[name])].map(entry => entryElement(table, entry)));
}

/** @param {Plan} plan @param {readonly number[]} list @returns {Entry[]} */
function withDetails({ breaks, opened }, list) {
  if (!breaks.size && !list.includes(opened)) return list.map(row => ({ row }));
  return list.flatMap(row => {
    const note = breaks.get(row);
    return [...note ? [{ note }] : [], { row }, ...row === opened ? [{ detail: row }] : []];
  });
}

/** @param {Table} table @param {"partial" | "unscored"} name */
const noteOf = ({ plan, notes }, name) => (plan.notes ? plan.notes[name] : notes.get(name)) ?? "";

// @ts-check
// The elements of a board's rows: the page's own as long as they serve, made anew where numbers changed.
import { el, need, spoken, svg } from "./dom.js";
import { rankText } from "./format.js";
import { isComplete } from "./columns.js";
import { rowsOf } from "./rows.js";

/** @import { Board, Place, Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/**
 * @typedef {object} Plan what the table shall show
 * @property {Scored} scored
 * @property {Record<"partial" | "unscored", string> | null} notes what is said above rows that are not ranked, where the page says something else
 * @property {number[]} pinned
 * @property {number[]} complete
 * @property {number[]} partial
 * @property {number[]} unscored
 * @property {((row: number) => Place | null) | null} among ranks among the rows shown; null where all are shown
 * @property {Map<number, string>} breaks rows before which a sort sets figures apart, with what is said there
 * @property {Place[]} inAll ranks on the whole board
 * @property {number} opened the row whose details are open, or -1
 */

/** @typedef {{ row: number } | { row?: undefined, note: string } | { row?: undefined, detail: number }} Entry a row, or something else that is shown among rows */

/**
 * @typedef {object} Table
 * @property {HTMLElement} main
 * @property {HTMLElement} element
 * @property {Board} board
 * @property {Column[]} columns those after the score, in order
 * @property {{ act: (what: "pin" | "open", row: number) => void, detail: (row: number) => Node }} hooks
 * @property {Record<string, HTMLElement>} bodies by their classes
 * @property {HTMLElement} pinned the body of pinned rows
 * @property {Map<string, HTMLElement>} own the rows that came with the page, by their names
 * @property {Map<string, string>} notes what the page says above its parts
 * @property {number} span columns
 * @property {boolean} windowed whether only the rows near the window are in the page
 * @property {WeakMap<HTMLElement, string>} said what a row's element says apart from its numbers
 * @property {Map<number, HTMLElement>} made the elements of rows
 * @property {Scored | null} madeFor
 * @property {Plan} plan
 * @property {(value: number) => string} place where a value is on the scale of the bars
 * @property {typeof import("./windowed.js") | null} moving needed where rows are too many to keep
 * @property {typeof import("./cells.js")} cells needed as soon as the page's own rows do not serve
 * @property {typeof import("./pins.js")} pins needed while rows are pinned
 * @property {((entries: Entry[], state: string) => void) | null} slideTo
 */

/** What a row's element is called. @param {Table} table @param {number} row */
export const idOf = ({ board }, row) => `row-${rowsOf(board).all[row].id}`;

/** How many columns a cell beside all others spans. @param {Table} table */
export const widthOf = ({ span, plan }) => span + (plan.pinned.length ? 1 : 0);

/** @param {Table} table @param {Entry} entry */
export function entryElement(table, entry) {
  if (entry.row !== undefined) return rowElement(table, entry.row);
  const colspan = String(widthOf(table));
  if ("note" in entry) return el("tr", { class: "note" }, el("th", { scope: "rowgroup", colspan }, entry.note));
  return el("tr", { class: "detail" }, el("td", { colspan }, table.hooks.detail(entry.detail)));
}

/** @param {Table} table @param {number} row */
function rowElement(table, row) {
  const { made, madeFor, own, columns } = table;
  let tr = made.get(row);
  if (!tr) {
    tr = (madeFor?.whole && own.get(idOf(table, row)))
      || el("tr", null, el("td", { class: "rank" }), ...Array.from({ length: columns.length + 2 }, (_, i) => cellOf(table, row, i)),
        el("td", { class: "source" }, el("a", null, "file")));
    name(table, tr, row);
    made.set(row, tr);
  }
  refresh(table, tr, row);
  return tr;
}

/** A cell of a row. @param {Table} table @param {number} row @param {number} i its place after the rank's @returns {HTMLElement} */
export function cellOf(table, row, i) {
  const { board, own, cells, columns, plan, place, windowed } = table;
  if (!i) return /** @type {HTMLElement | undefined} */ (own.get(idOf(table, row))?.querySelector(".model")?.cloneNode(true)) ?? cells.model(rowsOf(board).all[row]);
  return i === 1
    ? el("td", { class: "score" }, ...cells.score(plan.scored, row, place))
    : el("td", { class: columns[i - 2].css }, ...cells.cell(plan.scored, columns[i - 2], row, windowed));
}

/** Says of a row's element whose it is. @param {Table} table @param {HTMLElement} tr @param {number} row */
export function name(table, tr, row) {
  const { label, source } = rowsOf(table.board).all[row];
  const cell = need(".source", tr);
  if (cell.children.length < 2) {
    cell.append(action("pin", "Pin", "M4 1h4M4.5 1v4L3 7.5h6L7.500 5V1M6 7.500V11"), action("more", "Details of", "M2.500 4.500 6 8l3.500-3.500"));
  }
  const [link, ...actions] = /** @type {HTMLElement[]} */ ([...cell.children]);
  tr.id = idOf(table, row);
  tr.classList.toggle("light", !isComplete(table.plan.scored, row));
  link.setAttribute("href", source);
  link.setAttribute("aria-label", `file of ${label}`);
  for (const button of actions) button.setAttribute("aria-label", `${button.title} ${label}`);
}

/** @param {string} kind @param {string} title @param {string} path */
function action(kind, title, path) {
  return el("button", { type: "button", class: `act ${kind}`, title }, svg("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d: path })));
}

/** Ranks, marks and the difference change oftener than the numbers. @param {Table} table @param {HTMLElement} tr @param {number} row */
function refresh(table, tr, row) {
  const { said, moving, plan: { among, opened, pinned, inAll: places } } = table;
  const inAll = rankText(places[row]);
  const now = among && rankText(among(row));
  const [pin, open] = [pinned.includes(row), opened === row];
  const key = [row, inAll, now, !among, pin, open, pinned[0]].join();
  if (said.get(tr) === key) return;
  said.set(tr, key);
  const rank = el("td", { class: "rank" }, ...among ? bothRanks(now, inAll) : [inAll ?? spoken("not ranked")]);
  if (moving) moving.become(need(".rank", tr), rank);
  else need(".rank", tr).replaceWith(rank);
  need(".pin", tr).setAttribute("aria-pressed", String(pin));
  need(".more", tr).setAttribute("aria-expanded", String(open));
  tr.querySelector(".diff")?.remove();
  if (pinned.length) need(".source", tr).before(table.pins.differenceCell(table, row));
}

/** A rank among the rows shown, above the one on the whole board. @param {string | null} now @param {string | null} inAll */
export const bothRanks = (now, inAll) => [
  now ? el("span", { class: "now" }, now) : spoken("not ranked among those shown"),
  el("span", { class: "among" }, ...inAll ? [el("span", { class: "all" }, "all "), inAll] : ["not in all"]),
];

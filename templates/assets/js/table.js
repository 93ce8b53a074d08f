// @ts-check
// The rows of a board: the page's own as long as they serve, made anew where numbers changed or where there are too many to keep.
import { all, el, need, spoken, svg } from "./dom.js";
import { plural, rankText, withSign } from "./format.js";
import { isComplete } from "./columns.js";
import { rowsOf } from "./rows.js";

/** @import { Board, Place, Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/**
 * @typedef {object} Plan what the table shall show
 * @property {Scored} scored
 * @property {number[]} pinned
 * @property {number[]} complete
 * @property {number[]} partial
 * @property {number[]} unscored
 * @property {((row: number) => Place | null) | null} among ranks among the rows shown; null where all are shown
 * @property {Map<number, string>} breaks rows before which a sort sets figures apart, with what is said there
 * @property {Place[]} inAll ranks on the whole board
 * @property {number} opened the row whose details are open, or -1
 */

/** @typedef {{ row: number } | { row?: undefined, note: string } | { row?: undefined, detail: number }} Entry */

/**
 * @param {HTMLElement} main
 * @param {Board} board
 * @param {Column[]} columns those after the score, in order
 * @param {{ act: (what: "pin" | "open", row: number) => void, detail: (row: number) => Node }} hooks
 */
export function makeTable(main, board, columns, hooks) {
  const table = need(".board", main);
  const bodies = Object.fromEntries(all("tbody", table).map(body => [body.className, body]));
  const pinned = el("tbody", { class: "pinned" });
  const own = new Map(all("tbody tr[id]", table).map(tr => [tr.id, tr]));
  /** @type {Map<string, string>} */
  const notes = new Map(all("tr.note", table).map(tr => [tr.parentElement?.className ?? "", tr.textContent?.trim() ?? ""]));
  const span = all("thead th", table).length;
  // A board that takes several pages without scripts has only the rows near the window in its one page with them.
  const windowed = table.classList.contains("paged");
  const { all: rows, at } = rowsOf(board);
  /** What a row's element says apart from its numbers. @type {WeakMap<HTMLElement, string>} */
  const said = new WeakMap();
  /** @type {Map<number, HTMLElement>} */
  let made = new Map();
  /** @type {Scored | null} */
  let madeFor = null;
  /** @type {Plan} */
  let plan;
  /** @type {((entries: Entry[], scored: Scored, state: string) => void) | null} */
  let slideTo = null;
  /** @type {(value: number) => string} */
  let place;
  /** Needed where rows are too many to keep. @type {typeof import("./windowed.js")} */
  let moving;
  /** Needed as soon as the page's own rows do not serve. @type {typeof import("./cells.js")} */
  let cells;

  table.dataset.live = "";
  need("thead", table).after(pinned);
  table.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest(".act") : null;
    if (button) hooks.act(button.classList.contains("pin") ? "pin" : "open", rowAt(button));
  });

  /** The row that something in the table belongs to, or -1. @param {EventTarget | null} target */
  const rowAt = target => at((target instanceof Element ? target.closest("tr")?.id ?? "" : "").slice(4));

  /** @param {number} row */
  function rowElement(row) {
    let tr = made.get(row);
    if (!tr) {
      tr = (madeFor?.whole && own.get(idOf(row))) || makeRow(row);
      name(tr, row);
      made.set(row, tr);
    }
    refresh(tr, row);
    return tr;
  }

  /** @param {number} row */
  const idOf = row => `row-${rows[row].id}`;

  /** @param {number} row */
  function makeRow(row) {
    return el("tr", null, el("td", { class: "rank" }), ...Array.from({ length: columns.length + 2 }, (_, i) => cellOf(row, i)),
      el("td", { class: "source" }, el("a", null, "file")));
  }

  /** A cell of a row. @param {number} row @param {number} i its place after the rank's @returns {HTMLElement} */
  function cellOf(row, i) {
    if (!i) return /** @type {HTMLElement | undefined} */ (own.get(idOf(row))?.querySelector(".model")?.cloneNode(true)) ?? cells.model(rows[row]);
    return i === 1
      ? el("td", { class: "score" }, ...cells.score(plan.scored, row, place))
      : el("td", { class: columns[i - 2].css }, ...cells.cell(plan.scored, columns[i - 2], row, windowed));
  }

  /** Says of a row's element whose it is. @param {HTMLElement} tr @param {number} row */
  function name(tr, row) {
    const { label, source } = rows[row];
    const cell = need(".source", tr);
    if (cell.children.length < 2) {
      cell.append(action("pin", "Pin", "M4 1h4M4.5 1v4L3 7.5h6L7.500 5V1M6 7.500V11"), action("more", "Details of", "M2.500 4.500 6 8l3.500-3.500"));
    }
    const [link, ...actions] = /** @type {HTMLElement[]} */ ([...cell.children]);
    tr.id = idOf(row);
    tr.classList.toggle("light", !isComplete(plan.scored, row));
    link.setAttribute("href", source);
    link.setAttribute("aria-label", `file of ${label}`);
    for (const button of actions) button.setAttribute("aria-label", `${button.title} ${label}`);
  }

  /** @param {string} kind @param {string} title @param {string} path */
  function action(kind, title, path) {
    return el("button", { type: "button", class: `act ${kind}`, title }, svg("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d: path })));
  }

  /** Ranks, marks and the difference change oftener than the numbers. @param {HTMLElement} tr @param {number} row */
  function refresh(tr, row) {
    const { among, opened, pinned } = plan;
    const inAll = rankText(plan.inAll[row]);
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
    if (pinned.length) need(".score", tr).after(el("td", { class: "diff" }, ...differenceCell(plan.scored, row)));
  }

  /** How far a row is from the first pinned one. @param {Scored} scored @param {number} row @returns {(Node | string)[]} */
  function differenceCell(scored, row) {
    if (row === plan.pinned[0]) return [spoken("the pinned row itself")];
    const found = scored.difference(board.rankBy, row, plan.pinned[0]);
    if (!found) return [spoken("cannot be compared: other use cases")];
    return [el("span", null, withSign(board.dimensions[board.rankBy].unit, found.value)), el("span", { class: "among" }, verdictWord(found.verdict))];
  }

  /** @param {Entry} entry */
  function entryElement(entry) {
    if (entry.row !== undefined) return rowElement(entry.row);
    if ("note" in entry) return el("tr", { class: "note" }, el("th", { scope: "rowgroup", colspan: String(width()) }, entry.note));
    const tr = el("tr", { class: "detail" }, el("td", { colspan: String(width()) }));
    need("td", tr).append(hooks.detail(entry.detail));
    return tr;
  }

  const width = () => span + (plan.pinned.length ? 1 : 0);

  /** @param {readonly number[]} list @returns {Entry[]} */
  function withDetails(list) {
    if (!plan.breaks.size && !list.includes(plan.opened)) return list.map(row => ({ row }));
    return list.flatMap(row => {
      const note = plan.breaks.get(row);
      return [...note ? [{ note }] : [], { row }, ...row === plan.opened ? [{ detail: row }] : []];
    });
  }

  /** @param {HTMLElement | undefined} body @param {readonly number[]} list @param {string} note */
  function fillBody(body, list, note) {
    body?.replaceChildren(...(note && list.length ? [entryElement({ note })] : []), ...withDetails(list).map(entryElement));
  }

  return {
    /** @param {Plan} next */
    async show(next) {
      plan = next;
      // What has come is used at once: an import, even of what is there, answers only after the frame.
      if (windowed) moving ??= await import("./windowed.js");
      if (windowed || !next.scored.whole) cells ??= await import("./cells.js");
      if (plan !== next) return;
      if (madeFor !== plan.scored) {
        made = new Map();
        madeFor = plan.scored;
        if (cells) place = cells.barScale(plan.scored);
      }
      head();
      pinned.replaceChildren(...(plan.pinned.length ? [pinNote(), ...withDetails(plan.pinned).map(entryElement)] : []));
      const sections = /** @type {const} */ (["complete", "partial", "unscored"]);
      if (windowed) {
        const entries = sections.flatMap(name => {
          const list = withDetails(plan[name]);
          return list.length && name !== "complete" ? [{ note: noteOf(name) }, ...list] : list;
        });
        for (const name of sections) if (name !== "complete") bodies[name]?.replaceChildren();
        slideTo ??= moving.makeWindow(bodies.complete, { made: () => made, own, idOf, make: entryElement, cellOf, name, place: () => place, columns, bothRanks }, width);
        slideTo(entries.length ? entries : [{ note: EMPTY }], plan.scored, [width(), ...plan.scored.chosen].join());
        return;
      }
      const nothing = sections.every(name => !plan[name].length) && !plan.pinned.length;
      for (const name of sections) {
        if (!bodies[name] && plan[name].length) {
          bodies[name] = el("tbody", { class: name });
          (bodies.partial ?? bodies.complete).after(bodies[name]);
        }
        fillBody(bodies[name], plan[name], name === "complete" ? "" : noteOf(name));
      }
      if (nothing) bodies.complete.replaceChildren(entryElement({ note: EMPTY }));
    },
    /** The row's element, if it is in the page. @param {number} row */
    find: row => made.get(row)?.isConnected ? made.get(row) : undefined,
    rowAt,
    /** Marks a row, from a chart. @param {number} row */
    mark(row) {
      for (const tr of all("tr.marked", table)) tr.classList.remove("marked");
      made.get(row)?.classList.add("marked");
    },
  };

  /** @param {"partial" | "unscored"} name */
  function noteOf(name) {
    return plan.scored.whole && notes.get(name) || (name === "partial"
      ? "Partial: some use cases only. Not ranked against complete rows."
      : "No result on this board's own measure.");
  }

  /** The column of differences is there while a row is pinned. */
  function head() {
    const old = table.querySelector("thead .diff");
    if (!plan.pinned.length) return old?.remove();
    const diff = old ?? el("th", { scope: "col", class: "diff" }, "Difference", el("span", { class: "sub" }));
    need(".sub", diff).textContent = `to ${rows[plan.pinned[0]].label}`;
    if (!old) need("thead .score", table).after(diff);
  }

  function pinNote() {
    const tr = entryElement({ note: plan.pinned.length > 1 ? "Pinned; differences are to the first." : "Pinned; differences are to this row." });
    const link = main.dataset.compare;
    if (link && plan.pinned.length > 1) {
      need("th", tr).append(" ", el("a", { href: `${link}?board=${main.dataset.name}&rows=${plan.pinned.slice(0, 4).map(row => rows[row].id).join(",")}` },
        `Compare ${plural(Math.min(plan.pinned.length, 4), "row", "rows")} side by side`));
    }
    return tr;
  }
}

const EMPTY = "No row is within these filters.";

/** A rank among the rows shown, above the one on the whole board. @param {string | null} now @param {string | null} inAll */
const bothRanks = (now, inAll) => [
  now ? el("span", { class: "now" }, now) : spoken("not ranked among those shown"),
  el("span", { class: "among" }, ...inAll ? [el("span", { class: "all" }, "all "), inAll] : ["not in all"]),
];

/** What a difference shows. @param {1 | 0 | -1 | null} verdict */
export const verdictWord = verdict => verdict === null ? "no spread known" : verdict === 0 ? "may be chance" : verdict > 0 ? "better" : "worse";

// @ts-check
// What a table says while rows are pinned: how far the others are from the first of them.
import { all, el, need, spoken } from "./dom.js";
import { plural, withSign } from "./format.js";
import { MOST_ROWS } from "./picks.js";
import { rowsOf } from "./rows.js";
import { entryElement } from "./table-rows.js";

/** @typedef {import("./table-rows.js").Table} Table */

/** The column of differences is there while a row is pinned. @param {Table} table */
export function head({ element, board, plan: { pinned, scored } }) {
  const old = element.querySelector("thead .diff");
  if (!pinned.length) return old?.remove();
  const diff = old ?? el("th", { scope: "col", class: "diff" }, "Difference", el("span", { class: "sub" }));
  const by = scored.rankBy === board.rankBy ? "" : ` by ${board.dimensions[scored.rankBy].name}`;
  need(".sub", diff).textContent = `to ${rowsOf(board).all[pinned[0]].label}${by}`;
  if (!old) need("thead .source", element).before(diff);
}

/** Stands above the pinned rows. @param {Table} table */
export function pinNote(table) {
  const { plan: { pinned }, main: { dataset }, board } = table;
  const tr = entryElement(table, { note: pinned.length > 1 ? "Pinned; differences are to the first." : "Pinned; differences are to this row." });
  if (dataset.compare && pinned.length > 1) {
    need("th", tr).append(" ", el("a", { href: `${dataset.compare}?board=${dataset.name}&rows=${pinned.slice(0, MOST_ROWS).map(row => rowsOf(board).all[row].id).join(",")}` },
      `Compare ${plural(Math.min(pinned.length, MOST_ROWS), "row", "rows")} side by side`));
  }
  return tr;
}

/** How far a row is from the first pinned one. @param {Table} table @param {number} row */
export function differenceCell({ board: { dimensions, benchmark }, plan: { scored, pinned } }, row) {
  const { rankBy } = scored;
  const found = row === pinned[0] ? null : scored.difference(rankBy, row, pinned[0]);
  return el("td", { class: "diff" }, ...found
    ? [el("span", null, withSign(dimensions[rankBy], found.value)), el("span", { class: "among" }, verdictWord(found.verdict))]
    : [spoken(row === pinned[0] ? "the pinned row itself" : `cannot be compared: other ${benchmark.use_case.many}`)]);
}

/** What a difference shows. @param {1 | 0 | -1 | null} verdict */
const verdictWord = verdict => verdict === null ? "no spread known" : verdict === 0 ? "may be chance" : verdict > 0 ? "better" : "worse";

/**
 * Holds the page while a row goes to the top or back: what stands below the row stays where it is.
 * @param {HTMLElement} main
 * @param {HTMLElement | undefined} tr the row's element
 * @returns {() => void} to be called when it has gone
 */
export function holdPlace(main, tr) {
  const end = tr?.getBoundingClientRect().bottom ?? 0;
  const below = all("tbody:not(.pinned) tr[id]", main).find(other => other !== tr && other.getBoundingClientRect().top >= end - 1);
  const top = below?.getBoundingClientRect().top ?? 0;
  return () => {
    if (below?.isConnected) scrollBy({ top: below.getBoundingClientRect().top - top, behavior: "instant" });
  };
}

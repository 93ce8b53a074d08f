// @ts-check
// What a row opens to: its place in words, and all that the model's page says about it.
import { el, all } from "./dom.js";
import { count, range, ranks } from "./format.js";
import { figureAt } from "./columns.js";
import { number } from "./cells.js";

/** @import { Scored } from "./score.js" */
/** @import { Column } from "./columns.js" */

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * @param {Scored} scored
 * @param {Column[]} columns every column of the board, its score first
 * @param {number} row
 * @param {{ rank: number, best: number | null, worst: number | null } | null | undefined} among place among the rows shown
 * @param {number} shown complete rows shown
 * @returns {Node}
 */
export function details(scored, columns, row, among, shown) {
  const { board } = scored;
  const box = el("div", null, el("p", null, placeInWords(scored, row, among, shown)));
  const body = el("div", { "aria-live": "polite" }, el("p", { class: "muted" }, "Loading what is known about this row."));
  box.append(body, el("p", { class: "go" },
    el("a", { href: board.pageOf(row) }, `Everything about ${board.rows.name[row]}`),
    el("a", { href: board.fileOf(row) }, "File and line in the repository")));
  if (!scored.isWhole) box.append(figures(scored, columns, row));
  read(board.pageOf(row)).then(page => {
    const found = page.getElementById(`${board.key}_${board.idOf(row)}`);
    if (!found) throw new Error("no such part");
    const part = /** @type {HTMLElement} */ (document.importNode(found, true));
    part.removeAttribute("id");
    for (const chart of all(".chart-figure, h3", part)) chart.remove();
    for (const named of all("[id]", part)) named.removeAttribute("id");
    body.replaceChildren(part);
  }).catch(() => body.replaceChildren(...(scored.isWhole ? [figures(scored, columns, row)] : [])));
  return box;
}

/** @param {string} address */
function read(address) {
  const page = address.split("#")[0];
  let found = pages.get(page);
  if (!found) {
    found = fetch(page).then(async answer => {
      if (!answer.ok) throw new Error(answer.statusText);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    found.catch(() => pages.delete(page));
    pages.set(page, found);
  }
  return found;
}

/** @param {Scored} scored @param {number} row @param {{ rank: number, best: number | null, worst: number | null } | null | undefined} among @param {number} shown */
function placeInWords({ board, isWhole }, row, among, shown) {
  const [rank, best, worst] = [board.rank[row], board.best[row], board.worst[row]];
  const all = rank == null ? "not ranked in all" : `${said(rank, best, worst)} of ${count(board.complete)} in all`;
  if (!among) return `Rank ${all}.`;
  return `Rank ${said(among.rank, among.best, among.worst)} of ${count(shown)} shown, ${all}.`
    + (isWhole ? "" : " The figures below marked “in this view” are over the chosen use cases only.");
}

/** @param {number} rank @param {number | null} best @param {number | null} worst */
const said = (rank, best, worst) => best != null && worst != null && best !== worst ? `${count(rank)} (range ${ranks(best, worst)})` : count(rank);

/** The row's figures as they are in this view. @param {Scored} scored @param {Column[]} columns @param {number} row */
function figures(scored, columns, row) {
  const lines = columns.filter(column => column.dimension >= 0 && column.useCase < 0).map(column => {
    const figure = figureAt(scored, column, row);
    const { dimension, metric } = column;
    const name = metric >= 0 ? scored.board.dimensions[dimension].flat[metric].name : scored.board.dimensions[dimension].name;
    return el("tr", null, el("th", { scope: "row", class: metric >= 0 ? "part-of" : "strong" }, name),
      el("td", { class: "num" }, ...number(column.unit, figure)),
      el("td", { class: "nowrap" }, figure?.low != null && figure.high != null ? range(column.unit, figure.low, figure.high) : "no interval"),
      el("td", { class: "words" }, figure?.count ? `${count(figure.count)} observations` : ""));
  });
  const head = ["Measure", "Value", "Interval", "What it rests on"].map((name, i) => el("th", i === 1 ? { scope: "col", class: "num" } : { scope: "col" }, name));
  return el("table", { class: "plain" }, el("caption", null, "In this view"), el("thead", null, el("tr", null, ...head)), el("tbody", null, ...lines));
}


// @ts-check
// What a row opens to: its place in words, and all that the model's page says about it.
import { el, all } from "./dom.js";
import { count, money, ranks, range } from "./format.js";
import { figureAt } from "./columns.js";
import { number } from "./marks.js";
import { rowsOf } from "./rows.js";

/** @import { Place, Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * @param {Scored} scored
 * @param {Column[]} columns every column of the board, its score first
 * @param {number} row
 * @param {Scored} whole the whole board
 * @param {Place | null | undefined} among place among the rows shown
 * @param {number} shown complete rows shown
 * @returns {Node}
 */
export function details(scored, columns, row, whole, among, shown) {
  const { board } = scored;
  const { id, name, page, source } = rowsOf(board).all[row];
  const box = el("div", null, el("p", null, placeInWords(scored, whole, whole.places[row], among, shown)));
  const body = el("div", { "aria-live": "polite" }, el("p", { class: "muted" }, "Loading what is known about this row."));
  const links = el("p", { class: "go" }, el("a", { href: page }, `Everything about ${name}`));
  box.append(body, links);
  if (!scored.whole) box.append(figures(scored, columns, row));
  read(page).then(there => {
    const found = there.getElementById(`${board.benchmark.id}_${board.release.id}_${board.method.id}_${id}`);
    if (!found) throw new Error("no such part");
    const part = /** @type {HTMLElement} */ (document.importNode(found, true));
    part.removeAttribute("id");
    // The rank is said above, as it is in this view.
    for (const said of all(".chart-figure, h3, .rank-said", part)) said.remove();
    for (const named of all("[id]", part)) named.removeAttribute("id");
    // Links lead from that page, which may lie deeper than this one.
    for (const link of all("a[href]", part)) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", new URL(page, location.href)).href);
    body.replaceChildren(part);
    // That page was built with money by the thousand calls.
    if (money.calls !== 1000) void import("./recount.js").then(({ recount }) => recount(part, board.benchmark.call));
  }).catch(() => {
    body.replaceChildren(...(scored.whole ? [figures(scored, columns, row)] : []));
    links.append(el("a", { href: source }, "File and line in the repository"));
  });
  return box;
}

/** @param {string} address */
function read(address) {
  const page = address.split("#")[0];
  let found = pages.get(page);
  if (!found) {
    // A board that was taken away in one file asks nobody for anything.
    if (new URL(page, location.href).host !== location.host) return Promise.reject(new Error("elsewhere"));
    found = fetch(page).then(async answer => {
      if (!answer.ok) throw new Error(answer.statusText);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    found.catch(() => pages.delete(page));
    pages.set(page, found);
  }
  return found;
}

/** @param {Scored} scored @param {Scored} all the whole board @param {Place} inAll @param {Place | null | undefined} among @param {number} shown */
function placeInWords({ board, whole, rankBy }, all, inAll, among, shown) {
  const by = rankBy === board.rankBy ? "" : ` by ${board.dimensions[rankBy].name}`;
  const overall = inAll.rank === null ? "not ranked in all" : `${said(inAll)} of ${count(all.order.complete.length)} in all`;
  if (among === undefined) return inAll.rank === null ? `Not ranked${by}.` : `Rank ${said(inAll)} of ${count(all.order.complete.length)}${by}.`;
  return `${among === null ? "Not ranked among the rows shown" : `Rank ${said(among)} of ${count(shown)} shown`}, ${overall}${by}.`
    + (whole ? "" : ` What follows is over all ${board.benchmark.use_case.many}; the table at the end is over the chosen ones.`);
}

/** @param {Place} place */
const said = ({ rank, best, worst }) =>
  best !== null && worst !== null && best !== worst ? `${count(rank ?? 0)} (range ${ranks(best, worst)})` : count(rank ?? 0);

/** The row's figures as they are in this view. @param {Scored} scored @param {Column[]} columns @param {number} row */
function figures(scored, columns, row) {
  const lines = columns.filter(column => column.dimension >= 0 && column.useCase < 0).map(column => {
    const figure = figureAt(scored, column, row);
    return el("tr", null, el("th", { scope: "row", class: column.metric >= 0 ? "part-of" : "strong" }, column.name),
      el("td", { class: "num" }, ...number(column, figure)),
      el("td", { class: "nowrap" }, figure?.low != null && figure.high != null ? range(column, figure.low, figure.high) : "no interval"),
      el("td", { class: "words" }, figure?.count ? `${count(figure.count)} observations` : ""));
  });
  const head = ["Measure", "Value", "Interval", "What it rests on"].map((name, i) => el("th", i === 1 ? { scope: "col", class: "num" } : { scope: "col" }, name));
  return el("table", { class: "plain" }, el("caption", null, "In this view"), el("thead", null, el("tr", null, ...head)), el("tbody", null, ...lines));
}


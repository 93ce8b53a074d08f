// @ts-check
// A board in the reader's hands. The page is whole without this; with it, a view is a state, the state is the address, and
// whatever is shown follows from the two.
import { all, el, need, whenNear } from "./dom.js";
import { addressBar, readView, writeView } from "./address.js";
import { columnOf, isComplete } from "./columns.js";
import { matches, selection, sorted } from "./filter.js";
import { count, plural } from "./format.js";
import { loadBoard } from "./board-data.js";
import { scoreBoard } from "./score.js";
import { rowsOf } from "./rows.js";
import { makeTable, markRow, rowAt, showTable } from "./table.js";
import { inputsOf, knownValues, readForm, writeForm } from "./view-form.js";

/** @import { Board, Place, Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */
/** @import { Column } from "./columns.js" */

/**
 * @typedef {object} Page a board's page and what is shown there
 * @property {Board} board
 * @property {HTMLElement[]} heads the headings of columns
 * @property {Column[]} columns the score first
 * @property {import("./address.js").Known} known
 * @property {(address: string, typing: boolean) => void} bar
 * @property {import("./table.js").Table} table
 * @property {View} view
 * @property {boolean} lost whether part of the address was not understood
 * @property {{ key: string, scored: Scored }} whole the board over all use cases
 * @property {{ key: string, scored: Scored }} latest the board as it was last asked for
 * @property {number[]} shown rows
 * @property {((row: number) => Place | null) | null} among their ranks among each other, where some rows or use cases are left out
 * @property {boolean} narrowed whether some are
 * @property {number} pause
 * @property {import("../../types/board.js").Comparing | null} compare what not every reader needs comes when it is first asked for, as all that follows
 * @property {import("../../types/board.js").Holm | null} holm
 * @property {import("./charts.js").Charts | null} charts
 * @property {typeof import("./chips.js") | null} chips
 * @property {typeof import("./choices.js") | null} choices
 * @property {typeof import("./doubt.js") | null} doubt
 * @property {typeof import("./ranking.js") | null} ranking
 * @property {typeof import("./board-money.js") | null} money
 */

const main = need("[data-board]");
const form = /** @type {HTMLFormElement} */ (need(".tools", main));
const result = need(".result", main);

if (new URLSearchParams(location.search).get("embed") === "1") document.documentElement.dataset.embed = "";
const started = fetch(main.dataset.board ?? "").then(answer => answer.ok ? answer.text() : "").then(text => loadBoard(text, main.dataset.board)).then(start, () => {
  result.textContent = "The numbers for filtering could not be loaded. The board below is whole; reload the page to try again.";
  for (const input of inputsOf(form)) if (!["cols", "show"].includes(input.name) && input.type !== "radio") input.disabled = true;
});
// Menus, their choices and charts wait until there is somebody at the page.
whenNear(form, async () => {
  const menus = import("./board-menus.js");
  const page = await started;
  if (!page) return;
  enliven(page);
  (await menus).openMenus(main, form, page, text => say(page, text));
  grey(page);
});

/** @param {Board} board */
async function start(board) {
  const heads = all("thead th[data-col]", main);
  const columns = heads.filter(head => head.dataset.col !== "name").map(head => columnOf(board, head.dataset.col ?? "", head.className));
  if (columns.some(({ key }) => key.includes("~"))) (await import("./grades.js")).fillGrades(columns);
  const known = knownValues(form, board, heads);
  const whole = { key: "", scored: scoreBoard(board) };
  const hooks = { act: (/** @type {"pin" | "open"} */ what, /** @type {number} */ row) => act(page, what, row), detail: (/** @type {number} */ row) => detail(page, row) };
  /** @type {Page} */
  const page = {
    board, heads, columns, known, bar: addressBar(), table: makeTable(main, board, columns.slice(1), hooks),
    ...readView(location.search, known), whole, latest: { ...whole }, shown: [], among: null, narrowed: false, pause: 0,
    compare: null, holm: null, charts: null, chips: null, choices: null, doubt: null, ranking: null, money: null,
  };
  makeSortable(heads, key => sortBy(page, key));
  await write(page);
  show(page).then(() => (main.dataset.ready = ""));
  listenToForm(page);
  listenToTable(page);
  addEventListener("popstate", async () => {
    Object.assign(page, readView(location.search, known));
    await write(page);
    show(page);
  });
  return page;
}

/** Puts the view into the form. @param {Page} page */
async function write(page) {
  const { view } = page;
  if (view.per || Object.keys(view.limits).length) page.money ??= await import("./board-money.js");
  writeForm(form, view, page.money);
}

/** @param {Page} page */
function listenToForm(page) {
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", async event => {
    const { type, name } = /** @type {HTMLInputElement} */ (event.target);
    if (type === "text" || name === "per") page.money ??= await import("./board-money.js");
    page.view = readForm(form, page.view, page.money);
    change(page, ["search", "text"].includes(type));
  });
}

/** @param {Page} page */
function listenToTable(page) {
  const shown = need(".board", main);
  for (const over of ["pointerover", "focusin"]) shown.addEventListener(over, event => page.charts?.mark(rowAt(page.table, event.target)));
  shown.addEventListener("pointerleave", () => page.charts?.mark(-1));
}

/** The charts wait until there is somebody at the page, or something of theirs to change. @param {Page} page */
async function enliven(page) {
  if (page.charts || !document.querySelector("[data-against]")) return;
  const { makeCharts } = await import("./charts.js");
  page.charts ??= makeCharts(page.board, row => act(page, "open", row), row => markRow(page.table, row));
  page.charts.show(page.latest.scored, page.shown);
  page.charts.mark(rowAt(page.table, main.querySelector("tr:hover")));
}

/** @param {Page} page @param {string} key of the column whose heading was chosen */
async function sortBy(page, key) {
  page.ranking ??= await import("./ranking.js");
  Object.assign(page.view, page.ranking.orderedBy(page.board, page.view, key, !page.table.element.classList.contains("unranked")));
  change(page, false);
}

/** What a row opens to. @param {Page} page @param {number} row */
function detail(page, row) {
  const box = el("div", null);
  const asked = [page.latest.scored, page.columns, row, page.whole.scored, page.among?.(row), completeRows(page).length];
  import("./details.js").then(({ details }) => box.replaceWith(details(.../** @type {Parameters<typeof details>} */ (asked))));
  return box;
}

/** @param {Page} page */
const completeRows = ({ shown, latest }) => shown.filter(row => isComplete(latest.scored, row));

/** Whether all comparisons are held to the level together. @param {Page} page */
const together = ({ board, view }) => board.benchmark.holm !== (view.holm !== "");

/** @param {Page} page @param {View} next */
function rewrite(page, next) {
  page.view = next;
  writeForm(form, next, page.money);
  change(page, false);
}

/** @param {Page} page @param {boolean} typing whether the reader is still typing, which makes no step of its own in the history */
function change(page, typing) {
  page.lost = false;
  page.bar(location.pathname + writeView(page.view) + location.hash, typing);
  return show(page);
}

/** The dimension that ranks, or what the board ranks by. @param {Page} page */
const rankOf = ({ board, view }) => view.rank ? columnOf(board, view.rank).dimension : board.rankBy;

/** Scores what the view asks for, unless that is there. @param {Page} page @param {boolean[] | null} chosen */
function rescore(page, chosen) {
  const { board, whole, latest, compare } = page;
  const holm = together(page) ? page.holm : null;
  const ways = [!compare, !holm, page.view.rank].join();
  const scored = (/** @type {boolean[] | null} */ some) => scoreBoard(board, some, compare, holm, rankOf(page));
  if (whole.key !== ways) Object.assign(whole, { key: ways, scored: scored(null) });
  const key = `${ways} ${chosen?.join()}`;
  if (key !== latest.key) Object.assign(latest, { key, scored: chosen ? scored(chosen) : whole.scored });
}

/** @param {Page} page */
async function show(page) {
  const { board, view } = page;
  const asks = writeView({ ...view, cols: [], hide: [], pin: [], row: "", per: "", calls: "" }) !== "";
  const chosen = selection(board, view);
  const loading = (asks || view.pin.length || together(page)) && !(page.compare && (page.holm || !together(page))) ? load(page) : null;
  // Rows are kept or left out at once; only what is computed of them anew has to wait.
  const waits = chosen || view.pin.length || view.rank;
  if (waits) await loading;
  rescore(page, chosen);
  page.money?.showMoney(form, page.table, view);
  const filled = fill(page);
  if (page.charts) page.charts.show(page.latest.scored, page.shown);
  else if (page.narrowed) enliven(page);
  page.ranking?.tellOrder(page.table.element, page.heads, page.latest.scored, view);
  page.chips?.showChips(main, form, inputsOf(form), board, view);
  grey(page);
  tell(page);
  // Another method or release shows the same view, as far as it can.
  for (const link of /** @type {HTMLAnchorElement[]} */ (all(".switches a:not(.absent-method)"))) link.search = writeView({ ...view, row: "" });
  clearTimeout(page.pause);
  page.pause = setTimeout(() => tellDoubt(page), 150);
  await filled;
  if (loading && !waits) await loading.then(() => show(page));
}

/** Puts the rows of the view in order and into the table. @param {Page} page */
function fill(page) {
  const { board, view, columns, whole, latest: { scored } } = page;
  const { at } = rowsOf(board);
  const kept = matches(scored, view);
  const order = view.sort || view.rank;
  const column = order ? columns.find(({ key }) => key === order) ?? columnOf(board, order) : null;
  const pinned = view.pin.map(at);
  /** @type {Map<number, string>} */
  const breaks = new Map();
  const section = (/** @type {readonly number[]} */ part) => {
    const left = part.filter(row => kept[row] && !pinned.includes(row));
    return column ? sorted(scored, left, column, view.reversed, breaks) : left;
  };
  const [complete, partial, unscored] = [section(scored.order.complete), section(scored.order.partial), section(scored.order.unscored)];
  page.shown = [...pinned, ...complete, ...partial, ...unscored];
  page.narrowed = !scored.whole || kept.includes(0);
  page.among = page.narrowed && page.compare ? scored.rankAmong(page.shown) : null;
  const notes = scored.whole && !view.rank ? null : page.ranking?.notesOf(scored) ?? null;
  return showTable(page.table, { notes, scored, pinned, complete, partial, unscored, among: page.among, breaks, inAll: whole.scored.places, opened: at(view.row) });
}

/** What a view needs beyond the board as it comes. @param {Page} page */
async function load(page) {
  const [{ comparing }, pins, chips, choices, ranking, holm] = await Promise.all([
    import("./comparing.js"), import("./pins.js"), import("./chips.js"), import("./choices.js"), import("./ranking.js"), together(page) ? import("./holm.js") : null]);
  page.table.pins = pins;
  if (!page.chips) chips.listenToChips(main, form, () => page.view, view => rewrite(page, view));
  Object.assign(page, { compare: comparing, chips, choices, ranking, holm: holm?.holm ?? page.holm });
}

/** What is said of the whole board is said anew of a part. @param {Page} page */
async function tellDoubt(page) {
  const { view: { holm, rank }, latest: { scored } } = page;
  const anew = page.narrowed || holm || rank;
  if (anew && !page.compare) return;
  if (anew) page.doubt ??= await import("./doubt.js");
  page.doubt?.tellDoubt(scored, completeRows(page), page.narrowed ? page.among : holm || rank ? row => scored.places[row] : null, together(page));
}

/** @param {Page} page @param {"pin" | "open"} what @param {number} row */
const act = async (page, what, row) => (await import("./row-acts.js")).act(main, page, what, row, () => change(page, false), text => say(page, text));

/** @param {Page} page */
function grey(page) {
  page.choices?.greyChoices(form, page.latest.scored, page.view, completeRows(page).length);
}

/** @param {Page} page */
function tell({ board, view, latest, ranking, money, narrowed, shown, lost }) {
  const total = plural(board.count, "row");
  const remarks = [view.rank && ranking ? `${ranking.rankedBy(latest.scored)}.` : "", money?.remarksOn(form, latest.scored, view)].filter(Boolean);
  const text = [narrowed ? `${count(shown.length)} of ${total}` : total, remarks.join(" ")].filter(Boolean).join(". ");
  const note = lost ? [el("span", { class: "quiet" }, " Part of the address was not understood and is left out.")] : [];
  if (result.textContent !== text + (lost ? note[0].textContent : "")) result.replaceChildren(text, ...note);
}

/** @param {Page} page @param {string} text */
function say(page, text) {
  result.textContent = text;
  setTimeout(() => tell(page), 4000);
}

/** Makes a button of each heading. @param {HTMLElement[]} heads @param {(key: string) => void} sort */
function makeSortable(heads, sort) {
  for (const head of heads) {
    const name = need(".sort", head);
    const button = el("button", { type: "button", class: "sort" }, ...name.childNodes);
    name.replaceWith(button);
    button.addEventListener("click", () => sort(head.dataset.col ?? ""));
  }
}

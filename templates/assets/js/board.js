// @ts-check
// A board in the reader's hands. The page is whole without this; with it, a view is a state, the state is the address, and
// whatever is shown follows from the two.
import { all, el, need } from "./dom.js";
import { addressBar, plainView, readView, writeView } from "./address.js";
import { columnOf, isComplete } from "./columns.js";
import { FACETS, counts, matches, selection, slug, sorted } from "./filter.js";
import { count, plural } from "./format.js";
import { loadBoard } from "./board-data.js";
import { scoreBoard } from "./score.js";
import { rowsOf } from "./rows.js";
import { closeMenus } from "./menus.js";
import { makeTable } from "./table.js";

/** @import { Board, Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */

const main = need("[data-board]");
const form = /** @type {HTMLFormElement} */ (need(".tools", main));
const result = need(".result", main);
const inputs = /** @type {HTMLInputElement[]} */ (all("input[name]", form));
const named = (/** @type {string} */ name) => inputs.filter(input => input.name === name);

if (new URLSearchParams(location.search).get("embed") === "1") document.documentElement.dataset.embed = "";
closeMenus(main);
fetch(main.dataset.board ?? "").then(answer => answer.ok ? answer.text() : "").then(loadBoard).then(start, () => {
  result.textContent = "The numbers for filtering could not be loaded. The board below is whole; reload the page to try again.";
  for (const input of inputs) if (!["cols", "show"].includes(input.name) && input.type !== "radio") input.disabled = true;
});

/** @param {Board} board */
async function start(board) {
  const heads = all("thead th[data-col]", main);
  const columns = heads.filter(head => head.dataset.col !== "name").map(head => columnOf(board, head.dataset.col ?? "", head.className));
  if (columns.some(({ key }) => key.includes("~"))) (await import("./grades.js")).fillGrades(columns);
  const known = knownValues(board);
  const rows = rowsOf(board);
  const bar = addressBar();
  let { view, lost } = readView(location.search, known);
  /** What not every reader needs comes when it is first asked for. @type {import("../../types/board.js").Comparing | null} */
  let compare = null;
  /** @type {import("../../types/board.js").Holm | null} */
  let holm = null;
  /** @type {import("./charts.js").Charts | null} */
  let charts = null;
  /** @type {typeof import("./chips.js") | null} */
  let chips = null;
  /** @type {typeof import("./doubt.js") | null} */
  let doubt = null;
  let pause = 0;
  /** Whether all comparisons are held to the level together. */
  const together = () => board.benchmark.holm !== (view.holm !== "");

  /** The board over all use cases, and as it was last asked for. @type {{ key: string, scored: Scored }} */
  const whole = { key: "", scored: scoreBoard(board) };
  const latest = { ...whole };
  let { scored } = whole;
  /** @type {number[]} */
  let shownRows = [];
  /** @type {ReturnType<Scored["rankAmong"]> | null} */
  let among = null;
  /** Whether some rows or use cases are left out. */
  let narrowed = false;
  const completeRows = () => shownRows.filter(one => isComplete(scored, one));

  const table = makeTable(main, board, columns.slice(1), {
    act,
    detail: row => {
      const box = el("div", null);
      const asked = [scored, columns, row, whole.scored.places[row], among?.(row), completeRows().length];
      import("./details.js").then(({ details }) => box.replaceWith(details(.../** @type {Parameters<typeof details>} */ (asked))));
      return box;
    },
  });
  need(".take", main).addEventListener("toggle", () => import("./share.js").then(({ makeShare }) =>
    makeShare(main, () => ({ scored, rows: shownRows, columns }), say)), { once: true });
  makeSortable(heads, key => {
    const own = board.dimensions[board.rankBy].id;
    view.reversed = (view.sort || own) === key && !view.reversed;
    view.sort = key === own && !view.reversed ? "" : key;
    change(false);
  });
  writeForm(view);
  show().then(() => (main.dataset.ready = ""));

  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", event => {
    const typed = event.target instanceof HTMLInputElement && ["search", "number"].includes(event.target.type);
    view = readForm(view);
    change(typed);
  });
  need(".reset", main).addEventListener("click", () => {
    rewrite({ ...plainView(), cols: view.cols, hide: view.hide, pin: view.pin });
    named("q")[0].focus();
  });
  need(".chips", main).addEventListener("click", event => {
    const chip = event.target instanceof Element ? event.target.closest("button") : null;
    if (!chip || !chips) return;
    rewrite(chips.without(view, chip.dataset.name ?? "", chip.dataset.value ?? ""));
    (all(".chip", main)[0] ?? named("q")[0]).focus();
  });
  addEventListener("popstate", () => {
    ({ view, lost } = readView(location.search, known));
    writeForm(view);
    show();
  });
  const shown = need(".board", main);
  for (const over of ["pointerover", "focusin"]) shown.addEventListener(over, event => charts?.mark(table.rowAt(event.target)));
  shown.addEventListener("pointerleave", () => charts?.mark(-1));
  for (const begin of ["pointerover", "focusin"]) document.addEventListener(begin, enliven, { once: true });

  /** The charts wait until there is somebody at the page, or something of theirs to change. */
  async function enliven() {
    if (charts || !document.querySelector("[data-against]")) return;
    const { makeCharts } = await import("./charts.js");
    charts ??= makeCharts(board, row => act("open", row), row => table.mark(row));
    charts.show(scored, shownRows);
  }

  /** @param {View} next */
  function rewrite(next) {
    view = next;
    writeForm(view);
    change(false);
  }

  /** @param {boolean} typing whether the reader is still typing, which makes no step of its own in the history */
  function change(typing) {
    lost = false;
    bar(location.pathname + writeView(view) + location.hash, typing);
    return show();
  }

  /** Scores what the view asks for, unless that is there. @param {boolean[] | null} chosen */
  function rescore(chosen) {
    const by = together() ? holm : null;
    const ways = `${!compare}${!by}`;
    if (whole.key !== ways) Object.assign(whole, { key: ways, scored: scoreBoard(board, null, compare, by) });
    const key = `${whole.key} ${chosen?.join()}`;
    if (key !== latest.key) Object.assign(latest, { key, scored: chosen ? scoreBoard(board, chosen, compare, by) : whole.scored });
    scored = latest.scored;
  }

  async function show() {
    const asks = writeView({ ...view, cols: [], hide: [], pin: [], row: "" }) !== "";
    const chosen = selection(board, view);
    const loading = (asks || view.pin.length || together()) && !(compare && (holm || !together())) ? load() : null;
    // Rows are kept or left out at once; only what is computed of them anew has to wait.
    if (chosen || view.pin.length) await loading;
    rescore(chosen);

    const kept = matches(scored, view);
    const column = view.sort ? columns.find(({ key }) => key === view.sort) ?? columnOf(board, view.sort) : null;
    const pinned = view.pin.map(rows.at);
    /** @type {Map<number, string>} */
    const breaks = new Map();
    const section = (/** @type {readonly number[]} */ part) => {
      const left = part.filter(row => kept[row] && !pinned.includes(row));
      return column ? sorted(scored, left, column, view.reversed, breaks) : left;
    };
    const [complete, partial, unscored] = [section(scored.order.complete), section(scored.order.partial), section(scored.order.unscored)];
    shownRows = [...pinned, ...complete, ...partial, ...unscored];
    narrowed = !scored.whole || kept.includes(0);
    among = narrowed && compare ? scored.rankAmong(shownRows) : null;
    const filled = table.show({ scored, pinned, complete, partial, unscored, among, breaks, inAll: whole.scored.places, opened: rows.at(view.row) });
    if (charts) charts.show(scored, shownRows);
    else if (narrowed) enliven();
    headings(board, heads, view);
    chips?.showChips(main, form, inputs, board, view);
    choices(chosen ?? board.useCases.map(() => true));
    tell();
    methods();
    clearTimeout(pause);
    pause = setTimeout(tellDoubt, 150);
    await filled;
    if (loading && !chosen && !view.pin.length) await loading.then(show);
  }

  /** What a view needs beyond the board as it comes. */
  async function load() {
    const [{ comparing }, found, ofHolm] = await Promise.all([
      import("./comparing.js"), import("./chips.js"), together() ? import("./holm.js") : null]);
    [compare, chips, holm] = [comparing, found, ofHolm?.holm ?? holm];
  }

  /** What is said of the whole board is said anew of a part. */
  async function tellDoubt() {
    if (narrowed && !compare) return;
    if (narrowed || view.holm) doubt ??= await import("./doubt.js");
    doubt?.tellDoubt(scored, completeRows(), narrowed ? among : view.holm ? row => scored.places[row] : null, together());
  }

  /** @param {"pin" | "open"} what @param {number} row */
  async function act(what, row) {
    const { id, label } = rows.all[row];
    const focus = document.activeElement instanceof HTMLElement ? document.activeElement.className : "";
    if (what === "pin") view.pin = view.pin.includes(id) ? view.pin.filter(one => one !== id) : [...view.pin, id];
    else view.row = view.row === id ? "" : id;
    await change(false);
    // The row may have moved; the reader's place is with it.
    const there = table.find(row);
    const button = focus.startsWith("act") ? there?.querySelector(`.${focus.split(" ")[1]}`) : null;
    if (button instanceof HTMLElement) button.focus({ preventScroll: what === "open" });
    if (what === "pin") say(view.pin.includes(id) ? `${label} is pinned.` : `${label} is no longer pinned.`);
  }

  /** What would match nothing is greyed, not hidden. @param {boolean[]} chosen */
  function choices(chosen) {
    for (const facet of FACETS) {
      const of = named(facet).length ? counts(scored, view, facet) : null;
      for (const input of named(facet)) {
        const found = of?.(input.value) ?? 0;
        input.disabled = found === 0 && !input.checked;
        const shown = input.closest("label")?.querySelector(".count");
        if (shown && shown.textContent !== count(found)) shown.textContent = count(found);
      }
    }
    for (const input of named("case")) {
      const at = board.useCases.findIndex(one => one.id === input.value);
      const elsewhere = (view.area && input.dataset.area !== view.area) || (view.type && input.dataset.type !== view.type);
      input.disabled = !!elsewhere || (chosen[at] && chosen.filter(Boolean).length === 1);
    }
    for (const name of /** @type {const} */ (["area", "type"])) {
      for (const input of named(name)) {
        const other = name === "area" ? "type" : "area";
        input.disabled = !input.checked && input.value !== ""
          && !board.useCases.some(one => slug(one[name]) === input.value && (!view[other] || slug(one[other]) === view[other]));
      }
    }
    for (const input of named("full")) input.disabled = !input.checked && !completeRows().length;
  }

  function tell() {
    const total = plural(board.count, "row");
    const text = narrowed ? `${count(shownRows.length)} of ${total}` : total;
    const note = lost ? [el("span", { class: "quiet" }, " Part of the address was not understood and is left out.")] : [];
    if (result.textContent !== text + (lost ? note[0].textContent : "")) result.replaceChildren(text, ...note);
  }

  /** @param {string} text */
  function say(text) {
    result.textContent = text;
    setTimeout(tell, 4000);
  }

  /** Another method or release shows the same view, as far as it can. */
  function methods() {
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(".switches a"))) {
      link.search = writeView({ ...view, row: "" });
    }
  }
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

/** @param {Board} board @param {HTMLElement[]} heads @param {View} view */
function headings(board, heads, view) {
  const sortedBy = view.sort || board.dimensions[board.rankBy].id;
  for (const head of heads) {
    const key = head.dataset.col ?? "";
    if (key !== sortedBy) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", columnOf(board, key).ascending !== view.reversed ? "ascending" : "descending");
  }
}

/** The form says what the view says. @param {View} view */
function writeForm(view) {
  for (const input of inputs) {
    const list = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (view))[input.name];
    if (input.name === "case") input.checked = !view.not.includes(input.value);
    else if (input.name === "show") input.checked = !view.hide.includes(input.value);
    else if (input.name === "full") input.checked = view.full;
    else if (input.name === "q") input.value = view.q;
    else if (input.type === "number") input.value = String(view.limits[input.name] ?? "");
    else if (Array.isArray(list)) input.checked = list.includes(input.value);
    else if (typeof list === "string") input.checked = list === input.value;
  }
}

/** The view says what the form says; what the form does not hold stays. @param {View} view @returns {View} */
function readForm(view) {
  const ticked = (/** @type {string} */ name, wanted = true) => named(name).filter(input => input.checked === wanted).map(input => input.value);
  const limits = inputs.filter(input => input.type === "number" && input.value !== "" && input.validity.valid);
  const left = ticked("case", false);
  return {
    ...view,
    q: named("q")[0].value.trim(), area: ticked("area")[0] ?? "", type: ticked("type")[0] ?? "",
    not: left.length === named("case").length ? [] : left, by: ticked("by"), open: ticked("open"), tier: ticked("tier"),
    limits: Object.fromEntries(limits.map(input => [input.name, Number(input.value)])),
    full: ticked("full").length > 0, holm: ticked("holm")[0] ?? "", cols: ticked("cols"), hide: ticked("show", false),
  };
}

/** @param {Board} board @returns {import("./address.js").Known} */
function knownValues(board) {
  const values = (/** @type {string} */ name) => new Set(named(name).map(input => input.value).filter(Boolean));
  const rows = new Set(rowsOf(board).all.map(({ id }) => id));
  return {
    area: values("area"), type: values("type"), not: values("case"), by: values("by"), open: values("open"), tier: values("tier"),
    holm: values("holm"),
    limits: new Set(inputs.filter(input => input.type === "number").map(input => input.name)),
    sort: new Set(all("thead th[data-col]", main).map(head => head.dataset.col ?? "")),
    cols: values("cols"), hide: values("show"), pin: rows, row: rows,
  };
}

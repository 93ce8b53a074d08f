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
function start(board) {
  const heads = all("thead th[data-col]", main);
  const columns = heads.filter(head => head.dataset.col !== "name").map(head => columnOf(board, head.dataset.col ?? "", head.className));
  const known = knownValues(board);
  const whole = scoreBoard(board, null);
  const rows = rowsOf(board);
  const bar = addressBar();
  /** @type {{ key: string, scored: Scored }} */
  let latest = { key: "", scored: whole };
  let { view, lost } = readView(location.search, known);
  /** @type {Scored} */
  let scored = whole;
  /** @type {number[]} */
  let shownRows = [];
  /** @type {ReturnType<Scored["rankAmong"]> | null} */
  let among = null;

  /** What not every reader needs comes when it is first asked for. @type {import("./charts.js").Charts | null} */
  let charts = null;
  const table = makeTable(main, board, columns.slice(1), {
    act,
    detail: row => {
      const box = el("div", null);
      const asked = [scored, columns, row, whole.places[row], among?.(row), shownRows.filter(one => isComplete(scored, one)).length];
      import("./details.js").then(({ details }) => box.replaceWith(details(.../** @type {Parameters<typeof details>} */ (asked))));
      return box;
    },
  });
  need(".take", main).addEventListener("toggle", () => import("./share.js").then(({ makeShare }) =>
    makeShare(main, () => ({ scored, rows: shownRows, columns }), say)), { once: true });
  makeSortable();
  writeForm();
  show().then(() => (main.dataset.ready = ""));

  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", event => {
    const typed = event.target instanceof HTMLInputElement && ["search", "number"].includes(event.target.type);
    readForm();
    change(typed);
  });
  need(".reset", main).addEventListener("click", () => {
    view = { ...plainView(), cols: view.cols, hide: view.hide, pin: view.pin };
    writeForm();
    change(false);
    named("q")[0].focus();
  });
  need(".chips", main).addEventListener("click", event => {
    const chip = event.target instanceof Element ? event.target.closest("button") : null;
    if (!chip) return;
    drop(chip.dataset.name ?? "", chip.dataset.value ?? "");
    writeForm();
    change(false);
    (all(".chip", main)[0] ?? named("q")[0]).focus();
  });
  addEventListener("popstate", () => {
    ({ view, lost } = readView(location.search, known));
    writeForm();
    show();
  });
  const shown = need(".board", main);
  shown.addEventListener("pointerover", event => charts?.mark(table.rowAt(event.target)));
  shown.addEventListener("focusin", event => charts?.mark(table.rowAt(event.target)));
  shown.addEventListener("pointerleave", () => charts?.mark(-1));
  for (const begin of ["pointerover", "focusin"]) document.addEventListener(begin, enliven, { once: true });

  /** The charts wait until there is somebody at the page, or something of theirs to change. */
  async function enliven() {
    if (charts || !document.querySelector("[data-against]")) return;
    const { makeCharts } = await import("./charts.js");
    charts ??= makeCharts(board, row => act("open", row), row => table.mark(row));
    charts.show(scored, shownRows);
  }

  /** @param {boolean} typing whether the reader is still typing, which makes no step of its own in the history */
  function change(typing) {
    lost = false;
    bar(location.pathname + writeView(view) + location.hash, typing);
    return show();
  }

  async function show() {
    const chosen = selection(board, view);
    const key = chosen?.join() ?? "";
    if (key !== latest.key) latest = { key, scored: chosen ? scoreBoard(board, chosen) : whole };
    scored = latest.scored;

    const kept = matches(scored, view);
    const column = view.sort ? columnOf(board, view.sort, "") : null;
    const pinned = view.pin.map(rows.at);
    const section = (/** @type {readonly number[]} */ part) => {
      const left = part.filter(row => kept[row] && !pinned.includes(row));
      return column ? sorted(scored, left, column, view.reversed) : left;
    };
    const [complete, partial, unscored] = [section(scored.order.complete), section(scored.order.partial), section(scored.order.unscored)];
    shownRows = [...pinned, ...complete, ...partial, ...unscored];
    const narrowed = !scored.whole || kept.includes(0);
    among = narrowed ? scored.rankAmong(shownRows) : null;
    const filled = table.show({ scored, pinned, complete, partial, unscored, among, inAll: whole.places, opened: rows.at(view.row) });
    if (charts) charts.show(scored, shownRows);
    else if (narrowed) enliven();
    headings();
    chips();
    choices();
    tell(narrowed);
    methods();
    await filled;
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

  function makeSortable() {
    for (const head of heads) {
      const name = need(".sort", head);
      const button = el("button", { type: "button", class: "sort" }, ...name.childNodes);
      name.replaceWith(button);
      button.addEventListener("click", () => {
        const key = head.dataset.col ?? "";
        const own = board.dimensions[board.rankBy].id;
        view.reversed = (view.sort || own) === key && !view.reversed;
        view.sort = key === own && !view.reversed ? "" : key;
        change(false);
      });
    }
  }

  function headings() {
    const sortedBy = view.sort || board.dimensions[board.rankBy].id;
    for (const head of heads) {
      const key = head.dataset.col ?? "";
      if (key !== sortedBy) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", columnOf(board, key, "").ascending !== view.reversed ? "ascending" : "descending");
    }
  }

  /** The form says what the view says. */
  function writeForm() {
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

  /** The view says what the form says; what the form does not hold stays. */
  function readForm() {
    const ticked = (/** @type {string} */ name, wanted = true) => named(name).filter(input => input.checked === wanted).map(input => input.value);
    const limits = inputs.filter(input => input.type === "number" && input.value !== "" && input.validity.valid);
    view = {
      ...view,
      q: named("q")[0].value.trim(), area: ticked("area")[0] ?? "", type: ticked("type")[0] ?? "",
      not: ticked("case", false), by: ticked("by"), open: ticked("open"), tier: ticked("tier"),
      limits: Object.fromEntries(limits.map(input => [input.name, Number(input.value)])),
      full: ticked("full").length > 0, cols: ticked("cols"), hide: ticked("show", false),
    };
    if (view.not.length === named("case").length) view.not = [];
  }

  /** @param {string} name @param {string} value */
  function drop(name, value) {
    if (name === "not") view = { ...view, not: [], area: "", type: "" };
    else if (name === "q") view.q = "";
    else if (name === "full") view.full = false;
    else if (Object.hasOwn(view.limits, name)) delete view.limits[name];
    else if (name === "by" || name === "open" || name === "tier") view[name] = view[name].filter(one => one !== value);
  }

  function chips() {
    /** @type {[string, string, string][]} */
    const found = [];
    if (view.q) found.push(["q", "", `Name: ${view.q}`]);
    const chosen = selection(board, view);
    if (chosen) {
      const names = board.useCases.filter((_, i) => chosen[i]).map(one => one.name);
      found.push(["not", "", names.length === 1 ? `Only ${names[0]}` : `${names.length} of ${board.useCases.length} use cases`]);
    }
    for (const name of FACETS) for (const value of view[name]) found.push([name, value, labelOf(name, value)]);
    for (const name of Object.keys(view.limits)) found.push([name, "", `${labelOf(name, "")} ${view.limits[name]}`]);
    if (view.full) found.push(["full", "", "Complete rows only"]);
    need(".chips", main).replaceChildren(...found.map(([name, value, text]) => el("li", null,
      el("button", { type: "button", class: "chip", "data-name": name, "data-value": value, "aria-label": `Remove the filter ${text}` }, text))));
    need(".reset", main).hidden = found.length === 0 && !view.sort;
    for (const drop of all(".filters .drop", form)) {
      const names = new Set(all("input", drop).map(input => /** @type {HTMLInputElement} */ (input).name));
      const here = found.filter(([name]) => names.has(name === "not" ? "case" : name)).length;
      const summary = need("summary", drop);
      const mark = summary.querySelector("b");
      if (here !== Number(mark?.textContent ?? 0)) summary.replaceChildren(summary.firstChild ?? "", ...here ? [" ", el("b", null, String(here))] : []);
    }
  }

  /** @param {string} name @param {string} value */
  function labelOf(name, value) {
    const label = inputs.find(input => input.name === name && (input.type === "number" || input.value === value))?.closest("label");
    return [...(label?.querySelectorAll("bdi, span:not(.count, .unit)") ?? [])][0]?.textContent ?? label?.firstChild?.nextSibling?.textContent?.trim() ?? value;
  }

  /** What would match nothing is greyed, not hidden. */
  function choices() {
    for (const facet of FACETS) {
      const of = named(facet).length ? counts(scored, view, facet) : null;
      for (const input of named(facet)) {
        const found = of?.(input.value) ?? 0;
        input.disabled = found === 0 && !input.checked;
        const shown = input.closest("label")?.querySelector(".count");
        if (shown && shown.textContent !== count(found)) shown.textContent = count(found);
      }
    }
    const chosen = selection(board, view) ?? board.useCases.map(() => true);
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
    for (const input of named("full")) input.disabled = !input.checked && !shownRows.some(row => isComplete(scored, row));
  }

  /** @param {boolean} narrowed */
  function tell(narrowed) {
    const total = plural(board.count, "row", "rows");
    const text = narrowed ? `${count(shownRows.length)} of ${total}` : total;
    const note = lost ? [el("span", { class: "quiet" }, " Part of the address was not understood and is left out.")] : [];
    if (result.textContent !== text + (lost ? note[0].textContent : "")) result.replaceChildren(text, ...note);
  }

  /** @param {string} text */
  function say(text) {
    result.textContent = text;
    setTimeout(() => tell(among !== null), 4000);
  }

  /** Another method or release shows the same view, as far as it can. */
  function methods() {
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(".switches a"))) {
      link.search = writeView({ ...view, row: "" });
    }
  }
}

/** @param {Board} board @returns {import("./address.js").Known} */
function knownValues(board) {
  const values = (/** @type {string} */ name) => new Set(named(name).map(input => input.value).filter(Boolean));
  const rows = new Set(rowsOf(board).all.map(({ id }) => id));
  return {
    area: values("area"), type: values("type"), not: values("case"), by: values("by"), open: values("open"), tier: values("tier"),
    limits: new Set(inputs.filter(input => input.type === "number").map(input => input.name)),
    sort: new Set(all("thead th[data-col]", main).map(head => head.dataset.col ?? "")),
    cols: values("cols"), hide: values("show"), pin: rows, row: rows,
  };
}

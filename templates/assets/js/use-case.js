// @ts-check
// The limits on a use case's page: rows that miss one stand below the others, each marked at the figure that misses it.
import { all, el, need, spoken } from "./dom.js";
import { count, money, usd } from "./format.js";
import { readField, remarks, showRange, writeField } from "./limit-fields.js";
import { countMoney } from "./money.js";
import { countingIn, recount } from "./recount.js";
import { typed } from "./typed-words.js";

/** @typedef {{ input: HTMLInputElement, column: string, atLeast: boolean, value: number | null }} Limit */
/** @typedef {{ row: HTMLElement, missed: Limit[] }} Judged a row with the limits that it misses */
/** @typedef {{ form: HTMLFormElement, limits: Limit[], calls: HTMLInputElement | null, built: boolean }} Page built says whether money is as the page was built with it */

/** @param {HTMLFormElement} form */
function start(form) {
  const limits = /** @type {HTMLInputElement[]} */ (all("input.limit", form)).map(input => {
    const [bound, column] = input.name.split(".", 2);
    return { input, column, atLeast: bound === "min", value: /** @type {number | null} */ (null) };
  });
  const page = { form, limits, calls: /** @type {HTMLInputElement | null} */ (form.querySelector("[name=calls]")), built: true };
  const asked = new URLSearchParams(location.search);
  const counting = countingIn(location.search);
  for (const way of ways(page)) way.checked = way.value === counting.per;
  if (page.calls && counting.calls) page.calls.value = count(counting.calls);
  countAs(page);
  for (const limit of limits) {
    const given = Number(asked.get(limit.input.name) ?? NaN);
    if (given >= 0) writeField(limit.input, limit.value = given);
  }
  bringOut(limits);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", event => {
    const { target } = event;
    const limit = limits.find(({ input }) => input === target);
    if (limit) {
      limit.value = readField(limit.input);
      bringOut(limits);
    } else {
      countAs(page);
    }
    show(page);
  });
  show(page);
}

/** @param {Page} page */
const ways = ({ form }) => /** @type {HTMLInputElement[]} */ (all("[name=per]", form));

/** Shows money in the unit that is chosen: limits keep what they mean. @param {Page} page */
function countAs(page) {
  const per = ways(page).find(({ checked }) => checked)?.value ?? "";
  if (page.calls) readField(page.calls, true);
  const changed = countMoney({ per, calls: yearlyCalls(page.calls) ?? statedCalls(page.calls) });
  if (!changed && page.built) return;
  page.built = false;
  const { one = "", many = "" } = page.form.dataset;
  recount(document, { one, many });
  for (const { input, value } of page.limits) {
    showRange(input);
    if (input.dataset.usd !== undefined) writeField(input, value);
  }
}

/** @param {Page} page */
function show({ limits, calls, form }) {
  const judged = rows().map(row => ({ row, missed: limits.filter(limit => misses(row, limit)) }));
  need(".within", form).textContent = told(limits, judged);
  mark(limits, judged);
  tellYear(calls);
  keep(limits, calls, form);
}

/** A narrow screen has room for one column beside the score: for the one that is limited, or for all where several are. @param {Limit[]} limits */
function bringOut(limits) {
  for (const board of all(".case-board")) {
    const limited = limits.filter(({ value }) => value !== null).map(({ column }) => /^num (c\d+)/.exec(board.querySelector(`th[data-col="${column}"]`)?.className ?? "")?.[1]).filter(Boolean);
    const choice = /** @type {HTMLInputElement | null} */ (limited.length ? board.querySelector(`.choices .show-${limited.length > 1 ? "all" : limited[0]}`) : null);
    if (choice) choice.checked = true;
  }
}

/** The rows of the tables, without their notes. */
const rows = () => all(".case-board tbody tr:not(.note):not(.withdrawn)");

/** The cell of a row in a column. @param {HTMLElement} row @param {string} column */
function cellOf(row, column) {
  const heads = [.../** @type {HTMLTableElement} */ (row.closest("table")).tHead?.rows[0].cells ?? []];
  return /** @type {HTMLTableRowElement} */ (row).cells[heads.findIndex(head => head.dataset.col === column)];
}

/** Whether a row misses a limit: a figure that nobody measured is not within any. @param {HTMLElement} row @param {Limit} limit */
function misses(row, { column, atLeast, value }) {
  if (value === null) return false;
  const figure = cellOf(row, column)?.querySelector("data");
  const number = figure ? Number(figure.value) : NaN;
  return !(atLeast ? number >= value : number <= value);
}

/** @param {Limit[]} limits @param {Judged[]} judged */
function told(limits, judged) {
  const set = limits.filter(({ value }) => value !== null);
  if (!set.length) return "";
  const first = /** @type {HTMLElement} */ (document.querySelector(".case-board"));
  const own = judged.filter(({ row }) => first.contains(row));
  const left = own.filter(({ missed }) => !missed.length).length;
  const said = remarks(set.map(limit => ({ name: nameOf(limit), removes: own.filter(({ missed }) => missed.includes(limit)).length })), own.length);
  return [`${left} of ${own.length} within your limits.`, said].filter(Boolean).join(" ");
}

/** @param {Limit} limit */
const nameOf = ({ input }) => (input.labels?.[0].querySelector("span")?.textContent ?? "").split(",")[0].toLowerCase();

/** @param {Limit[]} limits @param {Judged[]} judged */
function mark(limits, judged) {
  for (const body of all(".case-board tbody")) {
    const own = judged.filter(({ row }) => row.parentElement === body);
    // The order of the page is kept in each row, so that a limit taken away brings it back.
    own.forEach(({ row }, at) => row.dataset.at ??= String(at));
    own.sort((a, b) => Number(a.row.dataset.at) - Number(b.row.dataset.at));
    for (const { row, missed } of own) {
      for (const limit of limits) markCell(cellOf(row, limit.column), missed.includes(limit));
      const isOut = missed.length > 0;
      row.classList.toggle("outside", isOut);
      const scope = /** @type {HTMLElement} */ (row.closest(".case-board")).dataset.scope;
      for (const dot of all(`.chart [data-row="${CSS.escape(row.id.slice(`row-${scope}-`.length))}"]`)) dot.classList.toggle("outside", isOut);
    }
    const [within, outside] = [own.filter(({ missed }) => !missed.length), own.filter(({ missed }) => missed.length)];
    body.append(...[...within, ...outside].map(({ row }) => row));
  }
}

/** @param {HTMLElement | undefined} cell @param {boolean} isOut */
function markCell(cell, isOut) {
  if (!cell) return;
  cell.classList.toggle("misses", isOut);
  cell.querySelector(".miss")?.remove();
  const figure = cell.querySelector(".unit") ?? cell.querySelector("data, .none");
  if (isOut) figure?.after(el("span", { class: "miss" }, el("span", { "aria-hidden": "true" }, " ✕"), spoken(cell.querySelector("data") ? " misses the limit" : ", so it is not within the limit")));
}

/** The calls a year that the reader gives, or null. @param {HTMLInputElement | null} input */
const yearlyCalls = input => Math.round((input && typed(input.value).value) || 0) || null;

/** The calls a year that the page states for the task, or null. @param {HTMLInputElement | null} input */
const statedCalls = input => Number(input?.dataset.stated) || null;

/** What each row costs at the reader's calls a year, below its money; not where that is what the money is for. @param {HTMLInputElement | null} input */
function tellYear(input) {
  for (const old of all(".case-board .in-a-year")) old.remove();
  const calls = yearlyCalls(input);
  if (!calls || money.calls === calls) return;
  for (const row of rows()) {
    const cell = cellOf(row, input?.dataset.column ?? "");
    const figure = cell?.querySelector("data");
    if (figure) cell.append(el("span", { class: "share in-a-year" }, `${usd(Number(figure.value) * calls)} a year`));
  }
}

/**
 * Keeps address and onward links in step: the pages for choosing and comparing take limits, unit and calls over.
 * @param {Limit[]} limits @param {HTMLInputElement | null} calls @param {HTMLFormElement} form
 */
function keep(limits, calls, form) {
  const said = new URLSearchParams();
  for (const { input, value } of limits) if (value !== null) said.set(input.name, String(value));
  const per = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=per]:checked"))?.value;
  if (per) said.set("per", per);
  const yearly = yearlyCalls(calls);
  if (yearly) said.set("calls", String(yearly));
  history.replaceState(null, "", said.size ? `?${said}` : location.pathname);
  for (const link of /** @type {HTMLAnchorElement[]} */ (all(".onward a"))) {
    const to = link.dataset.to ??= link.href;
    link.href = said.size ? `${to}&${said}` : to;
  }
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".task-limits"));
if (form) start(form);

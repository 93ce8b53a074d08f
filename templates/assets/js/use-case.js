// @ts-check
// The limits on a use case's page: rows that miss one stand below the others, each marked at the figure that misses it.
import { all, el, need, spoken } from "./dom.js";
import { usd } from "./format.js";
import { typedNumber } from "./typed-number.js";

/** @typedef {{ input: HTMLInputElement, column: string, atLeast: boolean, times: number, value: number | null }} Limit */
/** @typedef {{ row: HTMLElement, missed: Limit[] }} Judged a row with the limits that it misses */

/** @param {HTMLFormElement} form */
function start(form) {
  const said = need(".within", form);
  const limits = /** @type {HTMLInputElement[]} */ (all("input[data-times]", form)).map(input => {
    const [bound, column] = input.name.split(".", 2);
    return { input, column, atLeast: bound === "min", times: Number(input.dataset.times), value: /** @type {number | null} */ (null) };
  });
  const calls = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=calls]"));
  const asked = new URLSearchParams(location.search);
  for (const { input, times } of limits) {
    const given = Number(asked.get(input.name) ?? NaN);
    if (given >= 0) input.value = String(Number((given * times).toPrecision(12)));
  }
  if (calls) calls.value = (asked.get("calls") ?? "").slice(0, 16);
  const show = () => {
    const wrong = read(limits, calls);
    const judged = rows().map(row => ({ row, missed: limits.filter(limit => misses(row, limit)) }));
    said.textContent = wrong ?? told(limits, judged);
    mark(limits, judged);
    tellYear(calls);
    keep(limits, calls);
  };
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", show);
  show();
}

/** Reads the fields. @param {Limit[]} limits @param {HTMLInputElement | null} calls @returns {string | null} what is wrong with one of them */
function read(limits, calls) {
  let wrong = null;
  for (const input of [...limits.map(limit => limit.input), ...calls ? [calls] : []]) {
    const number = typedNumber(input.value);
    const message = Number.isNaN(number) ? `“${input.value}” is no number from 0 up. Write 5, $5, 0.5 or 1,000.` : "";
    input.setCustomValidity(message);
    input.setAttribute("aria-invalid", String(message !== ""));
    wrong ??= message || null;
    const limit = limits.find(one => one.input === input);
    if (limit) limit.value = number === null || Number.isNaN(number) ? null : number / limit.times;
  }
  return wrong;
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
  const idle = set.filter(limit => !own.some(({ missed }) => missed.includes(limit))).map(nameOf);
  const total = set.filter(limit => own.every(({ missed }) => missed.includes(limit))).map(nameOf);
  const remarks = [...total.map(name => `No row keeps the limit on ${name}.`), ...idle.map(name => `The limit on ${name} removes nothing.`)];
  return [`${left} of ${own.length} within your limits.`, ...remarks].join(" ");
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
  if (isOut) figure?.after(el("span", { class: "miss" }, el("span", { "aria-hidden": "true" }, " ✕"), spoken(" misses the limit")));
}

/** The calls a year, or null. @param {HTMLInputElement | null} input */
const yearlyCalls = input => input && !input.validationMessage ? typedNumber(input.value) : null;

/** What each row costs at the reader's calls a year, below what a call costs. @param {HTMLInputElement | null} input */
function tellYear(input) {
  for (const old of all(".case-board .in-a-year")) old.remove();
  const calls = yearlyCalls(input);
  if (!calls) return;
  for (const row of rows()) {
    const cell = cellOf(row, input?.dataset.column ?? "");
    const figure = cell?.querySelector("data");
    if (figure) cell.append(el("span", { class: "share in-a-year" }, `${usd(Number(figure.value) * calls)} a year`));
  }
}

/** Keeps address and onward links in step: the pages for choosing and comparing take the limits and calls over. @param {Limit[]} limits @param {HTMLInputElement | null} calls */
function keep(limits, calls) {
  const said = new URLSearchParams();
  for (const { input, value } of limits) if (value !== null) said.set(input.name, String(Number(value.toPrecision(12))));
  const yearly = yearlyCalls(calls);
  if (yearly) said.set("calls", String(Math.round(yearly)));
  history.replaceState(null, "", said.size ? `?${said}` : location.pathname);
  for (const link of /** @type {HTMLAnchorElement[]} */ (all(".onward a"))) {
    const to = link.dataset.to ??= link.href;
    link.href = said.size ? `${to}&${said}` : to;
  }
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".task-limits"));
if (form) start(form);

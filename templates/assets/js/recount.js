// @ts-check
// Puts what a page was built with, money by the thousand calls, into the reader's unit.
import { all } from "./dom.js";
import { money, range, spread, usd, value } from "./format.js";
import { moneyPer } from "./money.js";

/** @param {string} search of an address, with its question mark @returns {import("./money.js").Counting} */
export function countingIn(search) {
  const asked = new URLSearchParams(search);
  const [per, calls] = [asked.get("per") ?? "", asked.get("calls") ?? ""];
  return { per: /^(call|year)$/.test(per) ? per : "", calls: /^[1-9]\d{0,11}$/.test(calls) ? Number(calls) : null };
}

/**
 * Puts the money that a page was built with, and the headings that say what it is for, into the reader's unit.
 * @param {ParentNode} root
 * @param {{ one: string, many: string }} call
 */
export function recount(root, call) {
  for (const shown of /** @type {HTMLDataElement[]} */ (all("data[data-usd]", root))) {
    const text = value(printedAs(shown), Number(shown.value));
    if (shown.firstChild && shown.textContent !== text) shown.firstChild.nodeValue = text;
  }
  for (const ends of all("[data-ends]", root)) {
    const [low, high, estimate] = (ends.dataset.ends ?? "").split(" ").map(Number);
    ends.textContent = estimate === undefined ? range(printedAs(ends), low, high) : spread(printedAs(ends), low, high, estimate);
  }
  for (const heading of all(".per, .chart-axis, .chart-figure :is(th, h2, h3)", root)) {
    const text = heading.dataset.per ??= heading.textContent ?? "";
    if (text.includes(built(call))) heading.textContent = text.replace(built(call), moneyPer(call));
  }
  // Of a chart, which is no table of figures, amounts are read as they were written, and have no more digits than that.
  for (const written of all(".chart-figure :is(.chart-ticks text, title, td)", root)) {
    const text = written.dataset.per ??= written.textContent ?? "";
    if (text.includes("$")) written.textContent = text.replace(/\$([\d,]*\.?\d+)/g, (_, amount) => usd(Number((Number(amount.replaceAll(",", "")) / 1000 * money.calls).toPrecision(3))));
  }
  for (const ticks of all(".chart-ticks[text-anchor=middle]", root)) thin(ticks);
  for (const table of all("table", root)) alignRows(all("tr", table));
}

/** Leaves out ticks whose new texts would run into each other. @param {HTMLElement} ticks */
function thin(ticks) {
  let end = -Infinity;
  for (const tick of all("text", ticks)) {
    tick.removeAttribute("visibility");
    const { left, right } = tick.getBoundingClientRect();
    if (left < end + 6) tick.setAttribute("visibility", "hidden");
    else end = right;
  }
}

/** What a page that was built says of money. @param {{ many: string }} call */
const built = ({ many }) => `per 1,000 ${many}`;

/** The name of a chart's axis in the reader's unit. @param {HTMLElement | SVGElement | undefined} axis @param {{ one: string, many: string }} call */
export const axisName = (axis, call) => (axis?.dataset.per ?? axis?.textContent ?? "").replace(built(call), moneyPer(call));

/** @param {HTMLElement} element @returns {import("../../types/board.js").Printed} */
const printedAs = ({ dataset: { usd } }) => ({ unit: "usd", decimals: usd ? Number(usd) : undefined });

/** Brings the decimal points of each column below each other, by what stands unseen behind shorter numbers. @param {Iterable<HTMLElement>} rows */
export function alignRows(rows) {
  /** @type {Map<number, { shown: HTMLElement, decimals: number }[]>} */
  const columns = new Map();
  for (const row of rows) {
    for (const shown of all("td data[data-usd]", row)) {
      const at = /** @type {HTMLTableCellElement} */ (shown.closest("td")).cellIndex;
      columns.set(at, [...columns.get(at) ?? [], { shown, decimals: decimalsIn(shown.textContent ?? "") }]);
    }
  }
  for (const column of columns.values()) {
    const most = Math.max(...column.map(({ decimals }) => decimals));
    const signs = Math.max(...column.map(({ shown }) => signsIn(shown.textContent ?? "")));
    for (const { shown, decimals } of column) {
      fit(shown, decimals, most, shown.closest(".score") || shown.closest("td")?.querySelector(".tier") ? signs : 0);
    }
  }
}

/** Puts what stands unseen before and behind a number. @param {HTMLElement} shown @param {number} decimals @param {number} most of its column @param {number} signs most before the point, 0 where no bar follows and no tier leads */
export function fit(shown, decimals, most, signs) {
  const [pad, lead] = [tail(decimals, most), "0".repeat(Math.max(0, signs - signsIn(shown.textContent ?? "")))];
  for (const [name, text] of [["pad", pad], ["lead", lead]]) {
    if (text) shown.dataset[name] = text;
    else delete shown.dataset[name];
  }
}

/** @param {string} text */
export const signsIn = text => text.split(".")[0].length;

/** @param {string} text */
export const decimalsIn = text => text.split(".")[1]?.length ?? 0;

/** What a number with fewer decimals than its column's most lacks. @param {number} decimals @param {number} most */
const tail = (decimals, most) => decimals < most ? (decimals ? "" : ".") + "0".repeat(most - decimals) : "";

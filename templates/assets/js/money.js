// @ts-check
// What money is printed for: a call, 1,000 calls, or a year at the reader's own volume. Figures stay those of a call; the choice stands in the
// address as per=call, or per=year and calls=500000.
import { count, money } from "./format.js";

/** @typedef {{ per: string, calls: number | null }} Counting per is "call", "year", or "" for 1,000 calls; calls are those a year */

/**
 * From now on money is printed so. A year without calls cannot be told: it stays at 1,000 calls.
 * @param {Counting} counting
 * @returns {boolean} whether that is another number of calls than before
 */
export function countMoney({ per, calls }) {
  const before = money.calls;
  money.calls = per === "call" ? 1 : per === "year" && calls ? calls : 1000;
  return money.calls !== before;
}

/**
 * What money is printed for, as it stands after "US$": "per request", "per 1,000 requests", "a year, at 500,000 requests".
 * @param {{ one: string, many: string }} call what a call is called
 */
export const moneyPer = ({ one, many }) => money.calls === 1 ? `per ${one}` : money.calls === 1000 ? `per 1,000 ${many}` : `a year, at ${count(money.calls)} ${many}`;

/** The choices of what money is printed for. @param {HTMLFormElement} form */
const waysOf = form => /** @type {RadioNodeList} */ (form.elements.namedItem("per"));

/**
 * Counts money as a form shall say, in the words of the board that is asked.
 * @param {HTMLFormElement} form @param {string} per @param {number | null} calls those a year @param {{ one: string, many: string }} call what a call is called
 */
export function showWay(form, per, calls, { one, many }) {
  for (const way of waysOf(form)) {
    const { value, nextElementSibling: said } = /** @type {HTMLInputElement} */ (way);
    if (said && value !== "year") said.textContent = value ? one : `1,000 ${many}`;
  }
  waysOf(form).value = per;
  countMoney({ per, calls });
}

/** Tells of a choice in a form, also of one that was made while this was on its way. @param {HTMLFormElement} form @param {() => string} now @param {(per: string) => void} change */
export function listenToWay(form, now, change) {
  const ways = waysOf(form);
  const tell = () => ways.value !== now() && change(ways.value);
  form.addEventListener("input", tell);
  tell();
}

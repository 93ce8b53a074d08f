// @ts-check
import { count } from "./format.js";
import { typedNumber } from "./typed-number.js";

/**
 * What a reader typed, and what there is to say of it.
 * @param {string} text
 * @param {boolean} [whole] whether whole numbers are asked for, such as calls, and not amounts
 * @returns {{ value: number | null, wrong: string, note: string }} wrong says why it is refused, note how it is read where it may be meant otherwise
 */
export function typed(text, whole) {
  const value = typedNumber(text);
  const said = `\u201c${text.trim()}\u201d`;
  if (value === null || value === value) {
    // Elsewhere a point before three digits separates thousands.
    const note = value && /^\D*[1-9]\d{0,2}\.\d{3}\D*$/.test(text) ? `${said} is read as ${value}. For thousands write ${Math.round(value * 1000)}.`
      : value && /[km]\s*$/i.test(text) ? `${said} is read as ${count(value)}.` : "";
    return { value, wrong: "", note };
  }
  const wrong = /^[^\d]*[-\u2212\u2013]\s*\$?[\d.,]/.test(text) ? `${said} is below zero. Write 0 or more.`
    : whole ? `${said} is not a number that can be read. Write 500000, 500,000 or 500k.`
    : /[\u20ac\u00a3\u00a5\u20b9]|\b(eur|euro|gbp|chf|jpy|inr)s?\b/i.test(text) ? `${said} is in another currency. Write US dollars, such as 5 or $5.`
    : `${said} is not a number that can be read. Write 5, $5, 0.5 or 1,000.`;
  return { value: null, wrong, note: "" };
}

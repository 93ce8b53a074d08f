// @ts-check

/** What a letter behind a number stands for. */
const TIMES = { k: 1e3, m: 1e6 };

/**
 * A number as people type it: 5, $5, 0,5, 1,000, 500k, 1.5m, 80 %, 3 s. A single comma before one or two digits, or after a zero, is a decimal sign; others
 * separate thousands. A point is always a decimal sign.
 * @param {string} text
 * @returns {number | null} null where nothing is typed; NaN where it is no number from 0 up
 */
export function typedNumber(text) {
  const bare = text.normalize("NFKC").replace(/^\s*(US\s?\$|USD|\$)?\s*|\s*(%|s|US\s?\$|USD|\$)?\s*$/gi, "").replace(/(\d)[\s']+(?=\d{3})/g, "$1");
  if (bare === "") return text.trim() === "" ? null : NaN;
  const [, digits = bare, letter = ""] = /^(.*[\d.])\s*([km])$/i.exec(bare) ?? [];
  const decimal = /^(0,\d+|\d+,\d{1,2})$/.test(digits) ? digits.replace(",", ".") : /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits) ? digits.replace(/,/g, "") : digits;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(decimal)) return NaN;
  const times = TIMES[/** @type {keyof typeof TIMES} */ (letter.toLowerCase())];
  return times ? Number((Number(decimal) * times).toPrecision(12)) : Number(decimal);
}

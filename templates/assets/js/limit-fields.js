// @ts-check
// Fields of limits: they speak the unit that the reader chose, and say next to themselves what cannot be read.
import { el } from "./dom.js";
import { money, range } from "./format.js";
import { typed } from "./typed-words.js";

/** What a figure is multiplied with in a field. @param {HTMLInputElement} input */
const timesOf = input => input.dataset.usd === undefined ? 1 : money.calls;

/**
 * What a field asks for. What is wrong with it, or how it is read where that may be meant otherwise, stands in words next to it.
 * @param {HTMLInputElement} input
 * @param {boolean} [whole] whether whole numbers are asked for, such as calls
 * @returns {number | null} in the unit of the figures; null where nothing is asked for
 */
export function readField(input, whole) {
  const { value, wrong, note } = typed(input.value, whole);
  input.setCustomValidity(wrong);
  input.setAttribute("aria-invalid", String(wrong !== ""));
  sayAt(input, wrong || note);
  return value === null ? null : whole ? Math.round(value) || null : Number((value / timesOf(input)).toPrecision(12));
}

/** Puts a limit into its field, unless what stands there means it. @param {HTMLInputElement} input @param {number | null | undefined} limit */
export function writeField(input, limit) {
  const before = typed(input.value);
  const shown = limit == null ? null : Number((limit * timesOf(input)).toPrecision(12));
  if (before.wrong ? input === document.activeElement : before.value === shown) return;
  input.value = shown === null ? "" : String(shown);
  readField(input);
}

/** Tells in the field from where to where the figures go, in the reader's unit. @param {HTMLInputElement} input */
export function showRange(input) {
  const { low, high, usd } = input.dataset;
  if (usd !== undefined && low && high) input.placeholder = range({ unit: "usd", decimals: usd ? Number(usd) : undefined }, Number(low), Number(high));
}

/** @param {HTMLInputElement} input @param {string} text */
function sayAt(input, text) {
  const place = input.closest("label") ?? input;
  const id = `${input.name.replaceAll(".", "-")}-said`;
  let said = /** @type {HTMLElement | null} */ (place.parentElement?.querySelector(`#${CSS.escape(id)}`));
  if (!said) {
    if (!text) return;
    said = el("p", { id, class: "field-said", role: "status" });
    place.after(said);
    input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  }
  if (said.textContent !== text) said.textContent = text;
}

/**
 * What there is to say of limits that remove nothing, or everything.
 * @param {{ name: string, removes: number }[]} limits what each removes by itself
 * @param {number} total rows
 */
export const remarks = (limits, total) => limits.flatMap(({ name, removes }) =>
  total && removes >= total ? [`No row keeps the limit on ${name}.`] : removes ? [] : [`The limit on ${name} removes nothing.`]).join(" ");

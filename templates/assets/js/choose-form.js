// @ts-check
// What a reader sets and types in the form for choosing, read once somebody is there.
import { timesOf } from "./choice-words.js";
import { all } from "./dom.js";
import { typed } from "./typed-words.js";

/** @typedef {import("./picks.js").Picks} Picks */

/**
 * @param {HTMLElement} dials
 * @param {() => Record<string, number>} weights those that count now: one that the form cannot say stays as the address has it
 * @param {(picks: Partial<Picks>, typing?: boolean) => void} change
 */
export function listenToDials(dials, weights, change) {
  dials.addEventListener("input", event => {
    const { type, name, value } = /** @type {HTMLInputElement} */ (event.target);
    if (type === "radio") change({ weights: { ...weights(), [name]: Number(value) } });
    else change({ limits: limitsIn(dials) }, true);
  });
}

/** The limits in the form, for one call. What there is to say of how one was typed stands at its field. @param {HTMLElement} dials */
function limitsIn(dials) {
  const inputs = /** @type {HTMLInputElement[]} */ (all("input[type=text]", dials));
  return Object.fromEntries(inputs.flatMap(input => {
    const { value, wrong, note } = typed(input.value);
    input.setAttribute("aria-invalid", String(wrong !== ""));
    Object.assign(input.dataset, { wrong, note });
    return value === null ? [] : [[input.name, Number((value / timesOf(input.dataset)).toPrecision(12))]];
  }));
}

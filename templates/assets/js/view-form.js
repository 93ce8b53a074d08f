// @ts-check
// The form of a board and a view: what one says, the other says too.
import { all } from "./dom.js";
import { rowsOf } from "./rows.js";

/** @import { Board } from "../../types/board.js" */
/** @import { View } from "./address.js" */

/** @param {HTMLElement} form */
export const inputsOf = form => /** @type {HTMLInputElement[]} */ (all("input[name]", form));

/** @param {HTMLElement} form @param {string} name */
export const named = (form, name) => inputsOf(form).filter(input => input.name === name);

/** @typedef {typeof import("./board-money.js")} Fields what reads and writes limits and the unit of money, once somebody asks for either */

/** @param {HTMLInputElement} input */
const isLimit = input => input.classList.contains("limit");

/** @param {HTMLElement} form @param {View} view @param {Fields | null} fields */
export function writeForm(form, view, fields) {
  for (const input of inputsOf(form)) {
    const list = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (view))[input.name];
    if (input.name === "uc") input.checked = !view.uc.length || view.uc.includes(input.value);
    else if (input.name === "show") input.checked = !view.hide.includes(input.value);
    else if (input.name === "full") input.checked = view.full;
    else if (input.name === "q") input.value = view.q;
    else if (isLimit(input)) fields?.writeField(input, view.limits[input.name]);
    else if (input.name === "calls") fields?.writeCalls(input, view.calls);
    else if (Array.isArray(list)) input.checked = list.includes(input.value);
    else if (typeof list === "string") input.checked = list === input.value;
  }
}

/** What the form does not hold stays as it was in a view. @param {HTMLElement} form @param {View} view @param {Fields | null} fields @returns {View} */
export function readForm(form, view, fields) {
  const ticked = (/** @type {string} */ name, wanted = true) => named(form, name).filter(input => input.checked === wanted).map(input => input.value);
  const cases = ticked("uc");
  return {
    ...view,
    q: named(form, "q")[0].value.trim(), area: ticked("area")[0] ?? "", type: ticked("type")[0] ?? "",
    uc: cases.length === named(form, "uc").length ? [] : cases, by: ticked("by"), open: ticked("open"), tier: ticked("tier"),
    ...fields?.read(inputsOf(form).filter(isLimit), named(form, "calls")[0]), per: ticked("per")[0] ?? "",
    full: ticked("full").length > 0, holm: ticked("holm")[0] ?? "", cols: ticked("cols"), hide: ticked("show", false),
  };
}

/** What may stand in an address of a board. @param {HTMLElement} form @param {Board} board @param {HTMLElement[]} heads @returns {import("./address.js").Known} */
export function knownValues(form, board, heads) {
  const values = (/** @type {string} */ name) => new Set(named(form, name).map(input => input.value).filter(Boolean));
  const rows = new Set(rowsOf(board).all.map(({ id }) => id));
  return {
    area: values("area"), type: values("type"), uc: values("uc"), by: values("by"), open: values("open"), tier: values("tier"),
    holm: values("holm"), rank: new Set(board.dimensions.map(({ id }) => id)), per: values("per"),
    limits: new Set(inputsOf(form).filter(isLimit).map(input => input.name)),
    sort: new Set(heads.map(head => head.dataset.col ?? "")),
    cols: values("cols"), hide: values("show"), pin: rows, row: rows,
  };
}

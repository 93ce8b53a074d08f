// @ts-check
// The filters in use, each as a button that takes it away.
import { all, el, need } from "./dom.js";
import { plainView } from "./address.js";
import { FACETS, selection } from "./filter.js";
import { named } from "./view-form.js";
import { withUnit } from "./format.js";

/** @import { Board } from "../../types/board.js" */
/** @import { View } from "./address.js" */

/** @param {HTMLElement} main @param {HTMLElement} form @param {HTMLInputElement[]} inputs @param {Board} board @param {View} view */
export function showChips(main, form, inputs, board, view) {
  const found = filtersOf(inputs, board, view);
  need(".chips", main).replaceChildren(...found.map(([name, value, text]) => el("li", null,
    el("button", { type: "button", class: "chip", "data-name": name, "data-value": value, "aria-label": `Remove the filter ${text}` }, text))));
  need(".reset", main).hidden = found.length === 0 && !view.sort;
  for (const drop of all(".filters .drop", form)) {
    const names = new Set(all("input", drop).map(input => /** @type {HTMLInputElement} */ (input).name));
    const here = found.filter(([name]) => names.has(name)).length;
    const summary = need("summary", drop);
    const mark = summary.querySelector("b");
    if (here !== Number(mark?.textContent ?? 0)) summary.replaceChildren(summary.firstChild ?? "", ...here ? [" ", el("b", null, String(here))] : []);
  }
}

/** @param {HTMLInputElement[]} inputs @param {Board} board @param {View} view @returns {[name: string, value: string, text: string][]} */
function filtersOf(inputs, board, view) {
  /** @type {[string, string, string][]} */
  const found = [];
  if (view.q) found.push(["q", "", `Name: ${view.q}`]);
  const chosen = selection(board, view);
  if (chosen) {
    const names = board.useCases.filter((_, i) => chosen[i]).map(one => one.name);
    found.push(["uc", "", names.length === 1 ? `Only ${names[0]}` : `${names.length} of ${board.useCases.length} ${board.benchmark.use_case.many}`]);
  }
  for (const name of FACETS) for (const value of view[name]) found.push([name, value, labelOf(inputs, name, value)]);
  for (const name of Object.keys(view.limits)) {
    const measured = board.dimensions.find(({ id }) => id === name.slice(4));
    if (measured) found.push([name, "", `${labelOf(inputs, name, "")} ${withUnit(measured, view.limits[name])}`]);
  }
  if (view.full) found.push(["full", "", "Complete rows only"]);
  if (view.rank) found.push(["rank", "", `Ranked by ${board.dimensions.find(({ id }) => id === view.rank)?.name}`]);
  if (view.holm) found.push(["holm", view.holm, labelOf(inputs, "holm", view.holm)]);
  return found;
}

/** @param {HTMLInputElement[]} inputs @param {string} name @param {string} value */
function labelOf(inputs, name, value) {
  const label = inputs.find(input => input.name === name && (input.type === "text" || input.value === value))?.closest("label");
  return label?.querySelector("bdi, span:not(.count, .unit)")?.textContent ?? label?.firstChild?.nextSibling?.textContent?.trim() ?? value;
}

/** The view without one of its filters. @param {View} view @param {string} name @param {string} value @returns {View} */
function without(view, name, value) {
  if (name === "uc") return { ...view, uc: [], area: "", type: "" };
  if (name === "q" || name === "holm") return { ...view, [name]: "" };
  if (name === "rank") return { ...view, rank: "", ...view.sort === view.rank ? { sort: "", reversed: false } : {} };
  if (name === "full") return { ...view, full: false };
  if (name === "by" || name === "open" || name === "tier") return { ...view, [name]: view[name].filter(one => one !== value) };
  return { ...view, limits: Object.fromEntries(Object.entries(view.limits).filter(([limit]) => limit !== name)) };
}

/** A chip takes its filter away, one button all of them. @param {HTMLElement} main @param {HTMLElement} form @param {() => View} now @param {(view: View) => void} show */
export function listenToChips(main, form, now, show) {
  need(".reset", main).addEventListener("click", () => {
    const { cols, hide, pin, per, calls } = now();
    show({ ...plainView(), cols, hide, pin, per, calls });
    named(form, "q")[0].focus();
  });
  need(".chips", main).addEventListener("click", event => {
    const chip = event.target instanceof Element ? event.target.closest("button") : null;
    if (!chip) return;
    show(without(now(), chip.dataset.name ?? "", chip.dataset.value ?? ""));
    (all(".chip", main)[0] ?? named(form, "q")[0]).focus();
  });
}

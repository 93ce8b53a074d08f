// @ts-check
// The use cases of a board to tick, with one click for all, an area, or one alone.
import { all, el } from "./dom.js";

/** @import { Board } from "../../types/board.js" */

/** @param {HTMLElement} place @param {Board} board @param {readonly string[]} some those that count; none stands for all */
export function listCases(place, { useCases }, some) {
  const areas = [...new Set(useCases.map(({ area }) => area))].filter(Boolean);
  const button = (/** @type {string} */ name, /** @type {string[]} */ some, /** @type {Record<string, string>} */ more = {}) =>
    el("button", { type: "button", "data-cases": some.join(), ...more }, name);
  place.replaceChildren(el("legend", null, "Averaged over"),
    el("p", { class: "picks" }, button("All", []), ...areas.length > 1 ? areas.map(one => button(one, useCases.filter(({ area }) => area === one).map(({ id }) => id))) : []),
    ...useCases.map(({ id, name }) => el("div", { class: "pick-one" },
      el("label", { class: "pick" }, el("input", { type: "checkbox", value: id }), name), button("only", [id], { class: "only", "aria-label": `Only ${name}` }))));
  tickCases(place, some);
}

/** @param {HTMLElement} cases */
const boxesIn = cases => /** @type {HTMLInputElement[]} */ (all(".pick input", cases));

/** @param {HTMLElement} place @param {readonly string[]} some those that count; none stands for all */
export function tickCases(place, some) {
  for (const box of boxesIn(place)) {
    box.checked = !some.length || some.includes(box.value);
    box.disabled = box.checked && some.length === 1;
  }
}

/** @param {HTMLElement} cases @param {(some: string[]) => void} choose told which use cases count; none stands for all */
export function listenToCases(cases, choose) {
  cases.addEventListener("change", () => {
    const boxes = boxesIn(cases);
    choose(boxes.every(box => box.checked) ? [] : boxes.filter(box => box.checked).map(box => box.value));
  });
  cases.addEventListener("click", ({ target }) => {
    const some = target instanceof HTMLElement ? target.dataset.cases : undefined;
    if (some !== undefined) choose(some.split(",").filter(Boolean));
  });
}

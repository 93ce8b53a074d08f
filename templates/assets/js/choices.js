// @ts-check
// What a choice in the form of a board would leave: what would match nothing is greyed, not hidden.
import { FACETS, counts, selection } from "./filter.js";
import { count } from "./format.js";
import { named } from "./view-form.js";
import { slug } from "./words.js";

/** @import { Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */

/** @param {HTMLElement} form @param {Scored} scored @param {View} view @param {number} complete complete rows shown */
export function greyChoices(form, scored, view, complete) {
  const { board } = scored;
  for (const facet of FACETS) {
    const of = named(form, facet).length ? counts(scored, view, facet) : null;
    for (const input of named(form, facet)) {
      const found = of?.(input.value) ?? 0;
      input.disabled = found === 0 && !input.checked;
      const shown = input.closest("label")?.querySelector(".count");
      if (shown && shown.textContent !== count(found)) shown.textContent = count(found);
    }
  }
  const chosen = selection(board, view);
  for (const input of named(form, "uc")) {
    const last = chosen?.[board.useCases.findIndex(one => one.id === input.value)] && chosen.filter(Boolean).length === 1;
    input.disabled = !!last || !!(view.area && input.dataset.area !== view.area) || !!(view.type && input.dataset.type !== view.type);
  }
  for (const name of /** @type {const} */ (["area", "type"])) {
    for (const input of named(form, name)) {
      const other = name === "area" ? "type" : "area";
      input.disabled = !input.checked && input.value !== ""
        && !board.useCases.some(one => slug(one[name]) === input.value && (!view[other] || slug(one[other]) === view[other]));
    }
  }
  for (const input of named(form, "full")) input.disabled = !input.checked && !complete;
}

/** All use cases, none, or one alone, in one step; areas and types are then no limit. @param {HTMLElement} form */
export function pickCases(form) {
  form.addEventListener("click", ({ target }) => {
    const asked = target instanceof HTMLElement ? target.dataset.cases : undefined;
    if (asked === undefined) return;
    for (const name of ["area", "type"]) for (const input of named(form, name)) input.checked = input.value === "";
    for (const input of named(form, "uc")) input.checked = asked === "all" || input.value === asked.slice(1);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

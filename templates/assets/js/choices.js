// @ts-check
// What a choice in the form of a board would leave: what would match nothing is greyed, not hidden.
import { FACETS, counts } from "./filter.js";
import { count } from "./format.js";
import { named } from "./view-form.js";
import { slug } from "./words.js";

/** @import { Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */

/** @param {HTMLElement} form @param {Scored} scored @param {View} view @param {readonly boolean[]} chosen per use case @param {number} complete complete rows shown */
export function greyChoices(form, scored, view, chosen, complete) {
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
  for (const input of named(form, "case")) {
    const at = board.useCases.findIndex(one => one.id === input.value);
    const elsewhere = (view.area && input.dataset.area !== view.area) || (view.type && input.dataset.type !== view.type);
    input.disabled = !!elsewhere || (chosen[at] && chosen.filter(Boolean).length === 1);
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

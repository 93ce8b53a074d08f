// @ts-check
// What the menus and fields of the pages for comparing and choosing need once somebody is there.
import * as list from "./case-list.js";
import * as money from "./money.js";
import { need } from "./dom.js";
import { readField } from "./limit-fields.js";
import { closeMenus } from "./menus.js";
import { copy } from "./share.js";
import { NUMBERS } from "./picks.js";
import { numberOf } from "./ask.js";
import { statedCalls } from "./score.js";

/**
 * @param {import("./ask.js").State} state
 * @param {(picks: Partial<import("./picks.js").Picks>, typing?: boolean) => void} change
 * @param {(text: string) => void} say
 */
export function openMenus(state, change, say) {
  const { form } = state;
  Object.assign(state, { list, money });
  closeMenus(form);
  need(".copy", form).addEventListener("click", () => copy(location.href, "The link is copied.", say));
  list.listenToCases(need(".cases", form), uc => change({ uc }));
  money.listenToWay(form, () => state.asked.per, per => change({ per }));
  if (state.scored) money.showWay(form, state.asked.per, state.asked.calls ?? statedCalls(state.scored), state.scored.board.benchmark.call);
  for (const [name, field] of Object.entries(NUMBERS)) {
    const input = numberOf(form, name);
    input?.addEventListener("input", () => change({ [field]: readField(input, true) }, true));
  }
}

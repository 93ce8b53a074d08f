// @ts-check
// What the menus of a board need once somebody is there.
import * as choices from "./choices.js";
import * as ranking from "./ranking.js";
import { keepInSight } from "./in-sight.js";
import { closeMenus } from "./menus.js";
import { makeShare } from "./share.js";

/**
 * @param {HTMLElement} main
 * @param {HTMLFormElement} form
 * @param {import("./view-csv.js").Sight} page
 * @param {(text: string) => void} say
 */
export function openMenus(main, form, page, say) {
  closeMenus(main);
  keepInSight(main);
  choices.pickCases(form);
  makeShare(main, page, say);
  Object.assign(page, { choices, ranking });
}

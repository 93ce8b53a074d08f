// @ts-check
// A number and its band: the twin of the partials figure and tier.
import { el, none } from "./dom.js";
import { suffix, value } from "./format.js";

/** @import { Board, Printed, Row, Score, Unit } from "../../types/board.js" */

/** @param {Unit | Printed} unit @param {Score | null} figure @returns {(Node | string)[]} */
export function number(unit, figure) {
  if (figure?.value == null) return [none("not measured")];
  const shown = el("data", { value: String(figure.value) }, value(unit, figure.value));
  const after = suffix(unit);
  return [shown, ...after ? [el("span", { class: "unit" }, after)] : [], ...figure.apart ? [" ", apart(figure.apart)] : []];
}

/** A model's name, its variant and its provider. @param {Row} row @returns {(Node | string)[]} */
export const named = ({ name, variant, providerName, page }) => [
  el("a", { href: page }, el("bdi", null, name)), ...variant ? [" ", el("span", { class: "variant" }, variant)] : [],
  el("span", { class: "provider" }, el("bdi", null, providerName)),
];

/** What sets a figure apart; a narrow table leaves its first word to screen readers. @param {string} text */
function apart(text) {
  const [said, shown] = text.split(" ", 2);
  return el("span", { class: "apart" }, ...said === "measured" ? [el("span", { class: "said" }, said), ` ${shown}`] : [text]);
}

/** @param {Board} board @param {number} dimension @param {readonly [number, number]} span */
export function tier(board, dimension, [low, high]) {
  const { bands = [], as_published } = board.dimensions[dimension].tiers ?? {};
  const word = `${as_published ? "publisher: " : ""}${bands[low].name}${low === high ? "" : `–${bands[high].name}`}`;
  const steps = bands.map((_, i) => el("i", i <= high ? { class: "on" } : null));
  return el("span", { class: "tier" }, el("span", { class: "steps", "aria-hidden": "true" }, ...steps), word);
}

// @ts-check
// A number and its band: the twin of the partials figure and tier.
import { el, none } from "./dom.js";
import { suffix, value } from "./format.js";

/** @import { Board, Printed, Row, Score, Scored, Unit } from "../../types/board.js" */

const PUBLISHER = "publisher: ";

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

/** @param {Board["dimensions"][number]["tiers"]} tiers @param {readonly [number, number]} span */
const bandsOf = (tiers, [low, high]) => [low, ...low === high ? [] : [high]].map(at => tiers?.bands[at].name).join("–");

/** @param {Board} board @param {number} dimension @param {readonly [number, number]} span */
export function tier(board, dimension, span) {
  const { tiers } = board.dimensions[dimension];
  const steps = tiers?.bands.map((_, i) => el("i", i <= span[1] ? { class: "on" } : null)) ?? [];
  return el("span", { class: "tier" }, el("span", { class: "steps", "aria-hidden": "true" }, ...steps), (tiers?.as_published ? PUBLISHER : "") + bandsOf(tiers, span));
}

/** The band that a cost's publisher printed, quoted beside our own tier: the twin of TierMark.Published. @param {Scored} scored @param {number} row @param {number} dimension @returns {(Node | string)[]} */
export function published(scored, row, dimension) {
  const { tiers } = scored.board.dimensions[dimension];
  const span = tiers && !tiers.as_published && scored.band(row, dimension);
  return span ? [" ", el("span", { class: "share" }, PUBLISHER + bandsOf(tiers, span))] : [];
}

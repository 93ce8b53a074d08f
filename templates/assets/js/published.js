// @ts-check
// The band that a cost's publisher printed, quoted beside our own tier: the twin of TierMark.Published.
import { el } from "./dom.js";

/** @import { Scored } from "../../types/board.js" */

/** @param {Scored} scored @param {number} row @param {number} dimension @returns {(Node | string)[]} */
export function published(scored, row, dimension) {
  const { tiers } = scored.board.dimensions[dimension];
  const span = tiers && !tiers.as_published ? scored.band(row, dimension) : null;
  if (!tiers || !span) return [];
  const [lowest, highest] = span.map(at => tiers.bands[at].name);
  return [" ", el("span", { class: "share" }, `publisher: ${lowest}${lowest === highest ? "" : `–${highest}`}`)];
}

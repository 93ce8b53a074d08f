// @ts-check
// How sure a board is over the rows and use cases of a view, in words: the twin of what the page says of the whole board.
import { SAME_VALUE as SAME } from "./constants.js";
import { count, difference, plural, value } from "./format.js";
import { tQuantile } from "./statistics.js";

/** @import { Dimension, Place, Scored } from "../../types/board.js" */

/** Of more rows than this every second is taken, of more than twice as many every third, and so on. */
const MOST_COMPARED = 100;

/** How much there is of something on average. @param {number} number */
export const about = number => number < 9.95 ? value({ unit: "number", decimals: 1 }, number) : count(Math.round(number));

/** A level, or what it leaves. @param {number} share */
const level = share => `${Number((share * 100).toFixed(2))}\u00a0%`;

/** @type {Map<Element, string>} */
const asWritten = new Map();

/** @param {string} name @param {string | null} text null: as the page came */
function write(name, text) {
  const place = document.querySelector(name);
  if (!place) return;
  if (!asWritten.has(place)) asWritten.set(place, place.textContent ?? "");
  place.textContent = text ?? asWritten.get(place) ?? "";
}

/**
 * Half the width of the interval of a difference, in the middle over all pairs; null where no pair has one.
 * @param {Scored} scored @param {number[]} rows
 */
export function middleHalfWidth(scored, rows) {
  const step = Math.floor(rows.length / (MOST_COMPARED + 1)) + 1;
  const some = rows.filter((_, i) => i % step === 0);
  const found = some.flatMap((first, i) => some.slice(i + 1).flatMap(second => {
    const { se = null, df = 0 } = scored.difference(scored.rankBy, first, second) ?? {};
    return se === null ? [] : [{ se, df }];
  })).sort((a, b) => a.se - b.se);
  if (!found.length) return null;
  // Among errors that are equal but for rounding the one in the middle by degrees of freedom.
  const [at, { se: middle }] = [Math.floor(found.length / 2), found[Math.floor(found.length / 2)]];
  const below = found.filter(({ se }) => se < middle * (1 - SAME)).length;
  const near = found.filter(({ se }) => Math.abs(se - middle) <= SAME * middle).sort((a, b) => a.df - b.df);
  return middle * tQuantile(1 - scored.board.benchmark.level, near[at - below].df);
}

/**
 * @param {Scored} scored
 * @param {number[]} rows complete ones that are shown
 * @param {((row: number) => Place | null) | null} among their places; null where all are shown as the page came
 * @param {boolean} holm whether comparisons are held to the level together
 */
export function tellDoubt(scored, rows, among, holm) {
  const { board, rankBy } = scored;
  const so = /** @type {HTMLElement | null} */ (document.querySelector(".so"));
  if (so) so.hidden = false;
  if (!among) {
    write(".resolution", null);
    write(".findings", null);
    return;
  }
  const half = middleHalfWidth(scored, rows);
  if (so) so.hidden = half === null;
  const known = rows.filter(row => scored.dimension(row, rankBy).se !== null).length;
  write(".resolution", resolution(board.dimensions[rankBy], half, rows.length, known));
  write(".findings", findings(known * (known - 1) / 2, rows.map(row => among(row)?.best ?? null), 1 - board.benchmark.level, holm));
}

/** How small a difference these rows can show. @param {Dimension} ranked @param {number | null} half @param {number} rows @param {number} known how many of them have a spread */
function resolution(ranked, half, rows, known) {
  if (half !== null) return `Differences below about ${difference(ranked, half)} are usually not told apart`;
  if (rows < 2) return "There is nothing to compare with here";
  return known < 2 ? "The figures that rank these rows state no spread" : "No two of these rows cover the same";
}

/** What their comparisons found, and what of it chance alone would give. @param {number} compared @param {(number | null)[]} places the best place of each row @param {number} outside the level @param {boolean} holm */
function findings(compared, places, outside, holm) {
  if (!compared || places.includes(null)) return "Of the rows shown, no two are compared.";
  const worse = places.reduce((/** @type {number} */ sum, best) => sum + (best ?? 1) - 1, 0);
  const found = `${plural(compared, "comparison")} of ranked rows: ${count(worse)} ${worse === 1 ? "finds" : "find"} one row worse. `;
  return found + (holm
    ? `They are held to the level together, by Holm\u2019s method: were all rows equal, any such finding would come up by chance on at most ${level(outside)} of boards.`
    : `Were all rows equal, chance alone would give about ${about(outside * compared)}, and a first row that stands alone on at most ${level(outside)} of boards.`);
}

// @ts-check
// Chooses among rows by limits and weights, and says how often the choice would hold. content/methods.md explains the method.
import { randomFrom } from "./random.js";

/**
 * @typedef {object} Criterion
 * @property {ArrayLike<number>} values one a row, NaN for none
 * @property {ArrayLike<number>} errors standard errors, NaN for none
 * @property {boolean} higher whether more is better
 * @property {boolean} ratios whether equal ratios count alike, as for money and seconds
 * @property {[number, number]} bounds what is possible at all
 * @property {number | null} limit
 * @property {number} weight 0 or more
 */

/** How often a choice is made again. */
export const REDRAWS = 1000;
/** How far a weight is moved to either side. */
export const JITTER = 0.2;
/** Rows further behind take no part in the redraws. */
const MOST_DRAWN = 50;

/**
 * The rows that are within all limits and have whatever is limited or weighted.
 * @param {readonly Criterion[]} criteria
 * @param {readonly number[]} rows
 * @returns {{ kept: number[], beyond: number[][], lacking: number[][] }} per criterion the rows beyond its limit and those without a figure
 */
export function within(criteria, rows) {
  const asked = criteria.map(({ limit, weight }) => limit !== null || weight > 0);
  const lacking = criteria.map(({ values }, i) => asked[i] ? rows.filter(row => Number.isNaN(values[row])) : []);
  const beyond = criteria.map(({ values, limit, higher }) =>
    limit === null ? [] : rows.filter(row => higher ? values[row] < limit : values[row] > limit));
  const out = new Set([...lacking, ...beyond].flat());
  return { kept: rows.filter(row => !out.has(row)), beyond, lacking };
}

/**
 * Shares from 0, the worst of the rows, to 1, the best.
 * @param {Criterion} criterion
 * @param {readonly number[]} rows
 */
function scale({ values, errors, ratios, higher, bounds }, rows) {
  const least = Math.min(...rows.map(row => values[row]).filter(value => value > 0));
  const at = (/** @type {number} */ value) => ratios ? Math.log(Math.max(value, least)) : value;
  const places = rows.map(row => at(values[row]));
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const share = (/** @type {number} */ place) => high > low ? (higher ? place - low : high - place) / (high - low) : 1;
  return {
    /** @param {number} row */
    of: row => share(at(values[row])),
    /** Draws a row's share anew, as often as it is called. @param {number} row @param {() => number} normal @returns {() => number} */
    redrawn(row, normal) {
      const [value, error, place] = [values[row], errors[row], at(values[row])];
      if (!(error > 0) || (ratios && !(value > 0))) return () => share(place);
      return () => share(ratios ? place + error / value * normal() : Math.min(Math.max(value + error * normal(), bounds[0]), bounds[1]));
    },
  };
}

/**
 * The weighted criteria with their scales over some rows.
 * @param {readonly Criterion[]} criteria
 * @param {readonly number[]} rows
 */
const weighed = (criteria, rows) => criteria.filter(({ weight }) => weight > 0).map(criterion => ({ weight: criterion.weight, ...scale(criterion, rows) }));

/**
 * Scores rows by the mean of their shares, by weight.
 * @param {readonly Criterion[]} criteria
 * @param {readonly number[]} rows those within the limits
 * @returns {{ row: number, score: number, first: number }[]} best first, from 100 to 0; equal ones keep their order; none where nothing is weighed
 */
export function score(criteria, rows) {
  const used = weighed(criteria, rows);
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  return total ? rows.map(row => ({
    row, score: used.reduce((sum, { weight, of }) => sum + weight * of(row), 0) / total * 100, first: 0,
  })).sort((a, b) => b.score - a.score) : [];
}

/**
 * Ranks rows, and says how often each would come first.
 * @param {readonly Criterion[]} criteria
 * @param {readonly number[]} rows those within the limits
 * @param {string} seed the same seed gives the same redraws
 * @returns {ReturnType<typeof score>} `first` is the share of redraws in which the row comes first
 */
export function rank(criteria, rows, seed) {
  const ranked = score(criteria, rows);
  if (!ranked.length) return ranked;
  const used = weighed(criteria, rows);
  const { next, normal } = randomFrom(seed);
  const drawn = ranked.slice(0, MOST_DRAWN).map(one => ({ one, shares: used.map(({ redrawn }) => redrawn(one.row, normal)) }));
  for (let n = 0; n < REDRAWS; n++) {
    const weights = used.map(({ weight }) => weight * (1 + JITTER * (2 * next() - 1)));
    let [winner, most] = [ranked[0], -Infinity];
    for (const { one, shares } of drawn) {
      const score = shares.reduce((sum, share, i) => sum + weights[i] * share(), 0);
      if (score > most) [winner, most] = [one, score];
    }
    winner.first += 1 / REDRAWS;
  }
  return ranked;
}

/**
 * Whether the first stays first however the weights move, each by up to `JITTER`, with figures as they are.
 * @param {readonly Criterion[]} criteria
 * @param {readonly { row: number }[]} ranked all rows within the limits, best first
 */
export function holds(criteria, ranked) {
  const rows = ranked.map(({ row }) => row);
  const used = weighed(criteria, rows);
  return rows.slice(1).every(row => {
    const leads = used.map(({ weight, of }) => weight * (of(rows[0]) - of(row)));
    const [lead, slack] = [leads, leads.map(Math.abs)].map(list => list.reduce((sum, one) => sum + one, 0));
    return lead > JITTER * slack;
  });
}

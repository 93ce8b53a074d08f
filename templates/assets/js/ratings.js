// @ts-check
// Scores ratings, single or added up by item: a twin of src/CrmBench.Core/Scoring that only boards with ratings ask for.

import { FEW_ITEMS, ROUNDING_NOISE as NOISE } from "./constants.js";
import { exactSum, total, tQuantile, weightedSum } from "./statistics.js";

/** @import * as T from "../../types/board" */

/** @param {ArrayLike<number>} means @param {ArrayLike<number> | undefined} sizes what each counts; 1 without @returns {T.RatedMetric} */
function ratedMetric(means, sizes) {
  let [sum, count, weight] = [0, 0, 0];
  for (let i = 0; i < means.length; i++) {
    if (means[i] === means[i]) {
      const size = sizes ? sizes[i] : 1;
      sum += size * means[i];
      weight += size;
      count++;
    }
  }
  return { means, sizes, count, weight, average: sum / weight };
}

/** The ratings of a row in one use case, out of the file's columns. @param {T.WrittenGroup} written @returns {T.Group} */
export function groupOf({ rated, means, sizes, denominator, ...group }) {
  /** @type {T.Group["metrics"]} */
  const metrics = [];
  rated.forEach(({ index, unit, scale }, m) => {
    const [lowest, highest] = /** @type {[number, number]} */ (scale);
    const factor = unit === "percent" ? 100 / highest : 1;
    const of = sizes && (sizes[m] ?? sizes[0] ?? undefined);
    const all = Array.from(means[m], (one, item) => {
      const code = typeof one === "string" ? one.charCodeAt(0) : 0;
      const by = of ? of[item] : denominator;
      return code > 32 ? (factor * (lowest * by + code - (code > 92 ? 36 : 35))) / by : code ? NaN : Number(one ?? NaN);
    });
    metrics[index] = { ...ratedMetric(all, of), ends: [factor * lowest, factor * highest] };
  });
  return { ...group, metrics };
}

/**
 * The error where nothing varies: that of the interval that Wilson's method gives as many trials.
 * @param {number} share of the way along the scale @param {number} count @param {number} normal quantile
 */
function leastError(share, count, normal) {
  return share * (1 - share) > NOISE ? Math.sqrt((share * (1 - share)) / count) : normal / (2 * (count + normal * normal));
}

/** @param {number} value @param {Float64Array} influences what each item adds @param {number} scale @returns {T.Mean} */
function clusteredMean(value, influences, scale = Math.abs(value)) {
  const count = influences.length;
  const error = Math.sqrt((count / (count - 1)) * exactSum(influences.map((one) => one * one)));
  return count > 1 ? { value, se: error <= NOISE * scale ? 0 : error, df: count - 1 } : { value, se: null, df: Infinity };
}

/** The first minus the second over the same items. @param {T.Rated} a @param {T.Rated} b @returns {T.Mean} */
function pairedDifference(a, b) {
  const scale = Math.max(Math.abs(a.value), Math.abs(b.value));
  const value = a.value - b.value;
  const mean = clusteredMean(Math.abs(value) <= NOISE * scale ? 0 : value, a.influences.map((one, i) => one - b.influences[i]), scale);
  return mean.se || a.df < Infinity ? mean : weightedSum([[1, a], [-1, b]]);
}

/** @param {T.Group} group @param {T.Weights} weights */
export const valueOf = (group, weights) => total(weights.map(([metric, weight]) => weight * group.metrics[metric].average));

/** The group with only the items at some positions; its list is no other's. @param {T.Group} group @param {number[]} positions @returns {T.Group} */
const within = (group, positions) => ({
  ...group,
  list: NaN,
  items: positions.map((i) => group.items[i]),
  metrics: group.metrics.map(({ means, sizes, ends }) => ({ ...ratedMetric(positions.map((i) => means[i]), sizes && positions.map((i) => sizes[i])), ends })),
});

/** @param {T.Group} whole @param {T.Weights} weights @returns {T.Rated} */
export function ratedOf(whole, weights) {
  // An item that has none of the metrics is no evidence on them, and does not count among their items.
  const rated = Array.from(whole.items, (_, i) => i).filter((i) => weights.some(([metric]) => !isNaN(whole.metrics[metric].means[i])));
  const group = rated.length < whole.items.length ? within(whole, rated) : whole;
  const influences = new Float64Array(group.items.length);
  for (const [metric, weight] of weights) {
    const { means, sizes, average, weight: all } = group.metrics[metric];
    for (let i = 0; i < influences.length; i++) {
      influences[i] += means[i] === means[i] ? (weight * (means[i] - average) * (sizes ? sizes[i] : 1)) / all : 0;
    }
  }
  const mean = clusteredMean(valueOf(group, weights), influences);
  if (!mean.se) {
    const [low, high] = [0, 1].map((end) => total(weights.map(([metric, weight]) => weight * group.metrics[metric].ends[end])));
    mean.se = (high - low) * leastError((mean.value - low) / (high - low), influences.length, tQuantile(group.outside, Infinity));
    mean.df = Infinity;
  }
  return { group, weights, influences, place: group.place, ...mean };
}

/** Number of items where all but few lie at the nearer end of the scale, else 0. @param {T.Rated} rated @param {number[]} ends */
export function nearlyAlike({ group, weights, value, influences }, [low, high]) {
  const end = value - low < high - value ? 0 : 1;
  const off = influences.filter((_, i) => weights.some(([metric]) => Math.abs(group.metrics[metric].means[i] - group.metrics[metric].ends[end]) > 0));
  return off.length > FEW_ITEMS ? 0 : influences.length;
}

/** The same sum over the items at some positions; null where a metric has none of them. @param {T.Rated} rated @param {number[]} positions */
function restricted({ group, weights }, positions) {
  const some = within(group, positions);
  return weights.every(([metric]) => some.metrics[metric].count) ? ratedOf(some, weights) : null;
}

/** First minus second over the items that both were rated on; null where these are too few. @param {T.Rated} first @param {T.Rated} second */
export function pairOf(first, second) {
  const [mine, theirs] = [first.group, second.group];
  if (mine.list === theirs.list) {
    return pairedDifference(first, second);
  }
  const positions = new Map(Array.from(theirs.items, (item, i) => [item, i]));
  const shared = Array.from(mine.items, (item, i) => [i, positions.get(item) ?? -1]).filter(([, i]) => i >= 0);
  const [a, b] = [restricted(first, shared.map(([i]) => i)), restricted(second, shared.map(([, i]) => i))];
  return shared.length > 1 && a && b ? pairedDifference(a, b) : null;
}


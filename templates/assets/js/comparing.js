// @ts-check
// Compares the rows of a scored board: the twin of Differences, Comparisons and Ranking in src/CrmBench.Core/Scoring.
import { ratedMetric } from "./board-data.js";
import { NO_PLACE, placesOf, ratedOf } from "./score.js";
import { pairedDifference, tQuantile, tTwoSided, weightedSum } from "./statistics.js";

/** @import * as T from "../../types/board" */

/** Averages of the same figures in another order may differ in their last bits; such values are equal. */
const SAME = 1e-9;

/** The same sum over the items at some positions; null where a metric has none of them. @param {T.Rated} rated @param {number[]} positions */
function restricted({ group, weights }, positions) {
  const metrics = group.metrics.map(({ means }) => ratedMetric(positions.map((i) => means[i])));
  return weights.every(([metric]) => metrics[metric].count) ? ratedOf({ ...group, items: positions, metrics }, weights) : null;
}

/** First minus second over the items that both were rated on; null where these are too few. @param {T.Rated} first @param {T.Rated} second */
function pairOf(first, second) {
  const [mine, theirs] = [first.group, second.group];
  if (mine.list === theirs.list) {
    return pairedDifference(first, second);
  }
  const positions = new Map(Array.from(theirs.items, (item, i) => [item, i]));
  const shared = Array.from(mine.items, (item, i) => [i, positions.get(item) ?? -1]).filter(([, i]) => i >= 0);
  const [a, b] = [restricted(first, shared.map(([i]) => i)), restricted(second, shared.map(([, i]) => i))];
  return shared.length > 1 && a && b ? pairedDifference(a, b) : null;
}

/** @type {T.Comparing} */
export function comparing({ board, chosen, whole, order, values, covered, apart, signs, outside, kept, marginOf, planOfDimension, partsOf }, holm) {
  const { rankBy } = board;

  const mixture = kept(partsOf);
  /** A row's ratings, and its figures as one: enough for a verdict, and quicker. */
  const shortened = kept((row) => {
    const parts = mixture(row, rankBy);
    const others = parts.filter(([, { rated }]) => !rated);
    const rated = parts.filter((part) => !others.includes(part));
    return others.length ? [...rated, /** @type {[number, T.Part]} */ ([1, weightedSum(others)])] : rated;
  });

  /** @param {T.Parts<T.Part>} first @param {T.Parts<T.Part>} second */
  const minus = (first, second) => {
    /** @type {T.Parts<T.Part>} */
    const theirs = second.map(([weight, mean]) => [-weight, mean]);
    let paired = false;
    /** @type {T.Parts<T.Part>} */
    const parts = first.map((part) => {
      const { rated } = part[1];
      const at = rated ? theirs.findIndex(([, other]) => other.rated?.group.at === rated.group.at) : -1;
      const pair = rated && theirs[at]?.[1].rated && pairOf(rated, theirs[at][1].rated);
      if (!pair) {
        return part;
      }
      theirs.splice(at, 1);
      paired = true;
      return [1, { ...pair, rated }];
    });
    parts.push(...theirs);
    // Ratings first, as the program adds them: a sum in another order may round to another text.
    return { ...weightedSum(parts.sort((a, b) => Number(!a[1].rated) - Number(!b[1].rated))), paired };
  };

  const normal = tQuantile(outside, Infinity);
  const critical = kept((df) => tQuantile(outside, df));
  /** @param {T.Mean} mean @param {number} dimension @returns {T.Verdict} */
  const verdictOf = ({ value, se, df }, dimension) => {
    const size = Math.abs(value);
    if (size <= SAME || !se) {
      return size <= SAME ? 0 : null;
    }
    // Most pairs need no distribution function: quantiles fall with the degrees of freedom, down to the normal one.
    const real = size > normal * se && (size > critical(Math.floor(df)) * se || tTwoSided(size / se, df) < outside);
    return real ? (value * signs[dimension] > 0 ? 1 : -1) : 0;
  };

  /** Ranks by value. @param {number[]} among complete rows, best first @returns {number[]} */
  const ranksOf = (among) => {
    const value = values(rankBy);
    /** @type {number[]} */
    const ranks = [];
    among.forEach((row, i) => ranks.push(i && Math.abs(value[row] - value[among[i - 1]]) <= SAME ? ranks[i - 1] : i + 1));
    return ranks;
  };

  /**
   * The places of some complete rows, one at a time: a page shows few of many.
   * @param {number[]} among best first
   * @returns {(position: number) => T.Place}
   */
  const placing = (among) => {
    const ranks = ranksOf(among);
    const comparable = kept(() =>
      among.length <= board.benchmark.compared && among.filter((row) => weightedSum(shortened(row)).se !== null).length > 1);
    // The same way round from either row, so that neither sees a difference that the other does not.
    const difference = (/** @type {number} */ i, /** @type {number} */ j) => minus(shortened(among[i]), shortened(among[j]));
    const verdicts = kept(() => holm ? holm(among.length, difference, outside, signs[rankBy])
      : (/** @type {number} */ i, /** @type {number} */ j) => verdictOf(difference(i, j), rankBy));
    return kept((at) => {
      if (!comparable()) {
        return { rank: ranks[at], best: null, worst: null };
      }
      const verdict = verdicts();
      let [best, worst] = [1, among.length];
      for (let i = 0; i < among.length; i++) {
        if (i !== at) {
          const found = verdict(Math.min(i, at), Math.max(i, at));
          best += found === (i < at ? 1 : -1) ? 1 : 0;
          worst -= found === (i < at ? -1 : 1) ? 1 : 0;
        }
      }
      return { rank: ranks[at], best, worst };
    });
  };

  const standing = kept(() => {
    if (whole && board.benchmark.holm === !!holm) {
      return placesOf(board);
    }
    const placeOf = placing(order.complete);
    /** @type {T.Place[]} */
    const places = Array(board.count).fill(NO_PLACE);
    order.complete.forEach((row, i) => (places[row] = placeOf(i)));
    return places;
  });

  /** The comparable rows of a dimension, compared all together where that is asked for. */
  const family = kept((dimension) => {
    const among = holm && order.complete.length <= board.benchmark.compared
      ? order.complete.filter((row) => covered(dimension)[row] === chosen.length && !apart(dimension)[row]) : [];
    const verdict = holm?.(among.length, (i, j) => minus(mixture(among[i], dimension), mixture(among[j], dimension)), outside, signs[dimension]);
    return { verdict, places: new Map(among.map((row, i) => [row, i])) };
  });

  return {
    places: standing,
    rankAmong(some) {
      const positions = new Int32Array(board.count);
      for (const row of some) positions[row] = -1;
      const complete = order.complete.filter((row) => positions[row]);
      complete.forEach((row, i) => (positions[row] = i + 1));
      const placeOf = placing(complete);
      return (row) => positions[row] > 0 ? placeOf(positions[row] - 1) : null;
    },
    difference(dimension, first, second) {
      const plans = [first, second].map(planOfDimension(dimension));
      if (!plans[0].size || plans[0].key !== plans[1].key) {
        return null;
      }
      const { verdict, places } = family(dimension);
      const mean = minus(mixture(first, dimension), mixture(second, dimension));
      const [{ value }, margin] = [mean, marginOf(mean)];
      const { unit, scale } = board.dimensions[dimension];
      // No two values of a scale lie farther apart than its ends.
      const width = unit === "percent" ? 100 : unit === "grade" && scale ? scale[1] - scale[0] : Infinity;
      return {
        ...mean,
        low: margin === null ? null : Math.max(value - margin, -width), high: margin === null ? null : Math.min(value + margin, width),
        verdict: verdict?.(places.get(first), places.get(second)) ?? verdictOf(mean, dimension),
      };
    },
  };
}

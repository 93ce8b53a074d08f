// @ts-check
// Compares the rows of a scored board: the twin of Differences, Comparisons and Ranking in src/CrmBench.Core/Scoring.
import { value as printed } from "./format.js";
import { NO_PLACE, placesOf } from "./score.js";
import { together, tQuantile, tTwoSided, weightedSum } from "./statistics.js";

/** @import * as T from "../../types/board" */

/** Averages of the same figures in another order may differ in their last bits; such values are equal. */
const SAME = 1e-9;

/** @type {T.Comparing} */
export function comparing({ board, chosen, whole, order, values, covered, apart, dimension: scoreOf, signs, outside, kept, marginOf, planOfDimension, partsOf }, holm) {
  const { rankBy, dimensions, joined } = board;
  const ratings = /** @type {NonNullable<typeof board.ratings>} */ (board.ratings);

  const mixture = kept(partsOf);
  /** A row without ratings as one figure: enough for a verdict, and quicker. */
  const shortened = kept((row) => {
    const parts = mixture(row, rankBy);
    /** @type {T.Parts<T.Part>} */
    const short = parts.some(([, { rated }]) => rated) ? parts : [[1, weightedSum(together(parts, joined))]];
    return short;
  });

  /** @param {T.Parts<T.Part>} first @param {T.Parts<T.Part>} second */
  const minus = (first, second) => {
    /** @type {T.Parts<T.Part>} */
    const theirs = second.map(([weight, mean]) => [-weight, mean]);
    /** @type {T.Parts<T.Part>} */
    const pairs = [];
    const mine = first.filter(([, { rated, place }]) => {
      const at = rated ? theirs.findIndex(([, other]) => other.rated?.group.at === rated.group.at) : -1;
      const pair = rated && theirs[at]?.[1].rated && ratings.pairOf(rated, theirs[at][1].rated);
      if (pair) {
        theirs.splice(at, 1);
        pairs.push([1, { ...pair, place }]);
      }
      return !pair;
    });
    // In the program's order: a sum in another one may round to another text.
    return { ...weightedSum([pairs, mine, theirs].flatMap(side => together(side, joined))), paired: pairs.length > 0 };
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
    // Without an interval, rows that print alike are one to a reader; with one, each is itself.
    const seen = (/** @type {number} */ row) => (scoreOf(row, rankBy).low === null ? printed(dimensions[rankBy].unit, value[row]) : row);
    let rank = 0;
    return among.map((row, i) =>
      i && (Math.abs(value[row] - value[among[i - 1]]) <= SAME || seen(row) === seen(among[i - 1])) ? rank : (rank = i + 1));
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
      const { unit, scale } = dimensions[dimension];
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

// @ts-check
// Compares the rows of a scored board: the twin of MixtureComparison, PairwiseComparisons and Ranking in src/CrmBench.Core/Scoring.
import { SAME_VALUE as SAME } from "./constants.js";
import { value as printed } from "./format.js";
import { NO_PLACE, comparable, kept, placesOf } from "./score.js";
import { together, tQuantile, tTwoSided, weightedSum } from "./statistics.js";

/** @import * as T from "../../types/board" */

/** @typedef {(first: T.Parts<T.Part>, second: T.Parts<T.Part>) => T.Mean & { paired: boolean }} Minus */
/** @typedef {(mean: T.Mean, sign: number) => T.Verdict} Judge */

/**
 * The first minus the second: item by item where both rate the same items, else as independent samples.
 * @param {T.Board} board
 * @returns {Minus}
 */
const minusOn = ({ joined, ratings }) => (first, second) => {
  /** @type {T.Parts<T.Part>} */
  const theirs = second.map(([weight, mean]) => [-weight, mean]);
  /** @type {T.Parts<T.Part>} */
  const pairs = [];
  const mine = first.filter(([, { rated, place }]) => {
    const at = rated ? theirs.findIndex(([, other]) => other.rated?.group.at === rated.group.at) : -1;
    const pair = rated && theirs[at]?.[1].rated && ratings?.pairOf(rated, theirs[at][1].rated);
    if (pair) {
      theirs.splice(at, 1);
      pairs.push([1, { ...pair, place }]);
    }
    return !pair;
  });
  // In the program's order: a sum in another one may round to another text.
  return { ...weightedSum([pairs, mine, theirs].flatMap(side => together(side, joined))), paired: pairs.length > 0 };
};

/** Tells real differences from chance, one at a time. @param {number} outside the level @returns {Judge} */
function judging(outside) {
  const normal = tQuantile(outside, Infinity);
  const critical = kept((df) => tQuantile(outside, df));
  return ({ value, se, df }, sign) => {
    const size = Math.abs(value);
    if (size <= SAME || !se) {
      return size <= SAME ? 0 : null;
    }
    // Most pairs need no distribution function: quantiles fall with the degrees of freedom, down to the normal one.
    const real = size > normal * se && (size > critical(Math.floor(df)) * se || tTwoSided(size / se, df) < outside);
    return real ? (value * sign > 0 ? 1 : -1) : 0;
  };
}

/**
 * Rows in the order of display where it is not the file's: over some use cases, or by another dimension than the board's own. By that, rows
 * are complete whose figures compare: those of their own runs over all use cases asked for, or all from elsewhere.
 * @param {T.Compared} of
 * @returns {T.Scored["order"]}
 */
function orderOf({ board, chosen, rankBy, values, covered, apart, signs, planOfDimension }) {
  const rows = [...board.layoutOf.keys()];
  const [value, cover] = [values(rankBy), covered(rankBy)];
  const name = (/** @type {number} */ row) => `${board.row(row).label}\0${board.row(row).id}`;
  const cases = (/** @type {number} */ row) => planOfDimension(rankBy)(row).key;
  const compares = rankBy === board.rankBy ? null : comparable({ values, covered, apart, chosen }, rankBy, rows);
  const isComplete = (/** @type {number} */ row) => compares ? compares[row] === compares[row] : cover[row] === chosen.length;
  rows.sort((a, b) => Number(isComplete(b)) - Number(isComplete(a)) || cover[b] - cover[a] || Number(cases(a) < cases(b)) - Number(cases(a) > cases(b))
    || signs[rankBy] * (value[b] - value[a]) || (name(a) < name(b) ? -1 : 1));
  const measured = rows.filter((row) => cover[row]);
  return { complete: measured.filter(isComplete), partial: measured.filter((row) => !isComplete(row)), unscored: rows.filter((row) => !cover[row]) };
}

/** Ranks by value. @param {T.Compared} of @param {number[]} among complete rows, best first @returns {number[]} */
function ranksOf({ board: { dimensions }, rankBy, values, dimension }, among) {
  const value = values(rankBy);
  // Without an interval, rows that print alike are one to a reader; with one, each is itself.
  const seen = (/** @type {number} */ row) => (dimension(row, rankBy).low === null ? printed(dimensions[rankBy], value[row]) : row);
  let rank = 0;
  return among.map((row, i) =>
    i && (Math.abs(value[row] - value[among[i - 1]]) <= SAME || seen(row) === seen(among[i - 1])) ? rank : (rank = i + 1));
}

/** The places that a verdict on each pair leaves open to one row. @param {number} count @param {number} at @param {(first: number, second: number) => T.Verdict} verdict */
function rangeOf(count, at, verdict) {
  let [best, worst] = [1, count];
  for (let i = 0; i < count; i++) {
    if (i !== at) {
      const found = verdict(Math.min(i, at), Math.max(i, at));
      best += found === (i < at ? 1 : -1) ? 1 : 0;
      worst -= found === (i < at ? -1 : 1) ? 1 : 0;
    }
  }
  return { best, worst };
}

/**
 * Finds the places of some complete rows, one at a time: a page shows few of many.
 * @param {T.Compared} of @param {(row: number, dimension: number) => T.Parts<T.Part>} mixture @param {Minus} minus @param {Judge} judge @param {T.Holm | null} holm
 * @returns {(among: number[]) => (position: number) => T.Place} of rows that stand best first
 */
function placing(of, mixture, minus, judge, holm) {
  const { board, outside, rankBy, signs } = of;
  /** A row without ratings as one figure: enough for a verdict, and quicker. */
  const shortened = kept((row) => {
    const parts = mixture(row, rankBy);
    /** @type {T.Parts<T.Part>} */
    const short = parts.some(([, { rated }]) => rated) ? parts : [[1, weightedSum(together(parts, board.joined))]];
    return short;
  });
  return (among) => {
    const ranks = ranksOf(of, among);
    const comparable = kept(() =>
      among.length <= board.benchmark.compared && among.filter((row) => weightedSum(shortened(row)).se !== null).length > 1);
    // The same way round from either row, so that neither sees a difference that the other does not.
    const difference = (/** @type {number} */ i, /** @type {number} */ j) => minus(shortened(among[i]), shortened(among[j]));
    const verdicts = kept(() => holm ? holm(among.length, difference, outside, signs[rankBy])
      : (/** @type {number} */ i, /** @type {number} */ j) => judge(difference(i, j), signs[rankBy]));
    return kept((at) => ({ rank: ranks[at], ...comparable() ? rangeOf(among.length, at, verdicts()) : { best: null, worst: null } }));
  };
}

/** No two values of a scale lie farther apart than its ends. @param {T.Head} measured */
const widthOf = ({ unit, scale }) => unit === "percent" ? 100 : unit === "share" ? 1 : unit === "grade" && scale ? scale[1] - scale[0] : Infinity;

/** @type {T.Comparing} */
export function comparing(of, holm) {
  const { board, chosen, filed, covered, apart, signs, outside, marginOf, planOfDimension, partsOf } = of;
  const order = filed ?? orderOf(of);
  const [mixture, minus, judge] = [kept(partsOf), minusOn(board), judging(outside)];
  const placesAmong = placing(of, mixture, minus, judge, holm);

  /** The comparable rows of a dimension, compared all together where that is asked for. */
  const family = kept((dimension) => {
    const among = holm && order.complete.length <= board.benchmark.compared
      ? order.complete.filter((row) => covered(dimension)[row] === chosen.length && !apart(dimension)[row]) : [];
    const verdict = holm?.(among.length, (i, j) => minus(mixture(among[i], dimension), mixture(among[j], dimension)), outside, signs[dimension]);
    return { verdict, places: new Map(among.map((row, i) => [row, i])) };
  });

  return {
    order,
    places: kept(() => {
      if (filed && board.benchmark.holm === !!holm) {
        return placesOf(board);
      }
      const placeOf = placesAmong(order.complete);
      /** @type {T.Place[]} */
      const places = Array(board.count).fill(NO_PLACE);
      order.complete.forEach((row, i) => (places[row] = placeOf(i)));
      return places;
    }),
    rankAmong(some) {
      const positions = new Int32Array(board.count);
      for (const row of some) positions[row] = -1;
      const complete = order.complete.filter((row) => positions[row]);
      complete.forEach((row, i) => (positions[row] = i + 1));
      const placeOf = placesAmong(complete);
      return (row) => positions[row] > 0 ? placeOf(positions[row] - 1) : null;
    },
    difference(dimension, first, second) {
      const plans = [first, second].map(planOfDimension(dimension));
      if (!plans[0].size || plans[0].key !== plans[1].key) {
        return null;
      }
      const { verdict, places } = family(dimension);
      const mean = minus(mixture(first, dimension), mixture(second, dimension));
      const [{ value }, margin, width] = [mean, marginOf(mean), widthOf(board.dimensions[dimension])];
      return {
        ...mean,
        low: margin === null ? null : Math.max(value - margin, -width), high: margin === null ? null : Math.min(value + margin, width),
        verdict: verdict?.(places.get(first), places.get(second)) ?? judge(mean, signs[dimension]),
      };
    },
  };
}

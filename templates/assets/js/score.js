// @ts-check
// Scores a board over some of its use cases: the twin of src/CrmBench.Core/Scoring, rule by rule.

import { boundedInterval, exactSum, together, total, tQuantile, tTwoSided, weightedSum } from "./statistics.js";

/** @import * as T from "../../types/board" */

/** Averages of the same figures in another order may differ in their last bits; such values are equal. */
const SAME = 1e-9;

/** Comparing all pairs of more rows than this would take too long. */
const MOST_COMPARED = 400;

/** @param {number} number */
const orNull = (number) => (number === number ? number : null);

/**
 * Scores a board.
 * @param {T.Board} board
 * @param {readonly boolean[] | null} [selected] per use case whether it counts; null for all
 * @returns {T.Scored}
 */
export function scoreBoard(board, selected) {
  const { useCases, dimensions, metrics, layouts, layoutOf, figures, rankBy } = board;
  const chosen = [...useCases.keys()].filter((useCase) => !selected || selected[useCase]);
  const whole = chosen.length === useCases.length;
  const outside = 1 - board.benchmark.level;
  const normal = tQuantile(outside, Infinity);
  // Only boards with ratings have it, and only there it is asked for.
  const ratings = /** @type {NonNullable<typeof board.ratings>} */ (board.ratings);
  const rows = [...layoutOf.keys()];
  const signs = dimensions.map(({ better }) => (better === "higher" ? 1 : -1));
  const counted = dimensions.map((dimension) => dimension.metrics.filter((metric) => metric.counted));

  /** @template R @param {(...key: number[]) => R} compute @returns {(...key: number[]) => R} */
  const kept = (compute) => {
    const known = new Map();
    return (...key) => {
      const name = key.join();
      return known.get(name) ?? known.set(name, compute(...key)).get(name);
    };
  };

  /** A metric's own cell goes first, else those of all its parts. @param {number} layout @param {T.Metric} metric @param {number} useCase */
  const cellsOf = (layout, metric, useCase) => {
    const cells = [metric, ...metric.parts].map(({ index }) => [index, layouts[layout][index * useCases.length + useCase]]);
    const own = cells.splice(0, 1);
    return own[0][1] ? own : cells.every(([, cell]) => cell) ? cells : [];
  };

  /** What the mean of metrics over use cases is made of. @param {number} row @param {T.Metric[]} of @param {number[]} over @returns {T.Plan} */
  const planOf = (row, of, over) => {
    const found = over.map((useCase) => of.map((metric) => cellsOf(layoutOf[row], metric, useCase)));
    // All rows of a layout have a value in the same cells.
    const sound = found.map((cells) => cells.every((ofMetric) => ofMetric.length && ofMetric.every(([, cell]) =>
      cell < 0 || orNull(figures.value[board.firstFigure[row] + cell - 1]) !== null)));
    const weights = over.map((useCase, i) => (sound[i] ? useCases[useCase].weight : 0));
    const all = total(weights);
    /** @type {Map<number, Map<number, number>>} */
    const merged = new Map();
    found.forEach((cells, i) => sound[i] && cells.forEach((ofMetric) => ofMetric.forEach(([metric, cell]) => {
      const into = merged.get(cell) ?? new Map();
      const key = cell < 0 ? metric : 0;
      merged.set(cell, into.set(key, (into.get(key) ?? 0) + (weights[i] / all) * (1 / of.length / ofMetric.length)));
    })));
    /** @type {T.Plan["parts"]} */
    const parts = Array.from(merged, ([cell, into]) => ({ cell, weights: [...into] }));
    const size = total(parts.map(({ weights }) => weights.length));
    if (size === 1) {
      parts[0].weights[0][1] = 1;
    }
    parts.sort((a, b) => Number(a.cell > 0) - Number(b.cell > 0));
    return { covered: sound, count: sound.filter(Boolean).length, size, parts, terms: new Float64Array(parts.length) };
  };

  /** @param {T.Metric[]} of @param {number[]} over @returns {(row: number) => T.Plan} */
  const planner = (of, over) => {
    /** @type {T.Plan[]} */
    const plans = [];
    return (row) => (plans[layoutOf[row]] ??= planOf(row, of, over));
  };
  const planOfDimension = kept((dimension) => planner(counted[dimension], chosen));
  const planOfMetric = kept((metric) => planner([metrics[metric]], chosen));
  const planInUseCase = kept((dimension, useCase) => planner(counted[dimension], [useCase]));

  /** @param {number} row @param {number} cell */
  const groupAt = (row, cell) => board.group(board.firstGroup[row] - cell - 1);

  /** The number alone, NaN for none. @param {number} row @param {T.Plan} plan */
  const numberOf = (row, { parts, terms }) => {
    for (let i = 0; i < terms.length; i++) {
      const { cell, weights } = parts[i];
      terms[i] = cell < 0 ? ratings.valueOf(groupAt(row, cell), weights) : weights[0][1] * figures.value[board.firstFigure[row] + cell - 1];
    }
    return terms.length ? exactSum(terms) : NaN;
  };

  /** @param {number} row @param {T.Plan} plan @returns {T.Parts<T.Part>} */
  const partsOf = (row, { parts }) => parts.map(({ cell, weights }) => {
    if (cell < 0) {
      const rated = ratings.ratedOf(groupAt(row, cell), weights);
      return [1, { ...rated, rated }];
    }
    const at = board.firstFigure[row] + cell - 1;
    return [weights[0][1], { value: figures.value[at], se: orNull(figures.error[at]), df: figures.degrees[at], place: figures.place[at], at }];
  });

  /** Half the width of an interval, null for none. @param {T.Mean} mean */
  const marginOf = ({ se, df }) => (se ? se * tQuantile(outside, df) : null);

  /** @param {number} row @param {T.Plan} plan @param {T.Head} of @param {T.Score["tier"]} [tier] @returns {T.Score} */
  const scoreOf = (row, plan, of, tier = null) => {
    const parts = partsOf(row, plan);
    const kinds = parts.map(([, { at }]) => (at === undefined ? ["ratings", "items"] : board.kinds[figures.kind[at]]));
    const [basis, countOf] = kinds[0] ?? ["", ""];
    /** @type {T.Score} */
    const score = {
      value: null, se: null, df: Infinity, low: null, high: null, count: null, basis,
      countOf: kinds.every((kind) => kind[1] === countOf) ? countOf : "",
      covered: plan.count, total: plan.covered.length, tier,
    };
    if (!parts.length) {
      return score;
    }
    const mean = weightedSum(together(parts));
    const margin = marginOf(mean);
    const only = parts.length === 1 ? parts[0][1] : null;
    if (only?.at !== undefined) {
      [score.low, score.high] = [orNull(figures.low[only.at]), orNull(figures.high[only.at])];
    } else if (margin !== null) {
      const ends = of.unit === "percent" ? [0, 100] : of.unit === "grade" && of.scale;
      const alike = only?.rated && ends ? ratings.nearlyAlike(only.rated, ends) : 0;
      const least = alike && normal ** 2 / (alike + normal ** 2);
      [score.low, score.high] = ends ? boundedInterval(mean, margin / Number(mean.se), ends, least) : [Math.max(mean.value - margin, 0), mean.value + margin];
    }
    if (!only && kinds.some(([one]) => one !== "price-table")) {
      score.basis = parts.some(([, { se }]) => se !== null) ? "average" : "average-of-values";
    }
    if (score.countOf) {
      /** @type {Map<any, number>} */
      const counts = new Map();
      for (const [, { at, rated, place }] of parts) {
        const count = !rated ? figures.count[Number(at)] || 0
          : only && plan.size > 1 ? rated.group.items.length
          : Math.max(...rated.weights.map(([metric]) => rated.group.metrics[metric].count));
        counts.set(place, Math.max(count, counts.get(place) ?? 0));
      }
      score.count = total([...counts.values()]);
    }
    return { ...score, ...mean };
  };

  /** @param {number} row @param {T.Dimension} of @param {T.Plan} plan @param {number[]} over @returns {T.Score["tier"]} */
  const tierOf = (row, { index, tiers }, plan, over) => {
    if (tiers?.as_published) {
      const bands = over.flatMap((useCase) => counted[index].flatMap((metric) => cellsOf(layoutOf[row], metric, useCase))
        .map(([, cell]) => figures.band[board.firstFigure[row] + cell - 1]).filter((band) => band >= 0));
      return bands.length ? [Math.min(...bands), Math.max(...bands)] : null;
    }
    const band = tiers ? tiers.bands.findIndex(({ up_to }) => up_to === null || numberOf(row, plan) <= up_to) : -1;
    return tiers && plan.size ? [band, band] : null;
  };

  /** @param {number} row @param {number} dimension @param {T.Plan} plan @param {number[]} over */
  const scoreOfDimension = (row, dimension, plan, over) =>
    scoreOf(row, plan, dimensions[dimension], tierOf(row, dimensions[dimension], plan, over));

  /** @param {(row: number) => number} of */
  const perRow = (of) => Float64Array.from(rows, of);
  const values = kept((dimension) => {
    const plan = planOfDimension(dimension);
    return perRow((row) => numberOf(row, plan(row)));
  });
  const covered = kept((dimension) => perRow((row) => planOfDimension(dimension)(row).count));

  const order = (() => {
    let { complete, partial } = board;
    const sorted = rows.slice();
    if (!whole) {
      const [value, cover, sign] = [values(rankBy), covered(rankBy), signs[rankBy]];
      const name = (/** @type {number} */ row) => `${board.row(row).label}\0${board.row(row).id}`;
      sorted.sort((a, b) => cover[b] - cover[a] || sign * (value[b] - value[a]) || (name(a) < name(b) ? -1 : 1));
      complete = sorted.filter((row) => cover[row] && cover[row] === chosen.length).length;
      partial = sorted.filter((row) => cover[row]).length - complete;
    }
    return { complete: sorted.slice(0, complete), partial: sorted.slice(complete, complete + partial), unscored: sorted.slice(complete + partial) };
  })();

  const mixture = kept((row, dimension) => partsOf(row, planOfDimension(dimension)(row)));
  /** A row without ratings as one figure: enough for a verdict, and quicker. */
  const shortened = kept((row) => {
    const parts = mixture(row, rankBy);
    /** @type {T.Parts<T.Part>} */
    const short = parts.some(([, { rated }]) => rated) ? parts : [[1, weightedSum(together(parts))]];
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
    return { ...weightedSum([...together(pairs), ...together(mine), ...together(theirs)]), paired: pairs.length > 0 };
  };

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
      among.length <= MOST_COMPARED && among.filter((row) => weightedSum(shortened(row)).se !== null).length > 1);
    return kept((at) => {
      if (!comparable()) {
        return { rank: ranks[at], best: null, worst: null };
      }
      let [best, worst] = [1, among.length];
      for (let i = 0; i < among.length; i++) {
        if (i !== at) {
          // The same way round from either row, so that neither sees a difference that the other does not.
          const verdict = verdictOf(minus(shortened(among[Math.min(i, at)]), shortened(among[Math.max(i, at)])), rankBy);
          best += verdict === (i < at ? 1 : -1) ? 1 : 0;
          worst -= verdict === (i < at ? -1 : 1) ? 1 : 0;
        }
      }
      return { rank: ranks[at], best, worst };
    });
  };

  const standing = kept(() => {
    const { rank: ranks, best, worst } = board.ranking;
    const placeOf = whole ? (/** @type {number} */ i) => ({ rank: ranks[i], best: orNull(best[i]), worst: orNull(worst[i]) }) : placing(order.complete);
    /** @type {T.Place[]} */
    const places = rows.map(() => ({ rank: null, best: null, worst: null }));
    order.complete.forEach((row, i) => (places[row] = placeOf(i)));
    return places;
  });

  const frontier = kept(() => {
    /** @type {(boolean | null)[]} */
    const on = rows.map(() => null);
    const money = dimensions.findIndex(({ unit }) => unit === "usd");
    if (money >= 0) {
      const [value, cost, cover] = [values(rankBy), values(money), covered(money)];
      let [cheapest, below, last] = [Infinity, Infinity, NaN];
      order.complete.filter((row) => cover[row] === chosen.length)
        .sort((a, b) => signs[rankBy] * (value[b] - value[a]) || cost[a] - cost[b])
        .forEach((row) => {
          below = value[row] === last ? below : cheapest;
          last = value[row];
          cheapest = Math.min(cheapest, cost[row]);
          on[row] = cost[row] < below && cost[row] === cheapest;
        });
    }
    return on;
  });

  return {
    board, chosen, whole, order, values, covered,
    dimension: kept((row, dimension) => scoreOfDimension(row, dimension, planOfDimension(dimension)(row), chosen)),
    metric: kept((row, metric) => scoreOf(row, planOfMetric(metric)(row), metrics[metric])),
    useCase: kept((row, dimension, useCase) => scoreOfDimension(row, dimension, planInUseCase(dimension, useCase)(row), [useCase])),
    get places() {
      return standing();
    },
    get frontier() {
      return frontier();
    },
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
      if (!plans[0].size || plans[0].covered.join() !== plans[1].covered.join()) {
        return null;
      }
      const mean = minus(mixture(first, dimension), mixture(second, dimension));
      const [{ value, se, df }, margin] = [mean, marginOf(mean)];
      return {
        ...mean, low: margin === null ? null : value - margin, high: margin === null ? null : value + margin,
        p: se ? tTwoSided(value / se, df) : se === 0 && value === 0 ? 1 : null, verdict: verdictOf(mean, dimension),
      };
    },
  };
}

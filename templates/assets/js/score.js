// @ts-check
// Scores a board over some of its use cases: the twin of src/CrmBench.Core/Scoring, rule by rule.

import { boundedInterval, exactSum, together, total, tQuantile, weightedSum } from "./statistics.js";

/** @import * as T from "../../types/board" */

/** @type {T.Place} */
export const NO_PLACE = { rank: null, best: null, worst: null };

/** What sets a figure apart from those of its row's own run, by how far it is from it. */
const APART = ["", "not per task", "measured elsewhere"];

/** @param {number} number */
const orNull = (number) => (number === number ? number : null);

/** Remembers what was computed. @template R @param {(...key: number[]) => R} compute @returns {(...key: number[]) => R} */
export const kept = (compute) => {
  const known = new Map();
  return (...key) => {
    const name = key.join();
    return known.get(name) ?? known.set(name, compute(...key)).get(name);
  };
};

/** A metric's own cell goes first, else those of all its parts. @param {T.Board} board @param {number} row @param {T.Metric} metric @param {number} useCase */
const cellsOf = ({ layouts, layoutOf, useCases }, row, metric, useCase) => {
  const cells = [metric, ...metric.parts].map(({ index }) => [index, layouts[layoutOf[row]][index * useCases.length + useCase]]);
  const own = cells.splice(0, 1);
  return own[0][1] ? own : cells.every(([, cell]) => cell) ? cells : [];
};

/** What the mean of metrics over use cases is made of. @param {T.Board} board @param {number} row @param {T.Metric[]} of @param {number[]} over @returns {T.Plan} */
function planOf(board, row, of, over) {
  const found = over.map((useCase) => of.map((metric) => cellsOf(board, row, metric, useCase)));
  // All rows of a layout have a value in the same cells.
  const sound = found.map((cells) => cells.every((ofMetric) => ofMetric.length && ofMetric.every(([, cell]) =>
    cell < 0 || orNull(board.figures.value[board.firstFigure[row] + cell - 1]) !== null)));
  const weights = over.map((useCase, i) => (sound[i] ? board.useCases[useCase].weight : 0));
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
  return { covered: sound, key: sound.join(), count: sound.filter(Boolean).length, size, parts, terms: new Float64Array(parts.length) };
}

/** Makes one plan a layout. @param {T.Board} board @param {T.Metric[]} of @param {number[]} over @returns {(row: number) => T.Plan} */
const planner = (board, of, over) => {
  /** @type {T.Plan[]} */
  const plans = [];
  return (row) => (plans[board.layoutOf[row]] ??= planOf(board, row, of, over));
};

/** Boards with ratings have what scores them, and only there it is asked for. @param {T.Board} board */
const ratingsOf = (board) => /** @type {NonNullable<typeof board.ratings>} */ (board.ratings);

/** @param {T.Board} board @param {number} row @param {number} cell */
const groupAt = (board, row, cell) => board.group(board.firstGroup[row] - cell - 1);

/** How far from the row's own run a plan's figures are: of all use cases together, which is no distance where all are asked for, or elsewhere. @param {T.Board} board @param {number} row @param {T.Plan} plan */
const distance = ({ figures, firstFigure, useCases }, row, { parts, covered }) => {
  let most = 0;
  for (const { cell } of parts) most = Math.max(most, cell > 0 ? figures.belongs[firstFigure[row] + cell - 1] : 0);
  return most === 1 && covered.length === useCases.length ? 0 : most;
};

/** The number alone, NaN for none. @param {T.Board} board @param {number} row @param {T.Plan} plan */
const numberOf = (board, row, { parts, terms }) => {
  for (let i = 0; i < terms.length; i++) {
    const { cell, weights } = parts[i];
    terms[i] = cell < 0 ? ratingsOf(board).valueOf(groupAt(board, row, cell), weights) : weights[0][1] * board.figures.value[board.firstFigure[row] + cell - 1];
  }
  return terms.length ? exactSum(terms) : NaN;
};

/** @param {T.Board} board @param {number} row @param {T.Plan} plan @returns {T.Parts<T.Part>} */
const partsOf = (board, row, { parts }) => parts.map(({ cell, weights }) => {
  if (cell < 0) {
    const rated = ratingsOf(board).ratedOf(groupAt(board, row, cell), weights);
    return [1, { ...rated, rated }];
  }
  const { value, error, degrees, place } = board.figures;
  const at = board.firstFigure[row] + cell - 1;
  return [weights[0][1], { value: value[at], se: orNull(error[at]), df: degrees[at], place: place[at], at }];
});

/** What the level of a board's intervals leaves outside. @param {T.Board} board */
const outsideOf = (board) => 1 - board.benchmark.level;

/** Half the width of an interval, null for none. @param {T.Board} board @returns {(mean: T.Mean) => number | null} */
const marginOn = (board) => ({ se, df }) => (se ? se * tQuantile(outsideOf(board), df) : null);

/** @param {T.Board} board @param {number} row @param {T.Plan} plan @param {T.Head} of @param {T.Score["tier"]} [tier] @returns {T.Score} */
function scoreOf(board, row, plan, of, tier = null) {
  const { figures } = board;
  const parts = partsOf(board, row, plan);
  const kinds = parts.map(([, { at }]) => (at === undefined ? ["ratings", "items"] : board.kinds[figures.kind[at]]));
  const [basis, countOf] = kinds[0] ?? ["", ""];
  /** @type {T.Score} */
  const score = {
    value: null, se: null, df: Infinity, low: null, high: null, count: null, basis,
    countOf: kinds.every((kind) => kind[1] === countOf) ? countOf : "",
    covered: plan.count, total: plan.covered.length, tier, apart: APART[distance(board, row, plan)],
  };
  if (!parts.length) {
    return score;
  }
  const mean = weightedSum(together(parts, board.joined));
  const only = parts.length === 1 ? parts[0][1] : null;
  [score.low, score.high] = only?.at !== undefined ? [orNull(figures.low[only.at]), orNull(figures.high[only.at])] : intervalOf(board, mean, only, of);
  if (!only && kinds.some(([one]) => one !== "price-table")) {
    score.basis = parts.some(([, { se }]) => se !== null) ? "average" : "average-of-values";
  }
  if (score.countOf) {
    /** @type {Map<any, number>} */
    const counts = new Map();
    for (const [, { at, rated, place }] of parts) {
      const count = rated ? rated.group.items.length : figures.count[Number(at)] || 0;
      counts.set(place, Math.max(count, counts.get(place) ?? 0));
    }
    score.count = total([...counts.values()]);
  }
  return { ...score, ...mean };
}

/** @param {T.Board} board @param {T.Mean} mean @param {T.Part | null} only what it is, where it is no mean of several @param {T.Head} of @returns {[low: number | null, high: number | null]} */
function intervalOf(board, mean, only, { unit, scale }) {
  const margin = marginOn(board)(mean);
  if (margin === null) return [null, null];
  const ends = unit === "percent" ? [0, 100] : unit === "share" ? [0, 1] : unit === "grade" && scale;
  if (!ends) return [unit === "number" ? mean.value - margin : Math.max(mean.value - margin, 0), mean.value + margin];
  const alike = only?.rated ? ratingsOf(board).nearlyAlike(only.rated, ends) : 0;
  const square = alike && tQuantile(outsideOf(board), Infinity) ** 2;
  return boundedInterval(mean, margin / Number(mean.se), ends, alike && square / (alike + square));
}

/** The bands that the sources printed, where they did for each use case. @param {T.Board} board @param {number} row @param {T.Dimension} of @param {number[]} over @returns {T.Score["tier"]} */
function bandOf(board, row, { metrics, tiers }, over) {
  const { figures, firstFigure, useCases } = board;
  if (!tiers) return null;
  const printed = over.map((useCase) => counted(metrics).flatMap((metric) => cellsOf(board, row, metric, useCase))
    .map(([, cell]) => firstFigure[row] + cell - 1).find((at) => figures.band[at] >= 0) ?? -1);
  const bands = printed.map((at) => figures.band[at]);
  const near = printed.every((at) => at >= 0 && figures.belongs[at] <= Number(over.length === useCases.length));
  return near ? [Math.min(...bands), Math.max(...bands)] : null;
}

/** @param {T.Board} board @param {number} row @param {T.Dimension} of @param {T.Plan} plan @param {number[]} over @returns {T.Score["tier"]} */
function tierOf(board, row, of, plan, over) {
  const { tiers } = of;
  if (tiers?.as_published) return bandOf(board, row, of, over);
  // A cost over some use cases, or of another run, is no cost to be called low or high beside the others.
  if (!tiers || plan.count < over.length || distance(board, row, plan)) {
    return null;
  }
  const cost = numberOf(board, row, plan);
  const band = tiers.bands.findIndex(({ up_to }) => up_to === null || cost <= up_to);
  return [band, band];
}

/** The metrics of a dimension's mean. @param {T.Metric[]} metrics */
const counted = (metrics) => metrics.filter((metric) => metric.counted);

/** The order that the board's file has. @param {T.Board} board @returns {T.Scored["order"]} */
function orderOf({ layoutOf, complete, partial }) {
  const rows = [...layoutOf.keys()];
  return { complete: rows.slice(0, complete), partial: rows.slice(complete, complete + partial), unscored: rows.slice(complete + partial) };
}

/**
 * Scores a board.
 * @param {T.Board} board
 * @param {readonly boolean[] | null} [selected] per use case whether it counts; null for all
 * @param {T.Comparing | null} [compare] orders and compares rows; a board that is shown whole and as its file ranks it does without
 * @param {T.Holm | null} [holm] where the level shall hold for all comparisons together; a board whose benchmark says so needs it
 * @param {number} [rankBy] the dimension that ranks; its board's own without
 * @returns {T.Scored}
 */
export function scoreBoard(board, selected, compare = null, holm = null, rankBy = board.rankBy) {
  const { useCases, dimensions, metrics } = board;
  const chosen = [...useCases.keys()].filter((useCase) => !selected || selected[useCase]);
  const whole = chosen.length === useCases.length;
  const asFiled = whole && rankBy === board.rankBy;

  const planOfDimension = kept((dimension) => planner(board, counted(dimensions[dimension].metrics), chosen));
  const planOfMetric = kept((metric) => planner(board, [metrics[metric]], chosen));
  const planInUseCase = kept((dimension, useCase) => planner(board, counted(dimensions[dimension].metrics), [useCase]));
  /** @param {(plan: T.Plan, row: number) => number} of */
  const perRow = (of) => kept((dimension) => {
    const plan = planOfDimension(dimension);
    return Float64Array.from(board.layoutOf, (_, row) => of(plan(row), row));
  });
  const values = perRow((plan, row) => numberOf(board, row, plan));
  const covered = perRow((plan) => plan.count);
  const apart = perRow((plan, row) => distance(board, row, plan));

  /** @param {number} row @param {number} dimension @param {T.Plan} plan @param {number[]} over */
  const scoreOfDimension = (row, dimension, plan, over) =>
    scoreOf(board, row, plan, dimensions[dimension], tierOf(board, row, dimensions[dimension], plan, over));
  const dimension = kept((row, index) => scoreOfDimension(row, index, planOfDimension(index)(row), chosen));

  const compared = kept(() => {
    if (!compare) throw new Error("Rows are compared by a module of its own: see comparing.js.");
    return compare({
      board, chosen, rankBy, filed: asFiled ? orderOf(board) : null, values, covered, apart, dimension, planOfDimension, outside: outsideOf(board), marginOf: marginOn(board),
      signs: dimensions.map(({ better }) => (better === "higher" ? 1 : -1)),
      partsOf: (row, dimension) => partsOf(board, row, planOfDimension(dimension)(row)),
    }, holm);
  });

  const order = kept(() => asFiled ? orderOf(board) : compared().order);
  return {
    board, chosen, whole, rankBy, values, covered, apart,
    get order() {
      return order();
    },
    dimension,
    band: (row, index) => bandOf(board, row, dimensions[index], chosen),
    metric: kept((row, metric) => scoreOf(board, row, planOfMetric(metric)(row), metrics[metric])),
    useCase: kept((row, dimension, useCase) => scoreOfDimension(row, dimension, planInUseCase(dimension, useCase)(row), [useCase])),
    get places() {
      return compare || !asFiled ? compared().places() : placesOf(board);
    },
    rankAmong: (some) => compared().rankAmong(some),
    difference: (dimension, first, second) => compared().difference(dimension, first, second),
  };
}

/** The places that the board's file has. @param {T.Board} board */
export function placesOf({ count, complete, ranking: { rank, best, worst } }) {
  return Array.from({ length: count }, (_, i) => (i < complete ? { rank: rank[i], best: orNull(best[i]), worst: orNull(worst[i]) } : NO_PLACE));
}

/**
 * The figures of a dimension that compare, NaN for the others: over all use cases asked for and of the rows' own runs; those measured
 * elsewhere only where none of some rows has its own.
 * @param {Pick<T.Scored, "values" | "covered" | "apart" | "chosen">} scored
 * @param {number} index
 * @param {readonly number[]} rows
 */
export function comparable(scored, index, rows) {
  // Over some use cases only is farther than anything.
  const distance = (/** @type {number} */ row) => scored.covered(index)[row] < scored.chosen.length ? 9 : scored.apart(index)[row];
  const nearest = Math.min(8, ...rows.map(distance));
  return scored.values(index).map((value, row) => distance(row) === nearest ? value : NaN);
}

/** The calls a year that the chosen use cases state together; null where one states none. @param {Pick<T.Scored, "board" | "chosen">} scored */
export function statedCalls({ board, chosen }) {
  const calls = chosen.map((at) => board.useCases[at].calls);
  return calls.every((one) => one !== null) ? calls.reduce((sum, one) => sum + Number(one), 0) : null;
}

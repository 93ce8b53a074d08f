// @ts-check
// Scores a board over some of its use cases: the twin of src/CrmBench.Core/Scoring, rule by rule.

import { clusteredMean, exactSum, pairedDifference, tQuantile, tTwoSided, weightedSum } from "./statistics.js";

/** @import { Board, Dimension, Group, Metric, Unit } from "./board-data.js" */
/** @import { Mean } from "./statistics.js" */

/**
 * @typedef {{ value: number | null, low: number | null, high: number | null, se: number | null, df: number, count: number | null,
 *   countOf: string, judgments: number | null, basis: string, covered: number, total: number, tier: [number, number] | null }} Score
 *   `value` is null where nothing is covered, `covered` of `total` use cases are, `tier` are positions of bands
 * @typedef {{ value: number, se: number | null, df: number, low: number | null, high: number | null, p: number | null,
 *   verdict: 1 | 0 | -1 | null, paired: boolean }} Difference a minus b; 1: a is better, -1: b is, 0: may be chance, null: nobody can tell
 * @typedef {{ group: number, weights: [metric: number, weight: number][] }} Piece what rests on the same items, `group` as in a layout
 * @typedef {{ covered: boolean[], count: number, size: number, figures: [figure: number, weight: number][], pieces: Piece[] }} Plan
 * @typedef {{ group: Group, weights: Piece["weights"], value: number, influences: Float64Array, mean: Mean }} Rated
 * @typedef {{ covered: string, rated: Rated[], rest: Mean | null, whole: Mean }} Mixture
 * @typedef {{ rank: number | null, best: number | null, worst: number | null }} Place
 * @typedef {ReturnType<typeof scoreBoard>} Scored
 */

/** Averages of the same figures in another order may differ in their last bits; such values are equal. */
const SAME = 1e-9;

/** Rank ranges of more rows than this would take too long. */
const MOST_RANGED = 400;

/** @param {number} number */
const orNull = (number) => (number === number ? number : null);

/** What each item adds to a weighted sum of means. @param {Group} group @param {Piece["weights"]} weights */
function influencesOf(group, weights) {
  const all = new Float64Array(group.items.length);
  for (const [metric, weight] of weights) {
    const [means, average, count] = [group.means[metric], group.averages[metric], group.counts[metric]];
    for (let i = 0; i < all.length; i++) {
      if (means[i] === means[i]) {
        all[i] += (weight * (means[i] - average)) / count;
      }
    }
  }
  return all;
}

/** @param {Group} group @param {Piece["weights"]} weights @returns {Rated} */
function ratedOf(group, weights) {
  const value = weights.reduce((sum, [metric, weight]) => sum + weight * group.averages[metric], 0);
  const influences = influencesOf(group, weights);
  return { group, weights, value, influences, mean: clusteredMean(value, influences) };
}

/** The same sum over some of the items; null where a metric has none of them. @param {Rated} rated @param {number[]} at */
function restricted({ group, weights }, at) {
  /** @type {Group} */
  const part = { ...group, items: Int32Array.from(at), means: [], averages: [], counts: [] };
  for (const [metric] of weights) {
    const means = Float64Array.from(at, (i) => group.means[metric][i]);
    const present = means.filter((mean) => mean === mean);
    part.means[metric] = means;
    part.counts[metric] = present.length;
    part.averages[metric] = present.reduce((sum, mean) => sum + mean, 0) / present.length;
  }
  return weights.every(([metric]) => part.counts[metric] > 0) ? ratedOf(part, weights) : null;
}

/** First minus second over the items that both were rated on. @param {Rated} first @param {Rated} second */
function pairOf(first, second) {
  /** @type {(Rated | null)[]} */
  let [a, b] = [first, second];
  if (a.group.list !== b.group.list) {
    const [x, y] = [a.group.items, b.group.items];
    /** @type {[number[], number[]]} */
    const shared = [[], []];
    for (let i = 0, j = 0; i < x.length && j < y.length; x[i] < y[j] ? i++ : j++) {
      if (x[i] === y[j]) {
        shared[0].push(i++);
        shared[1].push(j);
      }
    }
    if (shared[0].length < 2) {
      return null;
    }
    [a, b] = [restricted(a, shared[0]), restricted(b, shared[1])];
  }
  return a && b && pairedDifference(a.value, a.influences, b.value, b.influences);
}

/** @param {Mixture} first @param {Mixture} second @returns {[mean: Mean, paired: boolean]} first minus second */
function differenceOf(first, second) {
  /** @type {[number, Mean][]} */
  const parts = [];
  const paired = new Set();
  for (const one of first.rated) {
    const partner = second.rated.find((other) => other.group.at === one.group.at);
    const pair = partner && pairOf(one, partner);
    parts.push([1, pair || one.mean]);
    if (pair) {
      paired.add(partner);
    }
  }
  for (const one of second.rated) {
    if (!paired.has(one)) {
      parts.push([-1, one.mean]);
    }
  }
  if (first.rest) {
    parts.push([1, first.rest]);
  }
  if (second.rest) {
    parts.push([-1, second.rest]);
  }
  return [parts.length === 1 && parts[0][0] === 1 ? parts[0][1] : weightedSum(parts), paired.size > 0];
}

/**
 * Scores a board. Nothing is computed before it is asked for; what was computed is kept.
 * @param {Board} board
 * @param {readonly boolean[] | null} [selected] per use case whether it counts; null for all
 */
export function scoreBoard(board, selected) {
  const all = board.useCases.map((_, useCase) => useCase);
  const chosen = selected ? all.filter((useCase) => selected[useCase]) : all;
  const whole = chosen.length === all.length;
  const { count, metrics, dimensions, layouts, layoutOf, figureStart, groupStart } = board;
  const outside = 1 - board.benchmark.level;
  const tail = outside / 2;
  const normal = tQuantile(1 - tail, Infinity);

  /** Rows that have a band without the money behind it cannot share the plan of their layout. */
  const hollow = new Set([...layoutOf.keys()].filter((row) =>
    board.value.subarray(figureStart[row], figureStart[row + 1]).some((value) => value !== value)));

  /** @type {Map<string, Plan>} */
  const plans = new Map();

  /** What the mean of metrics over use cases is made of. @param {number} row @param {Metric[]} of @param {number[]} useCases */
  function planOf(row, of, useCases) {
    const key = `${hollow.has(row) ? -1 - row : layoutOf[row]}/${of.length}/${of[0].index}/${useCases === chosen ? "" : useCases[0]}`;
    let plan = plans.get(key);
    if (!plan) {
      plan = makePlan(row, of, useCases);
      plans.set(key, plan);
    }
    return plan;
  }

  /** A metric's own figure goes first, else all of its parts. @param {number} row @param {Metric} metric @param {number} useCase */
  function cellsOf(row, metric, useCase) {
    const layout = layouts[layoutOf[row]];
    const cellOf = (/** @type {Metric} */ one) => layout[one.index * all.length + useCase];
    const found = cellOf(metric) ? [metric] : metric.parts.filter(cellOf);
    return found.length === (cellOf(metric) ? 1 : metric.parts.length) ? found.map((one) => ({ one, cell: cellOf(one) })) : [];
  }

  /** @param {number} row @param {Metric[]} of @param {number[]} useCases @returns {Plan} */
  function makePlan(row, of, useCases) {
    const terms = useCases.map((useCase) => {
      const cells = of.map((metric) => cellsOf(row, metric, useCase));
      const sound = cells.every((found) => found.length && found.every(({ cell }) =>
        cell < 0 || board.value[figureStart[row] + cell - 1] === board.value[figureStart[row] + cell - 1]));
      return sound ? cells.flatMap((found) => found.map((term) => ({ ...term, weight: 1 / of.length / found.length }))) : null;
    });
    const weightOf = (/** @type {number} */ i) => board.useCases[useCases[i]].weight;
    const total = terms.reduce((sum, found, i) => (found ? sum + weightOf(i) : sum), 0);
    /** @type {Map<number, number>} */
    const figures = new Map();
    /** @type {Map<number, Map<number, number>>} */
    const pieces = new Map();
    terms.forEach((found, i) => found?.forEach(({ one, cell, weight }) => {
      if (cell < 0 && !pieces.has(-cell)) {
        pieces.set(-cell, new Map());
      }
      const [into, at] = cell < 0 ? [/** @type {Map<number, number>} */ (pieces.get(-cell)), one.index] : [figures, cell];
      into.set(at, (into.get(at) ?? 0) + (weightOf(i) / total) * weight);
    }));
    const covered = terms.map((found) => found !== null);
    return {
      covered, count: covered.filter(Boolean).length,
      size: figures.size + [...pieces.values()].reduce((sum, weights) => sum + weights.size, 0),
      figures: [...figures], pieces: [...pieces].map(([group, weights]) => ({ group: group - 1, weights: [...weights] })),
    };
  }

  /** @param {number} row @param {Piece} piece */
  const groupOf = (row, piece) => board.group(groupStart[row] + piece.group);

  /** The number alone, NaN where nothing is covered. @param {number} row @param {Plan} plan */
  function valueOf(row, { figures, pieces, size }) {
    const first = figureStart[row] - 1;
    if (size === 1 && figures.length) {
      return board.value[first + figures[0][0]];
    }
    if (size === 1) {
      return groupOf(row, pieces[0]).averages[pieces[0].weights[0][0]];
    }
    const terms = new Float64Array(pieces.length + figures.length);
    pieces.forEach((piece, i) => {
      const { averages } = groupOf(row, piece);
      terms[i] = piece.weights.reduce((sum, [metric, weight]) => sum + weight * averages[metric], 0);
    });
    for (let i = 0; i < figures.length; i++) {
      terms[pieces.length + i] = figures[i][1] * board.value[first + figures[i][0]];
    }
    return size ? exactSum(terms) : NaN;
  }

  /** @param {number} row @param {Plan} plan @returns {Mixture} */
  function mixtureOf(row, plan) {
    const first = figureStart[row] - 1;
    const rated = plan.pieces.map((piece) => ratedOf(groupOf(row, piece), plan.size === 1 ? [[piece.weights[0][0], 1]] : piece.weights));
    /** @type {[number, Mean][]} */
    const figures = plan.figures.map(([figure, weight]) => [weight, {
      value: board.value[first + figure], se: orNull(board.error[first + figure]), df: board.degrees[first + figure],
    }]);
    return {
      covered: plan.covered.join(), rated, rest: figures.length ? weightedSum(figures) : null,
      whole: plan.size === 1 && rated.length ? rated[0].mean
        : weightedSum([.../** @type {[number, Mean][]} */ (rated.map(({ mean }) => [1, mean])), ...figures]),
    };
  }

  /** @param {Mean} mean */
  const marginOf = ({ se, df }) => (se ? se * tQuantile(1 - tail, df) : null);

  /** @param {number} row @param {Plan} plan @param {Metric | Dimension} of @param {Score["tier"]} tier @returns {Score} */
  function scoreOf(row, plan, of, tier) {
    const coverage = { covered: plan.count, total: plan.covered.length, tier };
    if (!plan.size) {
      return { value: null, low: null, high: null, se: null, df: Infinity, count: null, countOf: "", judgments: null, basis: "", ...coverage };
    }
    const first = figureStart[row] - 1;
    if (plan.size === 1 && plan.figures.length) {
      const at = first + plan.figures[0][0];
      const [basis, countOf] = board.kinds[board.kind[at]];
      return {
        value: board.value[at], low: orNull(board.low[at]), high: orNull(board.high[at]), se: orNull(board.error[at]),
        df: board.degrees[at], count: orNull(board.figureCounts[at]), countOf, judgments: orNull(board.judgments[at]), basis, ...coverage,
      };
    }
    const { whole: mean, rated } = mixtureOf(row, plan);
    const margin = marginOf(mean);
    const [lowest, highest] = of.unit === "percent" ? [0, 100] : (of.unit === "grade" && of.scale) || [0, Infinity];
    const low = margin === null ? null : Math.min(Math.max(mean.value - margin, lowest), highest);
    const high = margin === null || low === null ? null : Math.max(low, Math.min(mean.value + margin, highest));

    // One entry a term: what it counts, how much, and whether its spread is known.
    const terms = rated.flatMap(({ group, weights }) => weights.map(([metric]) =>
      ({ basis: "ratings", countOf: "items", judgments: group.judgments[metric], known: group.items.length > 1 })));
    for (const [figure] of plan.figures) {
      const [basis, countOf] = board.kinds[board.kind[first + figure]];
      terms.push({ basis, countOf, judgments: board.judgments[first + figure], known: board.error[first + figure] >= 0 });
    }
    const ratings = rated.length === 1 && !plan.figures.length;
    const countOf = terms.every((term) => term.countOf === terms[0].countOf) ? terms[0].countOf : "";
    const counts = rated.map(({ group, weights }) =>
      ratings && plan.size > 1 ? group.items.length : Math.max(...weights.map(([metric]) => group.counts[metric])));
    const figureCounts = plan.figures.map(([figure]) => orNull(board.figureCounts[first + figure]) ?? 0);
    return {
      value: mean.value, low, high, se: mean.se, df: mean.df, countOf,
      count: countOf ? [...counts, ...figureCounts].reduce((sum, one) => sum + one, 0) : null,
      judgments: orNull(terms.reduce((sum, term) => sum + term.judgments, 0)),
      basis: ratings ? "ratings" : terms.every((term) => term.basis === "price-table") ? "price-table"
        : terms.some((term) => term.known) ? "average" : "average-of-values",
      ...coverage,
    };
  }

  /** @param {number} row @param {Dimension} dimension @param {number[]} useCases @param {Plan} plan @returns {Score["tier"]} */
  function tierOf(row, dimension, useCases, plan) {
    const { tiers } = dimension;
    if (!tiers) {
      return null;
    }
    if (!tiers.as_published) {
      const value = valueOf(row, plan);
      const band = tiers.bands.findIndex(({ up_to }, i) => i === tiers.bands.length - 1 || value <= Number(up_to));
      return plan.size ? [band, band] : null;
    }
    const bands = useCases.map((useCase) => counted(dimension).flatMap((metric) => cellsOf(row, metric, useCase))
      .map(({ cell }) => (cell > 0 ? board.band[figureStart[row] + cell - 1] : NaN)).find((band) => band === band))
      .filter((band) => band !== undefined);
    return bands.length ? [Math.min(...bands), Math.max(...bands)] : null;
  }

  /** @type {Metric[][]} */
  const countedMetrics = dimensions.map((dimension) => dimension.metrics.filter((metric) => metric.counted));
  /** @param {Dimension} dimension */
  const counted = (dimension) => countedMetrics[dimension.index];

  /** @template T @param {(...key: number[]) => T} compute @returns {(...key: number[]) => T} */
  function kept(compute) {
    const known = new Map();
    return (...key) => {
      const name = key.join();
      if (!known.has(name)) {
        known.set(name, compute(...key));
      }
      return known.get(name);
    };
  }

  /** A dimension of a row. */
  const dimension = kept((row, index) => {
    const plan = planOf(row, counted(dimensions[index]), chosen);
    return scoreOf(row, plan, dimensions[index], tierOf(row, dimensions[index], chosen, plan));
  });
  /** A metric or part of a row, by its index among all metrics. */
  const metric = kept((row, index) => scoreOf(row, planOf(row, [metrics[index]], chosen), metrics[index], null));
  /** A dimension of a row in one use case, whether it is selected or not. */
  const useCase = kept((row, index, at) => {
    const plan = planOf(row, counted(dimensions[index]), [at]);
    return scoreOf(row, plan, dimensions[index], tierOf(row, dimensions[index], [at], plan));
  });
  /** A dimension of all rows, NaN for none: for sorting, filters and charts. */
  const values = kept((index) => Float64Array.from({ length: count }, (_, row) =>
    valueOf(row, planOf(row, counted(dimensions[index]), chosen))));
  const covered = kept((index) => Int32Array.from({ length: count }, (_, row) =>
    planOf(row, counted(dimensions[index]), chosen).count));
  /** @param {number} row @param {number} index */
  const mixture = kept((row, index) => mixtureOf(row, planOf(row, counted(dimensions[index]), chosen)));

  /** @param {number} index */
  const signOf = (index) => (dimensions[index].better === "higher" ? 1 : -1);

  function orderOf() {
    const rows = [...layoutOf.keys()];
    const part = (/** @type {number} */ from, /** @type {number} */ to) => rows.slice(from, to);
    let [complete, partial] = [board.complete, board.partial];
    if (!whole) {
      const [value, cover, sign, place] = [values(board.rankBy), covered(board.rankBy), signOf(board.rankBy), names()];
      rows.sort((a, b) => cover[b] - cover[a] || (cover[a] && sign * (value[b] - value[a])) || place[a] - place[b]);
      complete = chosen.length ? rows.filter((row) => cover[row] === chosen.length).length : 0;
      partial = rows.filter((row) => cover[row] > 0).length - complete;
    }
    return { complete: part(0, complete), partial: part(complete, complete + partial), unscored: part(complete + partial, count) };
  }

  /** Each row's place by name and identifier. */
  function names() {
    const place = new Int32Array(count);
    const named = [...layoutOf.keys()].map((row) => board.row(row));
    const compare = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);
    [...layoutOf.keys()].sort((a, b) => compare(named[a].label, named[b].label) || compare(named[a].id, named[b].id))
      .forEach((row, at) => (place[row] = at));
    return place;
  }

  const order = orderOf();

  /** @param {Mean} mean @param {number} sign @returns {Difference["verdict"]} */
  function verdictOf({ value, se, df }, sign) {
    const size = Math.abs(value);
    if (size <= SAME || se === null || se === 0) {
      return size <= SAME ? 0 : null;
    }
    const better = value * sign > 0 ? 1 : -1;
    // Most pairs need no distribution function: t quantiles fall with the degrees of freedom, down to the normal one.
    return size <= normal * se ? 0 : size > critical(Math.floor(df)) * se || tTwoSided(value / se, df) < outside ? better : 0;
  }
  const critical = kept((df) => tQuantile(1 - tail, df));

  /** @param {number[]} rows complete rows, best first */
  function placesOf(rows) {
    const value = values(board.rankBy);
    /** @type {number[]} */
    const ranks = [];
    rows.forEach((row, i) => ranks.push(i && Math.abs(value[row] - value[rows[i - 1]]) <= SAME ? ranks[i - 1] : i + 1));
    const [better, worse] = [new Int32Array(rows.length), new Int32Array(rows.length)];
    /** @type {[error: number, df: number][]} */
    const errors = [];
    for (let a = 0; a < rows.length && rows.length <= MOST_RANGED; a++) {
      for (let b = a + 1; b < rows.length; b++) {
        const [mean] = differenceOf(mixture(rows[a], board.rankBy), mixture(rows[b], board.rankBy));
        const verdict = verdictOf(mean, signOf(board.rankBy));
        if (verdict) {
          better[verdict > 0 ? b : a]++;
          worse[verdict > 0 ? a : b]++;
        }
        if (mean.se !== null) {
          errors.push([mean.se, mean.df]);
        }
      }
    }
    errors.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const [error, df] = errors[errors.length >> 1] ?? [];
    return {
      smallest: error === undefined ? null : error * tQuantile(1 - tail, df),
      places: rows.map((_, i) => /** @type {Place} */ ({
        rank: ranks[i], best: errors.length ? 1 + better[i] : null, worst: errors.length ? rows.length - worse[i] : null,
      })),
    };
  }

  /** Ranks of all rows, computed when first asked for. */
  const standing = kept(() => {
    /** @type {Place[]} */
    const places = Array.from({ length: count }, () => ({ rank: null, best: null, worst: null }));
    if (whole) {
      order.complete.forEach((row) =>
        (places[row] = { rank: board.rank[row], best: orNull(board.best[row]), worst: orNull(board.worst[row]) }));
      return { places, smallest: board.smallest };
    }
    const found = placesOf(order.complete);
    order.complete.forEach((row, i) => (places[row] = found.places[i]));
    return { places, smallest: found.smallest };
  });

  /** Per row whether no complete row is both better and cheaper; null where it has no cost over all use cases. */
  const frontier = kept(() => {
    /** @type {(boolean | null)[]} */
    const on = Array(count).fill(null);
    const money = dimensions.findIndex(({ unit }) => unit === "usd");
    if (money >= 0) {
      const [value, cost, cover, sign] = [values(board.rankBy), values(money), covered(money), signOf(board.rankBy)];
      const rows = order.complete.filter((row) => cover[row] === chosen.length);
      rows.sort((a, b) => sign * (value[b] - value[a]) || cost[a] - cost[b]);
      let [cheapest, below] = [Infinity, Infinity];
      rows.forEach((row, i) => {
        if (i && value[row] !== value[rows[i - 1]]) {
          below = Math.min(below, cheapest);
          cheapest = Infinity;
        }
        cheapest = Math.min(cheapest, cost[row]);
        on[row] = cost[row] === cheapest && cost[row] < below;
      });
    }
    return on;
  });

  return {
    board, selected: all.map((at) => chosen.includes(at)), whole,
    dimension, metric, useCase, values, covered,
    /** Rows in the order of display. */
    order,
    /** Per row its rank and rank range, null for none. */
    get places() { return standing().places; },
    /** The smallest difference that the board can tell from chance, in the middle over all pairs. */
    get smallest() { return standing().smallest; },
    get frontier() { return frontier(); },
    mixture, marginOf, verdictOf, signOf, placesOf,
  };
}

/**
 * Ranks of some rows among each other; rows that are not complete have none.
 * @param {Scored} scored
 * @param {Iterable<number>} rows
 * @returns {Map<number, Place>}
 */
export function rankAmong(scored, rows) {
  const among = new Set(rows);
  const complete = scored.order.complete.filter((row) => among.has(row));
  const { places } = scored.placesOf(complete);
  return new Map(complete.map((row, i) => [row, places[i]]));
}

/**
 * How a dimension of two rows differs; null where they do not cover the same use cases.
 * @param {Scored} scored
 * @param {number} dimension
 * @param {number} a
 * @param {number} b
 * @returns {Difference | null}
 */
export function difference(scored, dimension, a, b) {
  const [first, second] = [scored.mixture(a, dimension), scored.mixture(b, dimension)];
  if (first.covered !== second.covered || !first.covered.includes("true")) {
    return null;
  }
  const [mean, paired] = differenceOf(first, second);
  const margin = scored.marginOf(mean);
  return {
    ...mean, paired, low: margin === null ? null : mean.value - margin, high: margin === null ? null : mean.value + margin,
    p: mean.se ? tTwoSided(mean.value / mean.se, mean.df) : mean.se === 0 && mean.value === 0 ? 1 : null,
    verdict: scored.verdictOf(mean, scored.signOf(dimension)),
  };
}

// @ts-check
// Only numbers: the twin of src/CrmBench.Core/Statistics, which names each method's source.

/** @import * as T from "../../types/board" */

/** Neumaier's sum: its error does not grow with the number of terms. @param {ArrayLike<number>} terms */
export function exactSum(terms) {
  let [sum, lost] = [0, 0];
  for (let i = 0; i < terms.length; i++) {
    const next = sum + terms[i];
    lost += Math.abs(sum) >= Math.abs(terms[i]) ? sum - next + terms[i] : terms[i] - next + sum;
    sum = next;
  }
  return sum + lost;
}

/**
 * Wilson's interval with as many trials as give the error.
 * @param {T.Mean} mean @param {number} quantile @param {number[]} ends of the scale
 * @param {number} least from an end where nearly all items lie it reaches so far, as a share of the scale
 * @returns {[low: number, high: number]}
 */
export function boundedInterval({ value, se }, quantile, [low, high], least) {
  const [share, error, square] = [(value - low) / (high - low), Math.max(1e-18, Number(se) / (high - low)), quantile * quantile];
  const trials = Math.max(0, (share * (1 - share)) / (error * error), quantile / (2 * error) - square);
  const reach = (quantile * Math.sqrt(trials * share * (1 - share) + square / 4)) / (trials + square);
  const center = (trials * share + square / 2) / (trials + square);
  const from = Math.min(Math.max(0, center - reach), share < 0.5 ? 1 : 1 - least);
  const to = Math.max(Math.min(1, center + reach), share < 0.5 ? least : 0);
  return [Math.min(value, low + from * (high - low)), Math.max(value, low + to * (high - low))];
}

/** Parts that may rest on the same answers are joined, and their errors add unless a source says how they move together. @template {T.Part} P @param {T.Parts<P>} parts @param {T.Board["joined"]} [joined] @returns {T.Parts<T.Part>} */
export function together(parts, joined) {
  /** @type {Map<any, [number, P][]>} */
  const places = new Map();
  for (const part of parts) {
    places.set(part[1].place, [...places.get(part[1].place) ?? [], part]);
  }
  return [...places.values()].map((same) => same.length === 1 ? same[0] : [1, {
    place: same[0][1].place,
    value: exactSum(same.map(([weight, { value }]) => weight * value)),
    df: Math.min(...same.map(([, { df }]) => df)),
    se: same.some(([, { se }]) => se === null) ? null : joined?.(same) ?? exactSum(same.map(([weight, { se }]) => Math.abs(weight) * Number(se))),
  }]);
}

/** @param {number[]} numbers */
export const total = (numbers) => numbers.reduce((sum, one) => sum + one, 0);

/** The sum of independent means, with degrees of freedom after Welch and Satterthwaite. @param {T.Parts} parts @returns {T.Mean} */
export function weightedSum(parts) {
  const [values, variances] = [new Float64Array(parts.length), new Float64Array(parts.length)];
  let fewest = Infinity;
  for (let i = 0; i < parts.length; i++) {
    const weight = parts[i][0];
    const { value, se, df } = parts[i][1];
    values[i] = weight * value;
    variances[i] = se === null ? NaN : (weight * se) ** 2;
    fewest = Math.min(fewest, df);
  }
  const [value, variance] = [exactSum(values), exactSum(variances)];
  if (variance !== variance) {
    return { value, se: null, df: Infinity };
  }
  const df = 1 / exactSum(variances.map((one, i) => (one / variance) ** 2 / parts[i][1].df));
  return { value, se: Math.sqrt(variance), df: variance > 0 ? Math.max(fewest, df) : fewest };
}

/** Density of Student's t; from 1e20 degrees on it is the normal one to the last bit. @param {number} t @param {number} df */
function density(t, df) {
  // The beta function of df/2 and 1/2, by the series of the ratio of gammas.
  let [a, logBeta] = [df / 2, Math.log(Math.PI) / 2];
  for (; a < 16; a++) {
    logBeta += Math.log((a + 0.5) / a);
  }
  const y = 1 / (a * a);
  logBeta += (1 / 8 - y * (1 / 192 - y * (1 / 640 - y * (17 / 14336 - (y * 31) / 18432)))) / a - Math.log(a) / 2;
  return Math.exp((-(df + 1) / 2) * Math.log1p((t / df) * t) - logBeta - Math.log(df) / 2);
}

/** The probability above t, by the series of the incomplete beta function from the nearer end. @param {number} t @param {number} df */
function upperTail(t, df) {
  const share = 1 / (1 + (df / t) / t);
  const far = share > 0.5;
  const [start, ratio] = far ? [df / 2 + 1, 1 - share] : [1.5, share];
  let [term, sum] = [1, 1];
  for (let k = 0; term > 1e-17 * sum; k++) {
    term *= (((df + 1) / 2 + k) / (start + k)) * ratio;
    sum += term;
  }
  const area = t * density(t, df) * sum;
  return far ? area / df : Math.max(0.5 - area, 0) || 0;
}

/** The probability of a value at least as far from 0 as t, to either side. @param {number} t @param {number} df from 1, or Infinity */
export function tTwoSided(t, df) {
  return 2 * upperTail(Math.abs(t), Math.min(df, 1e20));
}

/** How far from 0 a share of all values lies, to both sides together. @param {number} outside below 1 @param {number} df from 1, or Infinity */
export function tQuantile(outside, df) {
  const [p, degrees] = [outside / 2, Math.min(df, 1e20)];
  let t = 1;
  // Newton's method on logarithms comes down to the solution from above; from below it goes there in short steps.
  for (let change = 1, step = 0; Math.abs(change) > 1e-14 && step < 99; step++) {
    const tail = upperTail(t, degrees);
    change = Math.min((Math.log(tail / p) * tail) / (t * density(t, degrees)), 0.3);
    t *= Math.exp(change);
  }
  return t;
}

// @ts-check
// Only numbers: the twin of src/CrmBench.Core/Statistics, where each method's source is named.

/** @typedef {{ value: number, se: number | null, df: number }} Mean an estimate; `se` is null where its spread is not known */

/** A spread this small, relative to the values, is left by rounding and means none. */
const NOISE = 1e-12;

/** Neumaier's sum, whose error does not grow with the number of terms. @param {ArrayLike<number>} terms */
export function exactSum(terms) {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < terms.length; i++) {
    const next = sum + terms[i];
    lost += Math.abs(sum) >= Math.abs(terms[i]) ? sum - next + terms[i] : terms[i] - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The sum of independent means times weights, with degrees of freedom after Welch and Satterthwaite. @param {[number, Mean][]} parts */
export function weightedSum(parts) {
  const value = exactSum(parts.map(([weight, mean]) => weight * mean.value));
  if (parts.some(([, mean]) => mean.se === null)) {
    return { value, se: null, df: Infinity };
  }
  const variances = parts.map(([weight, mean]) => (weight * Number(mean.se)) ** 2);
  const variance = exactSum(variances);
  const fewest = Math.min(...parts.map(([, mean]) => mean.df));
  const df = 1 / exactSum(variances.map((one, i) => (one / variance) ** 2 / parts[i][1].df));
  return { value, se: Math.sqrt(variance), df: variance > 0 ? Math.max(fewest, df) : fewest };
}

/** @param {number} value @param {number} squares @param {number} count @param {number} scale @returns {Mean} */
function fromSquares(value, squares, count, scale) {
  const error = Math.sqrt((count / (count - 1)) * squares);
  return count < 2 ? { value, se: null, df: Infinity } : { value, se: error <= NOISE * scale ? 0 : error, df: count - 1 };
}

/** A statistic with its error from the influence of each item on it. @param {number} value @param {Float64Array} influences */
export function clusteredMean(value, influences) {
  return fromSquares(value, exactSum(influences.map((one) => one * one)), influences.length, Math.abs(value));
}

/** A minus B over the same items. @param {number} a @param {Float64Array} ofA @param {number} b @param {Float64Array} ofB */
export function pairedDifference(a, ofA, b, ofB) {
  let squares = 0;
  for (let i = 0; i < ofA.length; i++) {
    squares += (ofA[i] - ofB[i]) ** 2;
  }
  const scale = Math.max(Math.abs(a), Math.abs(b));
  return fromSquares(Math.abs(a - b) <= NOISE * scale ? 0 : a - b, squares, ofA.length, scale);
}

/** @param {number} z */
const normalDensity = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The probability above z. @param {number} z 0 or more */
function normalTail(z) {
  if (z < 3) {
    let [term, sum] = [z, z];
    for (let odd = 3; term > 1e-17 * sum; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - normalDensity(z) * sum;
  }
  let fraction = z;
  for (let level = 60; level > 0; level--) {
    fraction = z + level / fraction;
  }
  return normalDensity(z) / fraction;
}

/** The normal value above which lies a probability. @param {number} p above 0, at most 0.5 */
function normalUpper(p) {
  const t = Math.sqrt(-2 * Math.log(p));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step++) {
    const newton = (z < 0 ? 1 - normalTail(-z) - p : normalTail(z) - p) / normalDensity(z);
    z += newton / (1 - (newton * z) / 2);
  }
  return Math.max(z, 0);
}

/** Logarithm of the beta function of a and 1/2, by the series of the ratio of gammas. @param {number} a */
function logBetaHalf(a) {
  let shift = 0.5 * Math.log(Math.PI);
  for (; a < 16; a++) {
    shift += Math.log((a + 0.5) / a);
  }
  const y = 1 / (a * a);
  return shift - 0.5 * Math.log(a) + (1 / 8 - y * (1 / 192 - y * (1 / 640 - y * (17 / 14336 - (y * 31) / 18432)))) / a;
}

/** The continued fraction of the incomplete beta function by Lentz's method. @param {number} x @param {number} a @param {number} b */
function betaFraction(x, a, b) {
  /** @param {number} value */
  const away = (value) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1, change = 0; Math.abs(change - 1) >= 1e-15 && m < 1e5; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      change = d * c;
      value *= change;
    }
  }
  return value;
}

/** The probability above t. @param {number} t 0 or more @param {number} df */
function upperTail(t, df) {
  if (df >= 1000) {
    // Hill's expansion towards the normal distribution.
    const a = df - 0.5;
    const b = 48 * a * a;
    const square = a * Math.log1p((t / df) * t);
    const third = square * (square * (0.4 * square + 3.3) + 24) + 85.5;
    return normalTail(df === Infinity ? t : (1 + (square + 3 - third / (b + 100 + 0.8 * square * square)) / b) * Math.sqrt(square));
  }
  const ratio = (t / df) * t;
  const [x, rest, a] = [1 / (1 + ratio), ratio / (1 + ratio), df / 2];
  if (x <= 0 || rest <= 0) {
    return x <= 0 ? 0 : 0.5;
  }
  const front = Math.exp(a * Math.log(x) + 0.5 * Math.log(rest) - logBetaHalf(a));
  return (x < (a + 1) / (a + 2.5) ? (front * betaFraction(x, a, 0.5)) / a : 1 - 2 * front * betaFraction(rest, 0.5, a)) / 2;
}

/** The probability of a value at least as far from 0 as t, to either side. @param {number} t @param {number} df from 1, or Infinity */
export function tTwoSided(t, df) {
  return Math.min(1, 2 * upperTail(Math.abs(t), df));
}

/** The value of Student's t below which lies the probability p. @param {number} p @param {number} df from 1, or Infinity @returns {number} */
export function tQuantile(p, df) {
  if (p < 0.5) {
    return -tQuantile(1 - p, df);
  }
  const upper = 1 - p;
  let t = normalUpper(upper);
  // Newton's method on logarithms comes down to the solution from above.
  for (let step = 0, change = 1; df < Infinity && t > 0 && Math.abs(change) >= 1e-14 && step < 100; step++) {
    const tail = upperTail(t, df);
    const density = Math.exp((-(df + 1) / 2) * Math.log1p((t / df) * t) - logBetaHalf(df / 2) - 0.5 * Math.log(df));
    change = ((Math.log(tail) - Math.log(upper)) * tail) / (t * density);
    t *= Math.exp(change);
  }
  return t;
}

/**
 * Random numbers that a text always begins alike: xoshiro128** of D. Blackman and S. Vigna, filled by SplitMix64 from the text's
 * FNV-1a hash.
 * @param {string} seed
 */
export function randomFrom(seed) {
  const bits = (/** @type {bigint} */ value) => BigInt.asUintN(64, value);
  let mix = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(seed)) {
    mix = bits((mix ^ BigInt(byte)) * 0x100000001b3n);
  }
  const state = new Uint32Array(4);
  for (let i = 0; i < 4; i += 2) {
    mix = bits(mix + 0x9e3779b97f4a7c15n);
    let mixed = bits((mix ^ (mix >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = bits((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    mixed ^= mixed >> 31n;
    state.set([Number(mixed & 0xffffffffn), Number(mixed >> 32n)], i);
  }
  return xoshiro(state);
}

/** @param {Uint32Array} s four numbers, not all 0 */
export function xoshiro(s) {
  /** @type {number | null} */
  let spare = null;
  /** @param {number} x @param {number} k */
  const rotate = (x, k) => (x << k) | (x >>> (32 - k));
  /** From 0 up to but not including 1, one of 2^32. */
  function next() {
    const result = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 11);
    return result / 2 ** 32;
  }
  /** From the standard normal distribution, by the polar method of Marsaglia and Bray. @returns {number} */
  function normal() {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const [x, y] = [2 * next() - 1, 2 * next() - 1];
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * factor;
        return x * factor;
      }
    }
  }
  return { next, normal };
}

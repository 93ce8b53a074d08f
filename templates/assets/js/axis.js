// @ts-check
// Axes and their ticks, as Scale.cs makes them.

/** @typedef {{ low: number, high: number, sets: number[][], ticks: number[] }} Axis `sets`: round values on it, the densest first; `ticks`: the first of at most seven */

const clamp = (/** @type {number} */ value, /** @type {number} */ least, /** @type {number} */ most) => Math.min(Math.max(value, least), most);
const round = (/** @type {number} */ value) => Number(value.toPrecision(12));

/** @param {number} low @param {number} high @param {number[][]} sets @returns {Axis} */
const axis = (low, high, sets) => ({ low, high, sets, ticks: sets.find(({ length }) => length <= 7) ?? sets.at(-1) ?? [] });

/**
 * What an axis must show: all values, and their intervals unless one is far wider than the rest.
 * @param {readonly number[]} values
 * @param {readonly (readonly [number, number])[]} whiskers
 * @returns {[number, number]}
 */
export function covering(values, whiskers) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const lengths = whiskers.map(([from, to]) => to - from).sort((a, b) => a - b);
  const reach = 2 * Math.max(high - low, lengths[(lengths.length - 1) >> 1] ?? 0);
  return [
    Math.min(low, ...whiskers.map(([from]) => Math.max(low - reach, from))),
    Math.max(high, ...whiskers.map(([, to]) => Math.min(high + reach, to))),
  ];
}

/** The least of 1, 2 or 5 times a power of ten that is not below a length. @param {number} length */
function roundStep(length) {
  const power = 10 ** Math.floor(Math.log10(length));
  const lead = length / power * (1 - 1e-9);
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

/**
 * A linear axis whose ends are round, within bounds.
 * @param {number} low least value
 * @param {number} high greatest value
 * @param {number} [least] what no value can be below
 * @param {number} [most] what no value can be above
 * @returns {Axis}
 */
export function linear(low, high, least = -Infinity, most = Infinity) {
  [low, high] = [clamp(low, least, most), clamp(high, least, most)];
  if (high - low <= 1e-6 * Math.max(Math.abs(low), Math.abs(high))) {
    const room = low === 0 ? 1 : Math.abs(low) / 10;
    [low, high] = [Math.max(least, low - room), Math.min(most, high + room)];
  }
  const end = roundStep((high - low) / 5);
  [low, high] = [Math.max(least, Math.floor(low / end + 1e-9) * end), Math.min(most, Math.ceil(high / end - 1e-9) * end)];
  const sets = [];
  for (let step = roundStep((high - low) / 10); step <= 2 * (high - low); step = roundStep(step * 1.1)) {
    const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
    if (last < first) break;
    sets.push(Array.from({ length: last - first + 1 }, (_, i) => round((first + i) * step)));
  }
  return axis(low, high, sets);
}

// The numbers ..., 0.5, 1, 2, 5, 10, ... counted so that 1 is number 0.
const leadOf = (/** @type {number} */ index) => (index % 3 + 3) % 3;
const numberAt = (/** @type {number} */ index) => round([1, 2, 5][leadOf(index)] * 10 ** ((index - leadOf(index)) / 3));

/** @param {number} value @param {(place: number) => number} rounded @param {number} slack */
function indexOf(value, rounded, slack) {
  const decade = Math.floor(Math.log10(value) + 1e-12);
  const lead = value / 10 ** decade;
  return 3 * decade + rounded((lead <= 2 ? lead - 1 : lead <= 5 ? 1 + (lead - 2) / 3 : 2 + (lead - 5) / 5) + slack);
}

/**
 * A logarithmic axis from and to 1, 2 or 5 times a power of ten; whole powers are among its ticks wherever there is one.
 * @param {number} low least value, above 0
 * @param {number} high greatest value
 * @returns {Axis}
 */
export function logarithmic(low, high) {
  let [from, to] = [indexOf(low, Math.floor, 1e-9), indexOf(high, Math.ceil, -1e-9)];
  if (to - from < 2) [from, to] = [from - 1, to + 1];
  const every = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const sets = [every, every.filter(index => leadOf(index) !== 1)];
  for (let decades = 1; decades <= every.length; decades *= 2) {
    const set = every.filter(index => index % (3 * decades) === 0);
    if (set.length > 1) sets.push(set);
  }
  const decade = every.filter(index => leadOf(index) === 0).slice(0, 1);
  sets.push(every.filter((index, i) => leadOf(index) === 0 || i === 0 || i === every.length - 1), decade.length ? decade : [from, to]);
  return axis(numberAt(from), numberAt(to), sets.map(set => set.map(numberAt)));
}

/**
 * The most ticks whose labels keep apart.
 * @param {Axis} axis
 * @param {(ticks: number[]) => string[]} textsOf
 * @param {(tick: number, text: string) => number} place middle of a label
 * @param {(text: string) => number} lengthOf
 * @param {number} gap
 * @returns {{ tick: number, text: string }[]}
 */
export function spaced({ sets }, textsOf, place, lengthOf, gap) {
  for (const [i, set] of sets.entries()) {
    const texts = textsOf(set);
    const fits = set.every((tick, k) => k === 0
      || Math.abs(place(tick, texts[k]) - place(set[k - 1], texts[k - 1])) >= (lengthOf(texts[k]) + lengthOf(texts[k - 1])) / 2 + gap);
    // Not even the coarsest set fits: its first label alone does.
    if (fits || i === sets.length - 1) return set.map((tick, k) => ({ tick, text: texts[k] })).slice(0, fits ? set.length : 1);
  }
  return [];
}

/**
 * What ticks say: the twin of ChartAxis.TickText.
 * @param {readonly number[]} ticks
 * @param {boolean} usd
 * @param {boolean} log whether each has the decimals it needs, and not all those that one of them needs
 */
export function tickTexts(ticks, usd, log) {
  const needed = ticks.map(tick => String(tick).split(".")[1]?.length ?? 0);
  const most = Math.max(...needed);
  return ticks.map((tick, i) => {
    const decimals = log ? needed[i] : most;
    const digits = usd && decimals === 1 ? 2 : decimals;
    const size = Math.abs(tick);
    const text = size >= 1e9 || (size && size < 1e-6) ? size.toExponential().toUpperCase()
      : size.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return (tick < 0 ? "\u2212" : "") + (usd ? "$" : "") + text;
  });
}

/** How far along an axis a value stands, from 0 to 1. @param {number} value @param {number} low @param {number} high */
export const share = (value, low, high) => clamp((value - low) / (high - low || 1), 0, 1);

/**
 * Positions of the points that no other beats on both axes; equal ones are among them together.
 * @param {readonly { x: number, y: number, partial: boolean }[]} points
 * @param {number} better 1 where more of y is better, -1 where less is; less of x always is
 * @returns {number[]} from the least x on
 */
export function frontier(points, better) {
  const order = points.map((_, i) => i).filter(i => !points[i].partial)
    .sort((a, b) => points[a].x - points[b].x || better * (points[b].y - points[a].y));
  const found = [];
  let [best, bestX] = [-Infinity, NaN];
  for (const i of order) {
    const goodness = better * points[i].y;
    if (goodness > best || (goodness === best && points[i].x === bestX)) {
      found.push(i);
      [best, bestX] = [goodness, points[i].x];
    }
  }
  return found;
}

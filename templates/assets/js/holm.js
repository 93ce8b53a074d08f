// @ts-check
// Comparisons that together are wrong anywhere with at most the probability left outside the level: the twin of RankRanges.FromHolm.
import { tTwoSided } from "./statistics.js";

/** @import * as T from "../../types/board" */

/** @type {T.Holm} */
export function holm(count, difference, outside, sign) {
  const pairs = [];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const { value, se, df } = difference(i, j);
      const p = se ? tTwoSided(value / se, df) : se === 0 && value === 0 ? 1 : null;
      if (p !== null) pairs.push({ key: i * count + j, p, way: /** @type {1 | -1} */ (value * sign > 0 ? 1 : -1) });
    }
  }
  pairs.sort((a, b) => a.p - b.p);
  /** @type {Map<number, T.Verdict>} */
  const found = new Map();
  let stopped = false;
  pairs.forEach(({ key, p, way }, i) => {
    stopped ||= (pairs.length - i) * p >= outside;
    found.set(key, stopped ? 0 : way);
  });
  return (i = -1, j = -1) => {
    const verdict = found.get(Math.min(i, j) * count + Math.max(i, j)) ?? null;
    return i > j && verdict ? (verdict > 0 ? -1 : 1) : verdict;
  };
}

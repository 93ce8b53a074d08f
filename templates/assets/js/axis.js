// @ts-check

/**
 * A linear axis whose ends and ticks are round.
 * @param {number} low least value
 * @param {number} high greatest value
 * @param {number} [least] what no value can be below
 * @param {number} [most] what no value can be above
 * @returns {{ low: number, high: number, ticks: number[] }}
 */
export function linear(low, high, least = -Infinity, most = Infinity) {
  if (low === high) [low, high] = [Math.max(least, low - (Math.abs(low) || 1) / 2), Math.min(most, high + (Math.abs(high) || 1) / 2)];
  const rough = (high - low) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find(factor => factor * power >= rough) ?? 10);
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
  const inside = ticks.filter(tick => tick >= least && tick <= most);
  return { low: Math.max(least, Math.min(low, from * step)), high: Math.min(most, Math.max(high, to * step)), ticks: inside };
}

/**
 * A logarithmic axis from and to 1, 2 or 5 times a power of ten; so are its ticks, or powers alone where there are many.
 * @param {number} low least value, above 0
 * @param {number} high greatest value
 * @returns {{ low: number, high: number, ticks: number[] }}
 */
export function logarithmic(low, high) {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const numbers = [];
  for (let power = from; power <= to; power++) for (const lead of [1, 2, 5]) numbers.push(Number((lead * 10 ** power).toPrecision(12)));
  const below = numbers.filter(number => number <= low).at(-1) ?? low;
  const above = numbers.find(number => number >= high) ?? high;
  const [first, last] = below === above ? [below / 2, above * 2] : [below, above];
  const ticks = numbers.filter((tick, i) => tick >= first && tick <= last && (to - from <= 3 || i % 3 === 0));
  return { low: first, high: last, ticks };
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

/**
 * Positions of the points that no other beats on both axes.
 * @param {readonly { x: number, y: number, partial: boolean }[]} points
 * @param {number} better 1 where more of y is better, -1 where less is; less of x always is
 * @returns {number[]} from the least x on
 */
export function frontier(points, better) {
  const order = points.map((_, i) => i).filter(i => !points[i].partial)
    .sort((a, b) => points[a].x - points[b].x || better * (points[b].y - points[a].y));
  const found = [];
  let best = -Infinity;
  for (const i of order) {
    if (better * points[i].y > best) {
      found.push(i);
      best = better * points[i].y;
    }
  }
  return found;
}

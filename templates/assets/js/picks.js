// @ts-check
// What a reader asks the pages for comparing and choosing, and how it stands in the address. Readers keep these addresses: a name
// never changes its meaning.

/**
 * @typedef {object} Picks
 * @property {string} board key of the board
 * @property {string[]} rows rows to compare
 * @property {string[]} uc use cases that the averages rest on; empty for all
 * @property {Record<string, number>} limits by name, such as "max.cost"
 * @property {Record<string, number> | null} weights by dimension; null for those a board begins with
 * @property {string} per what money is printed for: "call", "year", or "" for 1,000 calls
 * @property {number | null} calls calls a year
 * @property {number | null} input tokens of a prompt
 * @property {number | null} output tokens of an answer
 */

/** @typedef {Record<"rows" | "uc" | "limits" | "weights", ReadonlySet<string>>} Known what a board has */

export const MOST_ROWS = 4;
const HEAVIEST = 10;
const LONGEST = 2000;
/** Numbers by their names in forms and addresses. */
export const NUMBERS = /** @type {const} */ ({ calls: "calls", in: "input", out: "output" });

/** @param {string} board @returns {Picks} */
export const plainPicks = board => ({ board, rows: [], uc: [], limits: {}, weights: null, per: "", calls: null, input: null, output: null });

/** @param {string} search @returns {string} the key of the board it names, or "" */
export const boardIn = search => search.length > LONGEST ? "" : new URLSearchParams(search).get("board") ?? "";

/**
 * Reads what is asked of a board; whatever the board does not have is left out.
 * @param {string} search with its question mark, or ""
 * @param {string} board key of the board that is shown
 * @param {Known} known
 * @returns {{ picks: Picks, lost: boolean }} whether anything was left out
 */
export function readPicks(search, board, known) {
  const picks = plainPicks(board);
  if (search.length > LONGEST) return { picks, lost: true };

  let lost = false;
  const seen = new Set();
  for (const [name, value] of new URLSearchParams(search)) {
    lost = seen.has(name) || !read(picks, name, value, known) || lost;
    seen.add(name);
  }
  if (picks.uc.length >= known.uc.size) picks.uc = [];
  return { picks, lost };
}

/** @param {Picks} picks @param {string} name @param {string} value @param {Known} known @returns {boolean} whether all of it was understood */
function read(picks, name, value, known) {
  if (name === "board") return value === picks.board;
  if (name === "v") return value === "1";
  if (name === "per" && /^(call|year)$/.test(value)) {
    picks.per = value;
    return true;
  }
  const all = value.split(",");
  if (name === "not") {
    // What addresses named before: the use cases left out.
    picks.uc = [...known.uc].filter(one => !all.includes(one));
    return all.every(one => known.uc.has(one));
  }
  if (name === "rows" || name === "uc") {
    picks[name] = [...new Set(all)].filter(one => known[name].has(one)).slice(0, name === "rows" ? MOST_ROWS : undefined);
    return picks[name].length === all.length;
  }
  if (name === "w") {
    const weighed = all.filter(Boolean).map(one => one.split(":"));
    const sound = weighed.filter(([id, weight]) => known.weights.has(id) && /^\d{1,2}$/.test(weight) && Number(weight) <= HEAVIEST);
    picks.weights = Object.fromEntries(sound.map(([id, weight]) => [id, Number(weight)]));
    return sound.length === weighed.length;
  }
  const whole = Object.hasOwn(NUMBERS, name);
  if (!whole && !known.limits.has(name)) return false;
  if (!(whole ? /^\d{1,12}$/ : /^\d{1,9}(\.\d{1,15})?$/).test(value)) return false;
  if (whole) picks[NUMBERS[/** @type {keyof typeof NUMBERS} */ (name)]] = Number(value);
  else picks.limits[name] = Number(value);
  return true;
}

/**
 * The shortest address of some picks.
 * @param {Picks} picks
 * @returns {string} with its question mark
 */
export function writePicks({ board, rows, uc, limits, weights, per, calls, input, output }) {
  const parts = [`board=${board}`];
  if (rows.length) parts.push(`rows=${rows.join(",")}`);
  if (uc.length) parts.push(`uc=${uc.join(",")}`);
  for (const name of Object.keys(limits).sort()) parts.push(`${name}=${limits[name]}`);
  if (weights) parts.push(`w=${Object.keys(weights).filter(id => weights[id]).map(id => `${id}:${weights[id]}`).join(",")}`);
  if (per) parts.push(`per=${per}`);
  for (const [name, value] of [["calls", calls], ["in", input], ["out", output]]) if (value !== null) parts.push(`${name}=${value}`);
  return `?${parts.join("&")}`;
}

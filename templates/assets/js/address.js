// @ts-check
// What a reader chose on a board, and how it stands in the address. Readers keep these addresses: a name never changes its
// meaning, and a name that is given up goes to RENAMED.

/**
 * @typedef {object} View
 * @property {string} q part of a model's name
 * @property {string} area area of use cases, or ""
 * @property {string} type type of use cases, or ""
 * @property {string[]} uc use cases that the averages rest on; empty for all
 * @property {string[]} by providers
 * @property {string[]} open availabilities
 * @property {string[]} tier bands of cost
 * @property {Record<string, number>} limits by name, such as "max.cost"; money is that of a call
 * @property {string} per what money is printed for: "call", "year", or "" for 1,000 calls
 * @property {string} calls those a year
 * @property {boolean} full complete rows only
 * @property {string} holm "1" or "0" where comparisons are held to the level otherwise than the board does: together, or each alone
 * @property {string} rank the dimension that ranks, or "" for the board's own
 * @property {string} sort column, or "" for the board's own order
 * @property {boolean} reversed whether the sort runs against the column's first direction
 * @property {string[]} cols opened groups of columns
 * @property {string[]} hide columns put away
 * @property {string[]} pin pinned rows, in the order they were pinned
 * @property {string} row the opened row, or ""
 */

/** @typedef {Record<"area" | "type" | "uc" | "by" | "open" | "tier" | "holm" | "rank" | "per" | "limits" | "sort" | "cols" | "hide" | "pin" | "row", ReadonlySet<string>>} Known */

const LONGEST = 8000;
const LISTS = /** @type {const} */ (["uc", "by", "open", "tier", "cols", "hide", "pin"]);
const SINGLES = /** @type {const} */ (["area", "type", "holm", "rank", "per", "row"]);
const RENAMED = /** @type {Record<string, string>} */ ({ search: "q", model: "q", provider: "by", complete: "full" });

/** @returns {View} a board as it comes */
export const plainView = () => ({
  q: "", area: "", type: "", uc: [], by: [], open: [], tier: [], limits: {}, full: false, holm: "", rank: "", per: "", calls: "",
  sort: "", reversed: false, cols: [], hide: [], pin: [], row: "",
});

/**
 * Reads a view; whatever the board does not have falls back to the default.
 * @param {string} search with its question mark, or ""
 * @param {Known} known the values that the board has
 * @returns {{ view: View, lost: boolean }} whether anything was left out
 */
export function readView(search, known) {
  const view = plainView();
  if (search.length > LONGEST) return { view, lost: true };

  let lost = false;
  const seen = new Set();
  for (const [name, value] of new URLSearchParams(search)) {
    const key = Object.hasOwn(RENAMED, name) ? RENAMED[name] : name;
    if (seen.has(key)) {
      lost = true;
      continue;
    }
    seen.add(key);
    lost = !read(view, key, value, known) || lost;
  }
  if (view.uc.length >= known.uc.size) view.uc = [];
  return { view, lost };
}

/** @param {View} view @param {string} key @param {string} value @param {Known} known @returns {boolean} whether all of it was understood */
function read(view, key, value, known) {
  // Older addresses name the use cases left out.
  if (key === "not") {
    const left = value.split(",");
    view.uc = [...known.uc].filter(one => !left.includes(one));
    return left.every(one => known.uc.has(one));
  }
  const list = LISTS.find(name => name === key);
  if (list) {
    const all = value.split(",");
    view[list] = [...new Set(all)].filter(one => known[list].has(one));
    return view[list].length === all.length;
  }
  const single = SINGLES.find(name => name === key);
  if (single) {
    view[single] = known[single].has(value) ? value : "";
    return view[single] === value;
  }
  if (known.limits.has(key)) {
    const number = /^\d{1,9}(\.\d{1,15})?$/.test(value) ? Number(value) : NaN;
    if (number >= 0) view.limits[key] = number;
    return number >= 0;
  }
  switch (key) {
    case "q":
      view.q = value.slice(0, 80);
      return value.length <= 80;
    case "calls":
      if (/^[1-9]\d{0,11}$/.test(value)) view.calls = value;
      return view.calls === value;
    case "full":
      view.full = value === "1";
      return view.full;
    case "sort":
      view.reversed = value.endsWith(".r") && !known.sort.has(value);
      view.sort = view.reversed ? value.slice(0, -2) : value;
      if (known.sort.has(view.sort)) return true;
      view.sort = "";
      view.reversed = false;
      return false;
    case "v":
      return value === "1";
    default:
      return key === "embed";
  }
}

/**
 * Keeps the address bar in step, after what the reader waits to see is painted. While the reader types it waits for a pause: browsers
 * limit how often an address may change.
 * @returns {(address: string, typing: boolean) => void} typing makes no step of its own in the history
 */
export function addressBar() {
  let [pending, typed, timer] = ["", false, 0];
  const settle = () => {
    if (pending) history[typed ? "replaceState" : "pushState"](null, "", pending);
    pending = "";
  };
  for (const leaving of ["pagehide", "change", "pointerdown"]) addEventListener(leaving, settle, true);
  addEventListener("popstate", () => (pending = ""));
  return (address, typing) => {
    clearTimeout(timer);
    if (!typing || !typed) settle();
    [pending, typed] = [address, typing];
    if (typing) timer = setTimeout(settle, 250);
    else requestAnimationFrame(() => setTimeout(settle));
  };
}

/**
 * The shortest address of a view.
 * @param {View} view
 * @returns {string} with its question mark, or "" for a board as it comes
 */
export function writeView(view) {
  const parts = [];
  if (view.q) parts.push(`q=${encodeURIComponent(view.q)}`);
  for (const key of SINGLES) if (key !== "row" && view[key]) parts.push(`${key}=${view[key]}`);
  for (const key of LISTS) if (view[key].length) parts.push(`${key}=${view[key].join(",")}`);
  for (const key of Object.keys(view.limits).sort()) parts.push(`${key}=${view.limits[key]}`);
  if (view.calls) parts.push(`calls=${view.calls}`);
  if (view.full) parts.push("full=1");
  if (view.sort) parts.push(`sort=${view.sort}${view.reversed ? ".r" : ""}`);
  if (view.row) parts.push(`row=${view.row}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

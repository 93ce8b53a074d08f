// @ts-check
// Reads the file a board is scored from (src/CrmBench.Site/Browser/BoardData.cs writes it and explains its columns).

/**
 * @typedef {"grade" | "percent" | "seconds" | "usd"} Unit
 * @typedef {{ id: string, name: string, unit: Unit, better: "higher" | "lower", scale: [number, number] | null }} Head
 * @typedef {Head & { counted: boolean, parts: Metric[], index: number }} Metric `index` counts all metrics, each before its parts
 * @typedef {{ as_published: boolean, bands: { id: string, name: string, up_to: number | null }[] }} Tiers cheapest band first
 * @typedef {Head & { tiers: Tiers | null, metrics: Metric[], index: number }} Dimension
 * @typedef {{ id: string, name: string, area: string, type: string, calls: number | null, input: number | null,
 *   output: number | null, weight: number, path: string }} UseCase
 * @typedef {{ id: string, model: string, name: string, variant: string, label: string, provider: string, providerName: string,
 *   openness: string, page: string, source: string }} Row
 * @typedef {{ at: number, list: number, items: Int32Array, means: Float64Array[], averages: number[], counts: number[],
 *   judgments: number[] }} Group ratings of a row in one use case by one method; the last four by metric, means also by item (NaN: none)
 * @typedef {ReturnType<typeof readBoard>} Board
 */

const VERSION = 1;

/** @param {unknown} sound @param {string} what @returns {asserts sound} */
function expect(sound, what) {
  if (!sound) {
    throw new Error(`The data of this board cannot be read: ${what}. Reload the page; if it stays so, the file is damaged.`);
  }
}

/** @param {any} list @param {string} name @param {number} [length] @returns {any[]} */
function listOf(list, name, length) {
  expect(Array.isArray(list) && (length === undefined || list.length === length), `"${name}" is not a list of the right length`);
  return list;
}

/** A column of numbers, NaN for none. @param {any} column @param {string} name @param {number} length @param {number} [none] */
function numbers(column, name, length, none = NaN) {
  const all = new Float64Array(length).fill(none);
  if (column !== undefined) {
    listOf(column, name, length);
    for (let i = 0; i < length; i++) {
      if (column[i] !== null) {
        expect(typeof column[i] === "number", `"${name}" holds something else than numbers`);
        all[i] = column[i];
      }
    }
  }
  return all;
}

/** A column of positions below a limit. @param {any} column @param {string} name @param {number} length @param {number} limit */
function positions(column, name, length, limit) {
  const all = Int32Array.from(listOf(column, name, length));
  expect(all.every((at, i) => at === column[i] && at >= 0 && at < limit), `"${name}" points to nothing`);
  return all;
}

/** What each row's numbers begin at in the columns of all rows. @param {Int32Array} layouts @param {number[]} counts */
function starts(layouts, counts) {
  const all = new Int32Array(layouts.length + 1);
  layouts.forEach((layout, row) => (all[row + 1] = all[row] + counts[layout]));
  return all;
}

/** @param {any} runs first number and length of each run of neighbours */
function itemsOf(runs) {
  /** @type {number[]} */
  const items = [];
  for (let i = 0; i < listOf(runs, "items").length; i += 2) {
    expect(Number.isInteger(runs[i]) && runs[i + 1] > 0 && runs[i + 1] < 1e7, '"items" is not made of runs');
    for (let n = 0; n < runs[i + 1]; n++) {
      items.push(runs[i] + n);
    }
  }
  return Int32Array.from(items);
}

/**
 * The board in a file.
 * @param {unknown} source the file's text, or what it parses to
 * @throws {Error} where it is cut off, of another version or otherwise not what it should be
 */
export function readBoard(source) {
  /** @type {any} */
  let file = source;
  if (typeof source === "string") {
    try {
      file = JSON.parse(source);
    } catch {
      expect(false, "it is cut off");
    }
  }
  expect(file?.version === VERSION, `it has version ${file?.version}, this page reads version ${VERSION}`);
  for (const part of ["benchmark", "release", "method", "models", "providers", "rows", "figures", "groups"]) {
    expect(file[part] && typeof file[part] === "object", `"${part}" is missing`);
  }
  const { rows, models, providers, figures, groups } = file;
  /** @type {UseCase[]} */
  const useCases = listOf(file.use_cases, "use_cases");
  /** @type {Dimension[]} */
  const dimensions = listOf(file.dimensions, "dimensions");
  /** @type {Metric[]} */
  const metrics = [];
  dimensions.forEach((dimension, index) => {
    dimension.index = index;
    for (const metric of listOf(dimension.metrics, "metrics")) {
      for (const one of [metric, ...listOf(metric.parts, "parts")]) {
        one.index = metrics.push(one) - 1;
      }
    }
  });
  const rankBy = dimensions.findIndex((dimension) => dimension.id === file.rank_by);
  expect(rankBy >= 0, `there is no dimension "${file.rank_by}"`);

  const count = listOf(rows.submission, "submission").length;
  const modelCount = listOf(models.id, "id").length;
  const model = positions(rows.model, "model", count, modelCount);
  const provider = positions(models.provider, "provider", modelCount, listOf(providers.id, "id").length);
  const fileOf = positions(rows.file, "file", count, listOf(file.files, "files").length);
  const line = numbers(rows.line, "line", count);
  for (const [list, name, length] of [
    [rows.variant, "variant", count], [models.name, "name", modelCount], [models.openness, "openness", modelCount],
    [providers.name, "name", providers.id.length],
  ]) {
    listOf(list, name, length);
  }
  const complete = rows.complete;
  expect(complete >= 0 && rows.partial >= 0 && complete + rows.partial <= count, "there are fewer rows than it says");

  /** @type {number[][]} */
  const layouts = listOf(file.layouts, "layouts").map((layout) => listOf(layout, "layouts", metrics.length * useCases.length));
  const layoutOf = positions(rows.layout, "layout", count, layouts.length);
  const figureStart = starts(layoutOf, layouts.map((layout) => Math.max(0, ...layout)));
  const groupStart = starts(layoutOf, layouts.map((layout) => Math.max(0, ...layout.map((cell) => -cell))));
  const figureCount = figureStart[count];
  const groupCount = groupStart[count];
  /** @type {[basis: string, countOf: string][]} */
  const kinds = listOf(file.kinds, "kinds");
  /** @param {string} name @param {number} [none] */
  const column = (name, none) => numbers(figures[name], name, figureCount, none);

  const itemLists = listOf(file.items, "items").map(itemsOf);
  const rated = positions(file.rated, "rated", file.rated?.length, metrics.length);
  const at = positions(groups.at, "at", groupCount, Infinity);
  const listOfGroup = positions(groups.items, "items", groupCount, itemLists.length);
  const denominators = positions(groups.denominator, "denominator", groupCount, Infinity);
  listOf(groups.means, "means", groupCount).forEach((means, group) =>
    listOf(means, "means", rated.length).forEach((one) =>
      expect(one === "" || one?.length === itemLists[listOfGroup[group]].length, '"means" is not a list of the right length')));
  listOf(groups.judgments, "judgments", groupCount).forEach((counts) => listOf(counts, "judgments", rated.length));

  /** @param {string | (number | null)[]} written @param {Metric} metric @param {number} denominator */
  function meansOf(written, metric, denominator) {
    if (typeof written !== "string") {
      return numbers(written, "means", written.length);
    }
    const factor = metric.unit === "percent" ? 100 : 1;
    const lowest = (metric.scale?.[0] ?? 0) * denominator;
    return Float64Array.from(written, (character) => {
      const code = character.charCodeAt(0);
      return code === 32 ? NaN : (factor * (lowest + code - (code > 92 ? 36 : 35))) / denominator;
    });
  }

  /** @type {Group[]} */
  const known = [];
  /** @param {number} index @returns {Group} */
  function group(index) {
    if (!known[index]) {
      const list = listOfGroup[index];
      /** @type {Group} */
      const one = { at: at[index], list, items: itemLists[list], means: [], averages: [], counts: [], judgments: [] };
      rated.forEach((metric, i) => {
        const means = meansOf(groups.means[index][i], metrics[metric], denominators[index]);
        const present = means.filter((mean) => mean === mean);
        one.means[metric] = means;
        one.counts[metric] = present.length;
        one.averages[metric] = present.reduce((sum, mean) => sum + mean, 0) / present.length;
        one.judgments[metric] = groups.judgments[index][i];
      });
      known[index] = one;
    }
    return known[index];
  }

  /** @param {number} row @returns {Row} */
  function row(row) {
    const [id, of, variant] = [rows.submission[row], model[row], rows.variant[row]];
    const name = models.name[of];
    return {
      id, model: models.id[of], name, variant, label: variant ? `${name} (${variant})` : name,
      provider: providers.id[provider[of]], providerName: providers.name[provider[of]], openness: models.openness[of],
      page: models.path.replace("{}", models.id[of]),
      source: file.files[fileOf[row]].replace("{}", id) + (line[row] ? `#L${line[row]}` : ""),
    };
  }

  return {
    benchmark: /** @type {{ id: string, name: string, short: string, invented: boolean, level: number, noun: string }} */ (file.benchmark),
    release: /** @type {{ id: string, date: string }} */ (file.release),
    method: /** @type {{ id: string, name: string, judged_by: "people" | "programs" }} */ (file.method),
    /** Position of the dimension that orders the rows. */
    rankBy, useCases, dimensions,
    /** All metrics, each before its parts. */
    metrics,
    /** Number of rows; they stand in the order of display: complete ones, partial ones, those without a score. */
    count, complete: /** @type {number} */ (complete), partial: /** @type {number} */ (rows.partial), row,
    /** Of the whole board, one a complete row, NaN for none; `frontier` is 1 or 0. */
    rank: numbers(rows.rank, "rank", complete), best: numbers(rows.best, "best", complete),
    worst: numbers(rows.worst, "worst", complete), frontier: numbers(rows.frontier, "frontier", complete),
    smallest: /** @type {number | null} */ (rows.smallest),
    /** Per metric and use case 0 for nothing, n for the row's n-th figure, -n for the metric in its n-th group. */
    layouts, layoutOf, figureStart, groupStart, group,
    /** Columns of all figures; NaN for none, no degrees are infinite. */
    value: column("value"), error: column("error"), degrees: column("degrees", Infinity), low: column("low"), high: column("high"),
    figureCounts: column("count"), judgments: column("judgments"), band: column("band"),
    kind: positions(figures.kind, "kind", figureCount, kinds.length), kinds,
  };
}

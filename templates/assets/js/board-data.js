// @ts-check
// Reads the file that a board is scored from. src/CrmBench.Site/Browser writes it, templates/types/board.d.ts tells what is in it.

/** @import * as T from "../../types/board" */

const VERSION = 3;

/** @param {unknown} sound @param {string} what @returns {asserts sound} */
function expect(sound, what) {
  if (!sound) {
    throw new Error(`The data of this board cannot be read: ${what}. Reload the page.`);
  }
}

/** @param {any} list @param {string} name @param {number} [length] @returns {any[]} */
function listOf(list, name, length = list?.length) {
  expect(Array.isArray(list) && list.length === length, `"${name}" has not the right length`);
  return list;
}

/**
 * A column of positions below a limit; without a limit, of numbers, with something else where there is none. One number stands for a
 * column of the same.
 * @param {any} list @param {string} name @param {number} length @param {number} [limit] @param {number} [none]
 */
function column(list, name, length, limit, none = NaN) {
  const same = typeof list === "number";
  const all = new Float64Array(length).fill(same ? list : none);
  if (!same && !limit && !list) return all;
  const each = same ? [list] : listOf(list, name, length);
  for (let i = 0; i < each.length; i++) {
    const one = each[i];
    if (limit ? one >>> 0 !== one || one >= limit : one !== null && typeof one !== "number") {
      expect(false, `"${name}" holds ${one}`);
    }
    if (!same) all[i] = one ?? none;
  }
  return all;
}

/** @param {any} file its text, or what that parses to @returns {any} */
function parsed(file) {
  if (typeof file === "string") {
    try {
      file = JSON.parse(file);
    } catch {
      expect(false, "it is cut off");
    }
  }
  expect(file?.version === VERSION, `it has version ${file?.version} instead of ${VERSION}`);
  for (const name of ["benchmark", "release", "method", "models", "providers", "rows", "ranking", "figures", "groups"]) {
    expect(file[name] instanceof Object, `"${name}" is missing`);
  }
  return file;
}

/** What is measured, and where. @param {any} file @returns {Pick<T.Board, "useCases" | "dimensions" | "metrics" | "rankBy">} */
function measures(file) {
  const dimensions = listOf(file.dimensions, "dimensions");
  const metrics = dimensions.flatMap((dimension, index) => {
    dimension.index = index;
    return listOf(dimension.metrics, "metrics").flatMap((metric) => [metric, ...listOf(metric.parts, "parts")]);
  });
  metrics.forEach((metric, index) => (metric.index = index));
  const rankBy = dimensions.findIndex(({ id }) => id === file.rank_by);
  expect(rankBy >= 0, '"rank_by" is missing');
  return { useCases: listOf(file.use_cases, "use_cases"), dimensions, metrics, rankBy };
}

/** In a site with relative links, those of a file count from the file and not from the page. @param {string} address @param {string} from */
const reached = (address, from) => address[0] === "." ? new URL(address, new URL(from, location.href)).href : address;

/** The rows in words. @param {any} file @param {string} from @returns {Pick<T.Board, "count" | "complete" | "partial" | "row">} */
function words({ rows, models, providers, files, complete, partial }, from) {
  const count = listOf(rows.submission, "submission").length;
  const modelCount = listOf(models.id, "models").length;
  const providerCount = listOf(providers.id, "providers").length;
  listOf(rows.variant, "variant", count);
  listOf(models.name, "models", modelCount);
  listOf(models.openness, "openness", modelCount);
  listOf(providers.name, "providers", providerCount);
  const model = column(rows.model, "model", count, modelCount);
  const provider = column(models.provider, "provider", modelCount, providerCount);
  const source = column(rows.file, "file", count, listOf(files, "files").length);
  const line = column(rows.line, "line", count);
  const ownJudge = column(rows.own_judge, "own_judge", count);
  expect(complete >= 0 && partial >= 0 && complete + partial <= count, 'it has too few rows');
  return {
    count, complete, partial,
    row(i) {
      const [id, of, variant] = [rows.submission[i], model[i], rows.variant[i]];
      const name = models.name[of];
      return {
        id, model: models.id[of], name, variant, label: variant ? `${name} (${variant})` : name,
        provider: providers.id[provider[of]], providerName: providers.name[provider[of]], openness: models.openness[of], ownJudge: ownJudge[i] === 1,
        page: reached(models.path.replace("{}", models.id[of]), from),
        source: files[source[i]].replace("{}", id) + (line[i] ? `#L${line[i]}` : ""),
      };
    },
  };
}

/** Which cells the rows have. @param {any} file @param {number} count @param {number} size cells of a layout @returns {Pick<T.Board, "layouts" | "layoutOf" | "firstFigure" | "firstGroup">} */
function cells(file, count, size) {
  const layouts = listOf(file.layouts, "layouts").map((layout) => listOf(layout, "layouts", size));
  const layoutOf = column(file.rows.layout, "layout", count, layouts.length);
  /** @param {1 | -1} sign */
  const firsts = (sign) => {
    const sizes = layouts.map((layout) => Math.max(0, ...layout.map((cell) => sign * cell)));
    let next = 0;
    return Float64Array.from([...layoutOf, -1], (layout) => (next += sizes[layout] ?? 0) - (sizes[layout] ?? 0));
  };
  return { layouts, layoutOf, firstFigure: firsts(1), firstGroup: firsts(-1) };
}

/** @param {any} file @param {number} size @returns {Pick<T.Board, "figures">} */
function figures(file, size) {
  /** @param {string} name @param {number} [limit] @param {number} [none] */
  const of = (name, limit, none) => column(file.figures[name], name, size, limit, none);
  return {
    figures: {
      value: of("value"), error: of("error"), degrees: of("degrees", 0, Infinity), low: of("low"), high: of("high"), count: of("count"),
      band: of("band"), place: of("place"), belongs: of("belongs", 0, 0), kind: of("kind", listOf(file.kinds, "kinds").length),
    },
  };
}

/** The groups of ratings, each made when it is first asked for. @param {any} file @param {number} size @param {T.Metric[]} metrics @returns {(i: number, ratings: NonNullable<T.Board["ratings"]>) => T.Group} */
function groups({ groups, items: runs, rated, benchmark }, size, metrics) {
  const items = listOf(runs, "items").map((/** @type {number[]} */ of) => {
    const list = [];
    for (let i = 0; i < of.length; i += 2) {
      for (let n = 0; n < of[i + 1]; n++) {
        list.push(of[i] + n);
      }
    }
    return list;
  });
  const measured = Array.from(column(rated, "rated", rated?.length, metrics.length), (metric) => metrics[metric]);
  /** @param {string} name @param {number} [limit] */
  const of = (name, limit) => column(groups[name], name, size, limit);
  const [at, lists, denominators, places] = [of("at"), of("items", items.length), of("denominator"), of("place")];
  const means = listOf(groups.means, "means", size);
  means.forEach((ofGroup, i) => listOf(ofGroup, "means", measured.length).forEach((one) =>
    expect(one === "" || one?.length === items[lists[i]].length, '"means" has not the right length')));

  /** @type {T.Group[]} */
  const known = [];
  return (i, ratings) => known[i] ??= ratings.groupOf({
    at: at[i], place: places[i], list: lists[i], items: items[lists[i]], outside: 1 - benchmark.level,
    rated: measured, means: means[i], sizes: groups.sizes?.[i], denominator: denominators[i],
  });
}

/**
 * The board in a file.
 * @param {any} text of the file, or what that parses to
 * @param {string} [from] address of the file
 * @returns {T.Board}
 * @throws {Error} where it is cut off, of another version or otherwise not what it should be
 */
export function readBoard(text, from = "") {
  const file = parsed(text);
  const measured = measures(file);
  const named = words(file, from);
  const laid = cells(file, named.count, measured.metrics.length * measured.useCases.length);
  const [figureCount, groupCount] = [laid.firstFigure[named.count], laid.firstGroup[named.count]];
  /** @param {string} name */
  const ranking = (name) => column(file.ranking[name], name, file.complete);
  const group = groups(file, groupCount, measured.metrics);
  /** @type {T.Board} */
  const board = {
    benchmark: file.benchmark, release: file.release, method: file.method, kinds: file.kinds, correlations: file.correlations,
    ...measured, ...named, ...laid, ...figures(file, figureCount),
    ranking: { rank: ranking("rank"), best: ranking("best"), worst: ranking("worst") },
    rated: groupCount > 0, ratings: null,
    group: (i) => group(i, /** @type {NonNullable<T.Board["ratings"]>} */ (board.ratings)),
  };
  return board;
}

/**
 * The board in a file, with what scores ratings where it has any.
 * @param {any} file
 * @param {string} [from] address of the file, from which relative addresses in it count
 * @returns {Promise<T.Board>}
 */
export async function loadBoard(file, from = "") {
  const board = readBoard(file, from);
  if (board.rated) board.ratings = await import("./ratings.js");
  if (board.correlations) board.joined = (await import("./correlations.js")).joining(board.correlations);
  return board;
}

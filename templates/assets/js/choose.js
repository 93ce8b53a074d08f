// @ts-check
// Limits and weights to a short list, at every key: what is asked, the sentence and the list. What explains them comes after (choose-why.js).
import { named as modelOf, number, published, tier } from "./marks.js";
import { JITTER, REDRAWS, holds, rank, within } from "./choice.js";
import { SAME, WEIGHTS, percent, redrawn, timesOf } from "./choice-words.js";
import { all, el, need, none, svg } from "./dom.js";
import { capital, count, plural, spread, suffix, usd, value as shownValue, withUnit } from "./format.js";
import { rowsOf } from "./rows.js";
import { comparable, statedCalls } from "./score.js";
import { startAsking, yearlyCost } from "./ask.js";
import { listed, quoted } from "./verdicts.js";

/** @import { Board, Dimension, Scored } from "../../types/board.js" */
/** @import { Count } from "./choice-words.js" */
/** @import { Asked } from "./ask.js" */
/**
 * @typedef {object} Decision
 * @property {Asked} asked
 * @property {Count[]} criteria
 * @property {ReturnType<typeof rank>} ranked
 * @property {number[]} kept
 * @property {number[][]} beyond
 * @property {number[][]} lacking
 * @property {number} more rows that are not listed yet, if above 0
 * @property {boolean} priceless whether list prices were asked for and did not come
 */

/** Rows listed at once; the others are a click away. */
const MOST_LISTED = 40;

/** What being best is called, within a sentence: "Cheapest" becomes "cheapest", "CRM fairness" stays. @param {Dimension} measured */
const superlative = ({ best }) => /^[A-Z][a-z]/.test(best) ? best[0].toLowerCase() + best.slice(1) : best;

const main = need("[data-ask]");
const dials = need(".dials", main);
/** @type {Asked} */
let asked;
/** @type {Awaited<ReturnType<typeof import("./prices.js").loadPrices>> | null} what a call costs at list prices, once they are here */
let priced = null;
let [asking, priceless, unfolded] = [false, false, false];
/** @type {Promise<typeof import("./choose-why.js")> | null} */
let why = null;

const ask = startAsking(main, {
  begin, show,
  near: async () => (await import("./choose-form.js")).listenToDials(dials, () => asked.picks.weights ?? firstWeights(), ask.change),
});
need(".print", main).addEventListener("click", () => print());

/** @returns {HTMLInputElement[]} */
const inputs = (/** @type {string} */ type) => /** @type {HTMLInputElement[]} */ (all(`input[type=${type}]`, dials));

/** Dimensions that any complete row has over all use cases. @param {Scored} whole */
const measured = whole => whole.board.dimensions.filter(({ index }) => whole.order.complete.some(row => whole.covered(index)[row] > 0));

/** Whether all that complete rows have of a dimension was measured elsewhere. @param {Scored} whole @param {number} index */
const foreign = (whole, index) => whole.order.complete.every(row => !whole.covered(index)[row] || whole.apart(index)[row] > 1);

/** What ranks the rows counts twice as much as money, where at least half of the complete rows have that. @returns {Record<string, number>} */
function firstWeights() {
  const { board, whole, scored: { rankBy } } = asked;
  const { complete } = whole.order;
  const priced = (/** @type {Dimension} */ { unit, index }) => unit === "usd" && complete.filter(row => whole.covered(index)[row] === board.useCases.length && !whole.apart(index)[row]).length * 2 >= Math.max(4, complete.length);
  return Object.fromEntries(measured(whole).map(one => [one.id, one.index === rankBy ? 2 : priced(one) ? 1 : 0]));
}

/** From where to where the figures of a count go over the chosen use cases, in the reader's unit. @param {Dimension} dimension */
function span(dimension) {
  const { scored, board } = asked;
  const values = scored.order.complete.filter(row => scored.covered(dimension.index)[row] === scored.chosen.length).map(row => scored.values(dimension.index)[row]);
  return values.length ? [Math.min(...values), Math.max(...values)].map(value => shownValue(dimension, value)).join("–") + suffix(dimension) : `some ${board.benchmark.use_case.many} only`;
}

/** @param {Board} board @param {Scored} whole */
function begin(board, whole) {
  dials.replaceChildren(...measured(whole).map(dimension => {
    const { id, name, unit, better, index } = dimension;
    const atLeast = better === "higher";
    const told = `told-${id}`;
    return el("div", { class: "dial", "data-of": id },
      el("p", { class: "of" }, el("b", null, name), ...foreign(whole, index) ? [" ", el("span", { class: "apart" }, "measured elsewhere")] : [],
        ...unit === "usd" ? [" ", el("span", { class: "unit" }, `US$ per 1,000 ${board.benchmark.call.many}`)] : []),
      el("label", { class: "ask-box" }, el("span", { class: "bound" }, atLeast ? "at least" : "at most", el("span", { class: "sr" }, ` (${name})`)),
        el("input", { type: "text", name: `${atLeast ? "min" : "max"}.${id}`, "data-unit": unit, inputmode: "decimal", maxlength: "16", autocomplete: "off", "aria-describedby": told }),
        el("span", { class: "range" })),
      el("fieldset", { class: "weigh" }, el("legend", { class: "sr" }, `Weight of “${name}”`), ...WEIGHTS.map((word, weight) =>
        el("label", null, el("input", { type: "radio", name: id, value: String(weight) }), word))),
      el("p", { class: "told", id: told }));
  }));
}

/** @param {Asked} now */
function show(now) {
  if (asked?.board !== now.board) unfolded = false;
  asked = now;
  const { board, picks } = asked;
  const weights = picks.weights ?? firstWeights();
  for (const input of inputs("radio")) input.checked = Number(input.value) === (weights[input.name] ?? 0);
  for (const input of inputs("text")) {
    const limit = picks.limits[input.name];
    if (input !== document.activeElement) {
      input.value = limit === undefined ? "" : String(Number((limit * timesOf(input.dataset)).toPrecision(12)));
      input.ariaInvalid = "false";
      Object.assign(input.dataset, { wrong: "", note: "" });
    }
    const dial = /** @type {HTMLElement} */ (input.closest(".dial"));
    need(".range", dial).textContent = span(board.dimensions[board.dimensions.findIndex(({ id }) => id === dial.dataset.of)]);
    for (const unit of all(".of .unit", dial)) unit.textContent = `US$ ${now.per}`;
  }
  const wantsPrices = picks.input !== null || picks.output !== null;
  if (wantsPrices && !asking) {
    asking = true;
    import("./prices.js").then(({ loadPrices }) => loadPrices(main.dataset.prices ?? ""))
      .then(found => priced = found, () => priceless = true).then(() => show(asked));
  }
  decide(board.dimensions.map(dimension => criterion(dimension, weights[dimension.id] ?? 0)));
}

/** What a call of a row costs with the reader's own tokens; null where that is not known. @param {number} row */
function ownCost(row) {
  const { board, picks: { input, output } } = asked;
  return priced && (input !== null || output !== null) ? priced(rowsOf(board).all[row].model, input ?? 0, output ?? 0) : null;
}

/** @param {Dimension} dimension @param {number} weight @returns {Count} */
function criterion(dimension, weight) {
  const { scored, picks, board } = asked;
  const { index, id, unit, better, scale } = dimension;
  const values = comparable(scored, index, scored.order.complete);
  const errors = Float64Array.from(values, (value, row) => value === value && weight > 0 ? scored.dimension(row, index).se ?? NaN : NaN);
  if (unit === "usd") {
    for (let row = 0; row < board.count; row++) {
      const own = ownCost(row);
      if (own) [values[row], errors[row]] = [own.usd, NaN];
    }
  }
  const higher = better === "higher";
  return {
    dimension, values, errors, higher, ratios: !higher && (unit === "usd" || unit === "seconds" || unit === "minutes"), weight,
    bounds: unit === "percent" ? [0, 100] : unit === "share" ? [0, 1] : unit === "grade" && scale ? scale : [-Infinity, Infinity],
    limit: picks.limits[`${higher ? "min" : "max"}.${id}`] ?? null,
  };
}

/** @param {Count[]} criteria */
function decide(criteria) {
  const { scored, picks } = asked;
  const { kept, beyond, lacking } = within(criteria, scored.order.complete);
  const ranked = rank(criteria, kept, picks.board);
  const decision = { asked, criteria, ranked, kept, beyond, lacking, priceless, more: unfolded ? 0 : ranked.length - MOST_LISTED };
  ask.answer(sentence(criteria, ranked, kept.length, new Set(lacking.flat()).size));
  need(".answer", main).replaceChildren(...ranked.length ? [table(criteria, ranked)] : []);
  explain(decision);
}

/** Says what led to the answer, once the module for it is here; the answer itself does not wait. @param {Decision} decision */
async function explain(decision) {
  why ??= import("./choose-why.js");
  const { explained } = await why;
  if (decision.asked === asked) explained(main, decision, ask.change, unfold);
}

function unfold() {
  unfolded = true;
  show(asked);
}

const label = (/** @type {number} */ row) => rowsOf(asked.board).all[row].label;

/** @param {Count[]} criteria @param {Decision["ranked"]} ranked @param {number} kept @param {number} lacking rows without a figure that counts */
function sentence(criteria, ranked, kept, lacking) {
  const { board } = asked;
  const before = board.benchmark.invented ? "Invented data. " : "";
  if (!kept) return `${before}No complete row is within your limits. Below is what each limit removes.`;
  if (!ranked.length) return `${before}${plural(kept, "row")} within your limits. Give at least one count a weight.`;
  const [{ row, score, first }, next] = ranked;
  const more = lacking ? ` (${count(lacking)} more ${lacking > 1 ? "lack" : "lacks"} a figure that counts)` : "";
  const among = `${count(kept)} rows within your limits${more}`;
  if (!next) return `${before}${label(row)}: the only row ${more && "known to be "}within your limits${more}. There is nothing to compare it with.`;
  const equal = ranked.filter(one => score - one.score < SAME);
  if (equal.length > 1) {
    return `${before}No choice: of the ${among} ${listed(equal.map(one => label(one.row)))} come out equal, with ${score.toFixed(0)} of 100 each. `
      + "Change the weights, or set a limit.";
  }
  const best = criteria.filter(({ values, higher, weight }) => weight > 0
    && ranked.every(other => higher ? values[row] >= values[other.row] : values[row] <= values[other.row]));
  const reasons = best.length ? listed(best.map(({ dimension }) => superlative(dimension))) : "the best mix";
  return `${before}${label(row)}: ${reasons} of the ${among}. ${stability(criteria, ranked, first)}`;
}

/** How often the first comes first, said only of what was drawn anew. @param {Count[]} criteria @param {Decision["ranked"]} ranked @param {number} first */
function stability(criteria, ranked, first) {
  const drawn = redrawn(criteria, ranked);
  if (!drawn.length) {
    return `Stability unknown: the sources give no spread; moving the weights by ${percent(JITTER)} `
      + (holds(criteria, ranked) ? "does not change the pick." : first < 1 - SAME ? `changes the pick in ${percent(1 - first)} of ${count(REDRAWS)} redraws.` : "can change the pick.");
  }
  // Where no other row ever comes first, the next by score.
  const rival = ranked.slice(1).reduce((most, one) => one.first > most.first ? one : most);
  return `It comes first in ${percent(first)} of ${count(REDRAWS)} redraws of ${listed([...drawn.map(({ dimension }) => quoted(dimension)), "the weights"])}; `
    + `${rival === ranked[1] ? "runner-up" : "closest rival"}: ${label(rival.row)}, ${percent(rival.first)}.`;
}

/** All rows within the limits, best first. @param {Count[]} criteria @param {Decision["ranked"]} ranked */
function table(criteria, ranked) {
  const { board, scored, picks } = asked;
  const shown = criteria.filter(({ values }) => ranked.some(({ row }) => values[row] === values[row])).map(one => ({ ...one, elsewhere: foreign(scored, one.dimension.index) }));
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const money = shown.find(({ dimension }) => dimension.unit === "usd");
  const calls = money ? picks.calls ?? statedCalls(scored) : null;
  // One row gets all points and comes first always, which says nothing.
  const points = ranked.length > 1;
  const columns = [...points ? ["Score", "Comes first"] : [], ...shown.map(({ dimension }) => dimension.name), ...calls ? ["A year"] : []];
  const subs = [...points ? ["of 100", redrawn(criteria, ranked).length ? "in redraws" : "as weights move"] : [],
    ...shown.map(({ dimension, weight, elsewhere }) => [
      ...dimension.unit === "usd" ? [`US$ ${asked.per}`] : [], ...elsewhere ? ["measured elsewhere"] : [],
      ...!points ? [] : weight ? [`${Math.round(weight / total * 100)} % of the score`] : elsewhere ? [] : ["not weighed"],
    ].join(", ")), ...calls ? [`${count(calls)} ${board.benchmark.call.many}`] : []];
  const head = el("tr", null, el("th", { scope: "col" }, capital(board.benchmark.subject.one)),
    ...columns.map((name, i) => el("th", { scope: "col", class: "num" }, name, el("span", { class: "level" }, subs[i]))));
  const lines = (unfolded ? ranked : ranked.slice(0, MOST_LISTED)).map(({ row, score, first }, i) => {
    const cells = [...points ? [
      [svg("svg", { class: "interval", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
        svg("path", { class: "track", d: "M0 5h100" }), svg("path", { class: "fill", d: `M0 5H${Math.round(score)}` })), el("b", null, score.toFixed(0))],
      [percent(first)]] : [], ...shown.map(one => figure(one, row)), ...money && calls ? [[yearText(money.dimension.index, row)]] : []];
    return el("tr", i ? null : { class: "first" }, el("th", { scope: "row" }, ...modelOf(rowsOf(board).all[row])),
      ...cells.map((cell, at) => el("td", { class: "num", "data-name": columns[at] }, ...cell)));
  });
  const caption = `${plural(ranked.length, "row", "rows")} within your limits, best first`;
  return el("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": caption }, el("table", { class: "plain chosen-rows" },
    el("caption", { class: "sr" }, caption), el("thead", null, head), el("tbody", null, ...lines)));
}

/** What a figure of a row says; what holds for the whole column stands in its head. @param {Count & { elsewhere: boolean }} criterion @param {number} row @returns {(Node | string)[]} */
function figure({ dimension, values, elsewhere }, row) {
  const { unit, index } = dimension;
  const { board, scored, picks } = asked;
  const score = scored.dimension(row, index);
  const note = (/** @type {string} */ text) => el("span", { class: "note" }, text);
  const own = unit === "usd" ? ownCost(row) : null;
  if (own) return [shownValue("usd", own.usd), note(`list price${own.until ? ` until ${own.until}` : ""} × your tokens`)];
  const band = score.tier ? [tier(board, index, score.tier), " "] : [];
  if (!(values[row] === values[row])) return [...band, ...score.value === null ? [none("not measured")] : [withUnit(dimension, score.value), note(`some ${board.benchmark.use_case.many} only`)]];
  const kept = unit === "usd" && (picks.input !== null || picks.output !== null);
  const sure = kept ? "as measured, no list price" : score.low !== null && score.high !== null ? spread(dimension, score.low, score.high, values[row]) : "";
  return [...band, ...number(dimension, elsewhere ? { ...score, apart: "" } : score), ...sure ? [note(sure)] : [], ...published(scored, row, index)];
}

/** @param {number} money @param {number} row */
function yearText(money, row) {
  const amount = yearlyCost(asked.scored, money, row, asked.picks.calls, ownCost(row)?.usd);
  return amount === null ? none("not known") : usd(amount);
}

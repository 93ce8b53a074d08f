// @ts-check
// Limits and weights to a short list, with what each limit removed and how often the choice would hold.
import { named as modelOf, number, tier } from "./marks.js";
import { JITTER, REDRAWS, holds, rank, within } from "./choice.js";
import { all, el, need, none, svg } from "./dom.js";
import { capital, count, plural, spread, suffix, usd, value as shownValue, withUnit } from "./format.js";
import { HEAVIEST } from "./picks.js";
import { rowsOf } from "./rows.js";
import { comparable } from "./score.js";
import { startAsking, yearlyCalls, yearlyCost } from "./ask.js";
import { listed, quoted } from "./verdicts.js";

/** @import { Board, Dimension, Scored } from "../../types/board.js" */
/** @import { Criterion } from "./choice.js" */
/** @import { Asked } from "./ask.js" */

const RUNNERS_UP = 5;
const MOST_NAMED = 12;
/** Scores nearer than this are equal but for rounding. */
const SAME = 1e-9;

/** What being best is called, within a sentence: "Cheapest" becomes "cheapest", "CRM fairness" stays. @param {Dimension} measured */
const superlative = ({ best }) => /^[A-Z][a-z]/.test(best) ? best[0].toLowerCase() + best.slice(1) : best;

const main = need("[data-ask]");
const dials = need(".dials", main);
/** @type {Asked} */
let asked;
/** @type {Awaited<ReturnType<typeof import("./prices.js").loadPrices>> | null} what a call costs at list prices, once they are here */
let priced = null;
let [asking, priceless] = [false, false];

const ask = startAsking(main, { begin, show });
dials.addEventListener("input", event => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  if (input.type === "range") tellShares(dialled());
});
dials.addEventListener("change", event => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  if (input.type === "range") ask.change({ weights: dialled() });
  else ask.change({ limits: limited() });
});

/** @returns {HTMLInputElement[]} */
const inputs = (/** @type {string} */ type) => /** @type {HTMLInputElement[]} */ (all(`input[type=${type}]`, dials));
const dialled = () => Object.fromEntries(inputs("range").map(input => [input.name, Number(input.value)]));
const limited = () => Object.fromEntries(inputs("number").filter(({ value, validity }) => value !== "" && validity.valid)
  .map(({ name, value }) => [name, Number(value)]));

/** @param {Record<string, number>} weights */
function tellShares(weights) {
  const total = Object.values(weights).reduce((sum, one) => sum + one, 0);
  for (const input of inputs("range")) {
    const text = `${total ? Math.round(weights[input.name] / total * 100) : 0} %`;
    need("output", input.parentElement ?? dials).textContent = text;
    input.setAttribute("aria-valuetext", `${text} of the score`);
  }
}

/** Dimensions that any complete row has over all use cases. @param {Scored} whole */
const measured = whole => whole.board.dimensions.filter(({ index }) => whole.order.complete.some(row => whole.covered(index)[row] > 0));

/** Whether all that complete rows have of a dimension was measured elsewhere. @param {Scored} whole @param {number} index */
const foreign = (whole, index) => whole.order.complete.every(row => !whole.covered(index)[row] || whole.apart(index)[row] > 1);

/** The board's own dimension counts twice as much as money, where at least half of the complete rows have that. @param {Scored} whole @returns {Record<string, number>} */
function firstWeights(whole) {
  const { board } = whole;
  const priced = (/** @type {Dimension} */ { unit, index }) => unit === "usd" && index !== board.rankBy
    && whole.order.complete.filter(row => whole.covered(index)[row] === board.useCases.length && !whole.apart(index)[row]).length * 2 >= Math.max(4, whole.order.complete.length);
  return Object.fromEntries(measured(whole).map(one => [one.id, one.index === board.rankBy ? 2 : priced(one) ? 1 : 0]));
}

/** @param {Board} board @param {Scored} whole */
function begin(board, whole) {
  dials.replaceChildren(el("p", { class: "dial head", "aria-hidden": "true" }, ...["What counts", "Limit", "Weight"].map(name => el("span", null, name))),
    ...measured(whole).map(dimension => {
      const { id, name, unit, better, index } = dimension;
      const atLeast = better === "higher";
      const values = whole.order.complete.filter(row => whole.covered(index)[row] === board.useCases.length).map(row => whole.values(index)[row]);
      const span = values.length ? [Math.min(...values), Math.max(...values)].map(value => shownValue(dimension, value)).join("–") + suffix(dimension) : `over some ${board.benchmark.use_case.many} only`;
      const limit = el("input", { type: "number", name: `${atLeast ? "min" : "max"}.${id}`, min: "0", max: "999999999", step: "any", inputmode: "decimal", autocomplete: "off" });
      const weight = el("input", { type: "range", name: id, min: "0", max: String(HEAVIEST), step: "1", "aria-label": `Weight of “${name}”` });
      return el("div", { class: "dial" },
        el("span", { class: "of" }, name, ...foreign(whole, index) ? [" ", el("span", { class: "apart" }, "measured elsewhere")] : [], " ", el("span", { class: "unit" }, span + (unit === "usd" && values.length ? ` ${board.benchmark.noun}` : ""))),
        el("label", null, el("span", { class: "how" }, atLeast ? "at least" : "at most", el("span", { class: "sr" }, ` (${name})`)), limit),
        el("span", { class: "weigh" }, weight, el("output", null)));
    }));
}

/** @param {Asked} now */
function show(now) {
  asked = now;
  const { board, whole, picks } = asked;
  const weights = picks.weights ?? firstWeights(whole);
  for (const input of inputs("range")) input.value = String(weights[input.name] ?? 0);
  for (const input of inputs("number")) if (input !== document.activeElement || input.validity.valid) input.value = String(picks.limits[input.name] ?? "");
  tellShares(dialled());
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

/** @param {Dimension} dimension @param {number} weight @returns {Criterion & { dimension: Dimension }} */
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

/** @param {(Criterion & { dimension: Dimension })[]} criteria */
function decide(criteria) {
  const { scored, picks } = asked;
  const complete = scored.order.complete;
  const { kept, beyond, lacking } = within(criteria, complete);
  const ranked = rank(criteria, kept, picks.board);
  ask.answer(sentence(criteria, ranked, kept.length));
  need(".answer", main).replaceChildren(
    ...ranked.length ? [table(criteria, ranked.slice(0, 1 + RUNNERS_UP)), ...steadiness(criteria, ranked)] : [],
    ...leftOut(criteria, beyond, lacking));
}

const label = (/** @type {number} */ row) => rowsOf(asked.board).all[row].label;
const percent = (/** @type {number} */ share) => {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? "under 1 %" : whole === 100 && share < 1 - 1e-9 ? "over 99 %" : `${whole} %`;
};

/** @param {(Criterion & { dimension: Dimension })[]} criteria @param {ReturnType<typeof rank>} ranked @param {number} kept */
function sentence(criteria, ranked, kept) {
  const { board } = asked;
  const before = board.benchmark.invented ? "Invented data. " : "";
  if (!kept) return `${before}No complete row is within your limits. Below is what each limit removes.`;
  if (!ranked.length) return `${before}${plural(kept, "row")} within your limits. Give at least one count a weight.`;
  const [{ row, score, first }, next] = ranked;
  if (!next) return `${before}${label(row)}: the only row within your limits.`;
  const equal = ranked.filter(one => score - one.score < SAME);
  if (equal.length > 1) {
    return `${before}No choice: of the ${count(kept)} rows within your limits ${listed(equal.map(one => label(one.row)))} come out equal, with ${score.toFixed(0)} of 100 each. `
      + "Change the weights, or set a limit.";
  }
  const best = criteria.filter(({ values, higher, weight }) => weight > 0
    && ranked.every(other => higher ? values[row] >= values[other.row] : values[row] <= values[other.row]));
  const why = best.length ? listed(best.map(({ dimension }) => superlative(dimension))) : "the best mix";
  return `${before}${label(row)}: ${why} of the ${count(kept)} rows within your limits. ${stability(criteria, ranked, first)}`;
}

/** How often the first comes first, said only of what was drawn anew. @param {(Criterion & { dimension: Dimension })[]} criteria @param {ReturnType<typeof rank>} ranked @param {number} first */
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

/** The weighted counts of which any row has a spread. @param {(Criterion & { dimension: Dimension })[]} criteria @param {ReturnType<typeof rank>} ranked */
const redrawn = (criteria, ranked) => criteria.filter(({ errors, weight }) => weight > 0 && ranked.some(({ row }) => errors[row] > 0));

/** @param {(Criterion & { dimension: Dimension })[]} criteria @param {ReturnType<typeof rank>} ranked */
function table(criteria, ranked) {
  const { board, scored, picks } = asked;
  const shown = criteria.filter(({ values }) => ranked.some(({ row }) => values[row] === values[row]));
  const money = shown.find(({ dimension }) => dimension.unit === "usd");
  const calls = picks.calls ?? yearlyCalls(scored);
  const heading = (/** @type {string} */ name, /** @type {string} */ sub) => el("th", { scope: "col", class: "num" }, name, el("span", { class: "level" }, sub));
  const head = el("tr", null, el("th", { scope: "col" }, capital(board.benchmark.subject.one)), heading("Score", "of 100"), heading("Comes first", redrawn(criteria, ranked).length ? "in redraws" : "as weights move"),
    ...shown.map(({ dimension, weight }) => heading(dimension.name, weight ? "" : "not weighed")),
    ...money && calls ? [heading("A year", `${count(calls)} calls`)] : []);
  const lines = ranked.map(({ row, score, first }, i) => {
    return el("tr", i ? null : { class: "first" },
      el("th", { scope: "row" }, ...modelOf(rowsOf(board).all[row])),
      el("td", { class: "num" }, svg("svg", { class: "interval", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
        svg("path", { class: "track", d: "M0 5h100" }), svg("path", { class: "fill", d: `M0 5H${Math.round(score)}` })), el("b", null, score.toFixed(0))),
      el("td", { class: "num" }, percent(first)),
      ...shown.map(one => el("td", { class: "num" }, ...figure(one, row))),
      ...money && calls ? [el("td", { class: "num" }, yearText(money.dimension.index, row))] : []);
  });
  return el("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": "The choice and its runners-up" }, el("table", { class: "plain chosen-rows" },
    el("caption", { class: "sr" }, "The choice and its runners-up"), el("thead", null, head), el("tbody", null, ...lines)));
}

/** @param {Criterion & { dimension: Dimension }} criterion @param {number} row @returns {(Node | string)[]} */
function figure({ dimension, values }, row) {
  const { unit, index } = dimension;
  const { board, scored } = asked;
  const score = scored.dimension(row, index);
  const own = unit === "usd" ? ownCost(row) : null;
  if (own) return [usd(own.usd), el("span", { class: "note" }, `list price${own.until ? ` until ${own.until}` : ""} × your tokens`)];
  if (!(values[row] === values[row])) return [...score.tier ? [tier(board, index, score.tier), " "] : [], score.value === null ? none("not measured") : withUnit(dimension, score.value), ...score.value === null ? [] : [el("span", { class: "note" }, `some ${board.benchmark.use_case.many} only`)]];
  const sure = score.low !== null && score.high !== null ? spread(dimension, score.low, score.high, values[row]) : "no interval";
  const kept = asked.picks.input !== null || asked.picks.output !== null;
  return [...score.tier ? [tier(board, index, score.tier), " "] : [], ...number(dimension, score), el("span", { class: "note" }, unit === "usd" && kept ? "as measured, no list price" : sure)];
}

/** @param {number} money @param {number} row */
function yearText(money, row) {
  const amount = yearlyCost(asked.scored, money, row, asked.picks.calls, ownCost(row)?.usd);
  return amount === null ? none("not known") : usd(amount);
}

/** @param {(Criterion & { dimension: Dimension })[]} criteria @param {ReturnType<typeof rank>} ranked @returns {Node[]} */
function steadiness(criteria, ranked) {
  if (ranked.length < 2) return [];
  const first = ranked[0].first;
  const drawn = redrawn(criteria, ranked);
  const fixed = criteria.filter(({ errors, weight }) => weight > 0 && ranked.some(({ row }) => !(errors[row] > 0)));
  const held = fixed.map(({ dimension, errors }) => {
    const without = ranked.filter(({ row }) => !(errors[row] > 0)).length;
    return without === ranked.length ? quoted(dimension) : `${quoted(dimension)} of ${plural(without, "row")}`;
  });
  const word = first >= 0.9 ? (fixed.length ? "The choice is steady in what was redrawn." : "The choice is steady.")
    : first >= 0.6 ? "The choice is likely, not certain." : "It is a close call: the runners-up may serve you as well.";
  const said = drawn.length ? `${word} Each redraw takes figures anew from their intervals and moves every weight by up to ${percent(JITTER)}.` : "";
  return [el("p", { class: "measure" }, [said, held.length ? `Held fixed, because no standard error is known: ${listed(held)}.` : "",
    ranked.length === 2 ? "With two rows each gets all or nothing on every count: the points repeat your weights, and do not say by how much the rows differ." : ""].filter(Boolean).join(" "))];
}

/** @param {(Criterion & { dimension: Dimension })[]} criteria @param {number[][]} beyond @param {number[][]} lacking @returns {Node[]} */
function leftOut(criteria, beyond, lacking) {
  const { board, scored } = asked;
  const entry = (/** @type {string} */ what, /** @type {readonly number[]} */ rows, /** @type {(Node | string)[]} */ more = []) =>
    rows.length ? [el("li", null, el("strong", null, what), `: ${named(rows)}`, ...more)] : [];
  const incomplete = [...scored.order.partial, ...scored.order.unscored];
  const entries = [
    ...criteria.flatMap(({ dimension, limit, higher }, i) =>
      limit === null ? [] : entry(`${dimension.name} ${higher ? "below" : "above"} ${withUnit(dimension, limit)}`, beyond[i])),
    ...criteria.flatMap(({ dimension }, i) => entry(`No figure for ${quoted(dimension)} over all chosen ${board.benchmark.use_case.many}`, lacking[i], hint(dimension, lacking[i]))),
    ...entry(`Not measured in all chosen ${board.benchmark.use_case.many}`, incomplete),
  ];
  const notes = priceless ? [el("p", null, "The list prices could not be loaded: costs are shown as measured.")] : [];
  if (!entries.length) return notes;
  const out = new Set([...beyond.flat(), ...lacking.flat(), ...incomplete]).size;
  return [...notes, el("h2", null, `Left out: ${plural(out, "row")} of ${count(board.count)}`), el("ul", { class: "left-out" }, ...entries)];
}

/**
 * The use case without which most of the rows would have a figure, for the reader to leave out.
 * @param {Dimension} dimension @param {readonly number[]} rows @returns {(Node | string)[]}
 */
function hint({ index }, rows) {
  const { board, scored, picks } = asked;
  const { chosen } = scored;
  if (chosen.length < 2) return [];
  const won = chosen.map(without => rows.filter(row => chosen.every(at => at === without || scored.useCase(row, index, at).value !== null)).length);
  const most = Math.max(...won);
  if (!most) return [];
  const { id, name } = board.useCases[chosen[won.indexOf(most)]];
  const button = el("button", { type: "button", class: "plain-button" }, `Leave out ${name}: ${plural(most, "row")} more`);
  button.addEventListener("click", () => ask.change({ not: [...picks.not, id] }));
  return [" ", button];
}

/** @param {readonly number[]} rows */
function named(rows) {
  const names = rows.slice(0, MOST_NAMED).map(label);
  return `${plural(rows.length, "row")} (${rows.length > MOST_NAMED ? `${names.join(", ")} and ${count(rows.length - MOST_NAMED)} more` : listed(names)})`;
}

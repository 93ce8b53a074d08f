// @ts-check
// What led to a choice: what would change it, every row in a drawing, the best on each count, how steady it is, and what each limit removed.
import { choiceChart } from "./choose-chart.js";
import { JITTER, score, within } from "./choice.js";
import { SAME, WEIGHTS, percent, redrawn } from "./choice-words.js";
import { el, need } from "./dom.js";
import { capital, count, plural, value as shownValue, suffix, withUnit } from "./format.js";
import { rowsOf } from "./rows.js";
import { listed, quoted } from "./verdicts.js";

/** @import { Dimension } from "../../types/board.js" */
/** @import { Count } from "./choice-words.js" */
/** @import { Decision } from "./choose.js" */
/** @typedef {(picks: Partial<import("./picks.js").Picks>) => void} Change */

const MOST_NAMED = 12;
const MOST_CHANGES = 4;

/** @param {HTMLElement} main @param {Decision} decision @param {Change} change @param {() => void} unfold lists all rows */
export function explained(main, decision, change, unfold) {
  const { ranked, kept } = decision;
  tellLimits(decision, main);
  need(".asked-for", main).replaceChildren(...asked(decision, main));
  need(".answer", main).append(
    ...decision.more > 0 ? [pressed(`Show ${plural(decision.more, "row", "rows")} more`, unfold)] : [],
    ...ranked.length > 1 ? [el("p", { class: "change" }, changes(decision), ...decision.criteria.flatMap(one => sharing(decision, one, change)))] : [],
    el("div", { class: "evidence" }, choiceChart(decision), ...kept.length ? [best(decision)] : []),
    ...steadiness(decision),
    ...leftOut(decision, change));
}

/** @param {string} text @param {() => void} then */
function pressed(text, then) {
  const button = el("button", { type: "button", class: "plain-button" }, text);
  button.addEventListener("click", then);
  return button;
}

/** What each limit does and what was typed that cannot be read, beside it. @param {Decision} decision @param {HTMLElement} main */
function tellLimits({ criteria, beyond, lacking, asked: { scored } }, main) {
  const rows = scored.order.complete.length;
  criteria.forEach(({ dimension, limit, weight }, i) => {
    const dial = /** @type {HTMLElement | null} */ (main.querySelector(`[data-of="${dimension.id}"]`));
    if (!dial) return;
    const { wrong, note } = need("input", dial).dataset;
    const removed = beyond[i].length + lacking[i].length;
    const text = wrong || (limit === null ? "" : removed >= rows ? "No row keeps this limit." : removed ? `removes ${count(removed)} of ${plural(rows, "row")}` : "This limit removes nothing.");
    need(".told", dial).textContent = [text, note, weight > 3 ? `weight ${weight}, from the address` : ""].filter(Boolean).join("; ");
  });
}

/** What was asked, for a sheet of paper: the form does not stand on it. @param {Decision} decision @param {HTMLElement} main @returns {(Node | string)[]} */
function asked({ criteria, asked: { board, scored, picks, per } }, main) {
  const select = /** @type {HTMLSelectElement} */ (need("select", main));
  const limits = criteria.flatMap(({ dimension, limit, higher }) => limit === null ? [] : [`${quoted(dimension)} ${higher ? "at least" : "at most"} ${money(dimension, limit, per)}`]);
  const weights = criteria.flatMap(({ dimension, weight }) => weight ? [`${quoted(dimension)} ${WEIGHTS[weight] ?? weight}`] : []);
  const cases = board.useCases.length < 2 ? "" : ` ${capital(board.benchmark.use_case.many)}: ${scored.whole ? `all ${count(board.useCases.length)}` : listed(scored.chosen.map(at => board.useCases[at].name))}.`;
  return [
    `${board.benchmark.name}: ${select.selectedOptions[0].text}, released ${board.release.date}.${cases}`,
    ` Limits: ${limits.length ? limits.join(", ") : "none"}. Weights: ${weights.length ? weights.join(", ") : "none"}.`,
    ...picks.calls ? [` ${count(picks.calls)} ${board.benchmark.call.many} a year.`] : [], el("br", null), location.href,
  ];
}

/** A figure with its unit; money for as many calls as the form asks for. @param {Dimension} dimension @param {number} figure @param {string} per */
const money = (dimension, figure, per) => withUnit(dimension, figure) + (dimension.unit === "usd" ? ` ${per}` : "");

/** @param {Decision} decision @param {number} row */
const labelIn = ({ asked: { board } }, row) => rowsOf(board).all[row].label;

/** The one change of a limit or a weight that would bring another row to the front, count by count. @param {Decision} decision */
function changes(decision) {
  const { criteria, ranked, asked: { scored } } = decision;
  const first = ranked[0].row;
  const firstWith = (/** @type {number} */ i, /** @type {Partial<Count>} */ altered) => {
    const others = criteria.map((one, at) => at === i ? { ...one, ...altered } : one);
    const found = score(others, within(others, scored.order.complete).kept);
    return found.length && !(found[1] && found[0].score - found[1].score < SAME) && found[0].row !== first ? labelIn(decision, found[0].row) : "";
  };
  const said = criteria.flatMap(({ dimension, limit, weight, values }, i) => {
    if (!scored.order.complete.some(row => values[row] === values[row])) return [];
    const freed = limit === null ? "" : firstWith(i, { limit: null });
    const steps = WEIGHTS.map((_, step) => step).filter(step => step !== weight).sort((a, b) => Math.abs(a - weight) - Math.abs(b - weight));
    const step = steps.find(one => firstWith(i, { weight: one }));
    // Rows that merely lack the figure drop out where it comes to count: a row that is best only for that is not called so without a word.
    const lost = weight || limit !== null ? 0 : ranked.filter(({ row }) => !(values[row] === values[row])).length;
    const as = lost && step ? `, as ${plural(lost, "row")} without that figure ${lost > 1 ? "drop" : "drops"} out` : "";
    return [
      ...freed ? [`no limit on ${quoted(dimension)} (then ${freed})`] : [],
      ...step === undefined ? [] : [`${quoted(dimension)} ${step ? `at ${WEIGHTS[step]} weight` : WEIGHTS[0]} (then ${firstWith(i, { weight: step })}${as})`],
    ];
  });
  return said.length ? `What would change the pick: ${said.slice(0, MOST_CHANGES).join(", ")}.`
    : "What would change the pick: nothing that is set alone. It stays with any one limit taken away and any one weight set otherwise.";
}

/**
 * Offers to weigh a count over the use cases that all rows with any figure on it have one for, where more rows then have it.
 * @param {Decision} decision @param {Count} criterion @param {Change} change @returns {(Node | string)[]}
 */
function sharing({ criteria, asked: { board, scored } }, { dimension, weight }, change) {
  const { id, index } = dimension;
  const rows = scored.order.complete.filter(row => scored.covered(index)[row] && scored.apart(index)[row] < 2);
  const over = scored.chosen.filter(at => rows.every(row => scored.useCase(row, index, at).value !== null));
  const now = rows.filter(row => scored.covered(index)[row] === scored.chosen.length).length;
  if (!over.length || now === rows.length) return [];
  const weights = Object.fromEntries(criteria.map(one => [one.dimension.id, one.weight]));
  return [" ", pressed(
    `Weigh ${quoted(dimension)} over the ${plural(over.length, board.benchmark.use_case.one, board.benchmark.use_case.many)} for which ${plural(rows.length, "row has", "rows have")} it`,
    () => change({ uc: over.map(at => board.useCases[at].id), weights: { ...weights, [id]: weight || 1 } }))];
}

/** The best row within the limits on each count, beside the pick. @param {Decision} decision */
function best(decision) {
  const { criteria, kept, ranked, asked: { board, scored, per } } = decision;
  const pick = ranked[0]?.row;
  const lines = criteria.flatMap(({ dimension, values, higher }) => {
    const rows = kept.filter(row => values[row] === values[row]);
    if (!rows.length) return [];
    const top = rows.reduce((most, row) => (higher ? values[row] > values[most] : values[row] < values[most]) ? row : most);
    const alike = rows.filter(row => values[row] === values[top]);
    const figure = (/** @type {number | undefined} */ row) => row === undefined || !(values[row] === values[row]) ? "\u2014" : shownValue(dimension, values[row]) + suffix(dimension);
    const isPick = pick !== undefined && alike.includes(pick);
    return [el("tr", isPick ? { class: "is-pick" } : null, el("th", { scope: "row" }, dimension.name, ...dimension.unit === "usd" ? [el("span", { class: "level" }, `US$ ${per}`)] : []),
      el("td", null, el("bdi", null, labelIn(decision, isPick ? pick : top)), ...alike.length > 1 ? [` and ${count(alike.length - 1)} more`] : [],
        ...rows.length < kept.length ? [el("span", { class: "level" }, `of the ${plural(rows.length, "row")} with this figure`)] : []),
      el("td", { class: "num" }, figure(top)),
      ...pick === undefined ? [] : [el("td", { class: "num" }, isPick ? "the pick" : figure(pick))])];
  });
  const caption = `The best on each count, of ${plural(kept.length, "row")} within your limits`;
  return el("div", { class: "best-counts" }, el("h2", null, "The best on each count"), el("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": caption },
    el("table", { class: "plain" }, el("caption", { class: "sr" }, caption),
      el("thead", null, el("tr", null, ...["Count", "Best", "Figure", ...pick === undefined ? [] : ["The pick"]].map((name, i) => el("th", { scope: "col", ...i > 1 ? { class: "num" } : {} }, name)))),
      el("tbody", null, ...lines))),
  ...scored.whole ? [] : [el("p", { class: "muted" }, `Over ${plural(scored.chosen.length, board.benchmark.use_case.one, board.benchmark.use_case.many)}.`)]);
}

/** @param {Decision} decision @returns {Node[]} */
function steadiness({ criteria, ranked }) {
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

/** @param {Decision} decision @param {Change} change @returns {Node[]} */
function leftOut(decision, change) {
  const { criteria, beyond, lacking, priceless, asked: { board, scored } } = decision;
  const entry = (/** @type {string} */ what, /** @type {readonly number[]} */ rows, /** @type {(Node | string)[]} */ more = []) =>
    rows.length ? [el("li", null, el("strong", null, what), `: ${named(decision, rows)}`, ...more)] : [];
  const incomplete = [...scored.order.partial, ...scored.order.unscored];
  const entries = [
    ...criteria.flatMap(({ dimension, limit, higher }, i) =>
      limit === null ? [] : entry(`${dimension.name} ${higher ? "below" : "above"} ${money(dimension, limit, decision.asked.per)}`, beyond[i])),
    ...criteria.flatMap(({ dimension }, i) => entry(`No figure for ${quoted(dimension)} over all chosen ${board.benchmark.use_case.many}`, lacking[i], hint(decision, dimension, lacking[i], change))),
    ...entry(`Not measured in all chosen ${board.benchmark.use_case.many}`, incomplete),
  ];
  const notes = priceless ? [el("p", null, "The list prices could not be loaded: costs are shown as measured.")] : [];
  if (!entries.length) return notes;
  const out = new Set([...beyond.flat(), ...lacking.flat(), ...incomplete]).size;
  return [...notes, el("h2", null, `Left out: ${plural(out, "row")} of ${count(board.count)}`), el("ul", { class: "left-out" }, ...entries)];
}

/**
 * The use case without which most of the rows would have a figure, for the reader to leave out.
 * @param {Decision} decision @param {Dimension} dimension @param {readonly number[]} rows @param {Change} change @returns {(Node | string)[]}
 */
function hint({ asked: { board, scored } }, { index }, rows, change) {
  const { chosen } = scored;
  if (chosen.length < 2) return [];
  const won = chosen.map(without => rows.filter(row => chosen.every(at => at === without || scored.useCase(row, index, at).value !== null)).length);
  const most = Math.max(...won);
  if (!most) return [];
  const { id, name } = board.useCases[chosen[won.indexOf(most)]];
  return [" ", pressed(`Leave out ${name}: ${plural(most, "row")} more`, () => change({ uc: chosen.map(at => board.useCases[at].id).filter(one => one !== id) }))];
}

/** @param {Decision} decision @param {readonly number[]} rows */
function named(decision, rows) {
  const names = rows.slice(0, MOST_NAMED).map(row => labelIn(decision, row));
  return `${plural(rows.length, "row")} (${rows.length > MOST_NAMED ? `${names.join(", ")} and ${count(rows.length - MOST_NAMED)} more` : listed(names)})`;
}

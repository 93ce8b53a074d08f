// @ts-check
// What the pages for comparing and choosing share: a board, its use cases and the calls a year, in a form and in the address.
import { el, need, whenNear } from "./dom.js";
import { loadBoard } from "./board-data.js";
import { scoreBoard, statedCalls } from "./score.js";
import { rowsOf } from "./rows.js";
import { capital, count } from "./format.js";
import { NUMBERS, boardIn, plainPicks, readPicks, writePicks } from "./picks.js";

/** @import { Board, Scored } from "../../types/board.js" */
/** @import { Picks } from "./picks.js" */
/** @typedef {{ board: Board, whole: Scored, scored: Scored, picks: Picks, per: string }} Asked per says what money is for: "per 1,000 tasks" */

/**
 * @typedef {object} Page what a page does with a board
 * @property {(board: Board, whole: Scored) => void} begin told of each board once it is there
 * @property {(asked: Asked) => void} show
 * @property {() => Promise<void>} near brings what the page's own fields need once somebody came near
 * @property {import("../../types/board.js").Comparing} [compare] where rows are compared
 */

/**
 * @typedef {object} State what was asked, and what is there to answer it
 * @property {HTMLElement} main
 * @property {Page} page
 * @property {HTMLFormElement} form
 * @property {Map<string, Promise<Board>>} boards by their files
 * @property {{ board: Board, whole: Scored } | null} current
 * @property {Scored | null} scored over the chosen use cases
 * @property {import("../../types/board.js").Holm | null} holm needed where a benchmark holds all comparisons to its level together
 * @property {Picks} asked
 * @property {typeof import("./money.js") | null} money once another unit than the page's was asked for
 * @property {typeof import("./over-some.js") | null} over once some use cases were asked for
 * @property {typeof import("./case-list.js") | null} list once somebody came near
 * @property {number} waiting counts what was asked for, so that only the last is shown
 * @property {string} pending address of what the reader is typing; browsers limit how often an address may change
 * @property {number} timer
 */

/** @param {HTMLElement} main @param {Page} page */
export function startAsking(main, page) {
  /** @type {State} */
  const state = {
    main, page, form: /** @type {HTMLFormElement} */ (need("form", main)), boards: new Map(), current: null, scored: null, holm: null,
    asked: plainPicks(""), money: null, over: null, list: null, waiting: 0, pending: "", timer: 0,
  };
  const { form } = state;
  const change = (/** @type {Partial<Picks>} */ picks, typing = false) => ask(state, picks, typing);
  form.addEventListener("submit", event => event.preventDefault());
  const select = boardsOf(form);
  const go = (/** @type {string} */ board, /** @type {string[]} */ rows = []) => {
    const { per, calls, input, output } = state.asked;
    history.pushState(null, "", writePicks({ ...plainPicks(board), rows, per, calls, input, output }));
    open(state);
  };
  select.addEventListener("change", () => go(select.value));
  form.querySelector(".reset")?.addEventListener("click", () => change({ ...plainPicks(state.asked.board) }));
  for (const leaving of ["pagehide", "change"]) addEventListener(leaving, () => settle(state), true);
  addEventListener("popstate", () => {
    state.pending = "";
    open(state);
  });
  // A menu is closed, use cases are listed, and money is counted otherwise, only after somebody came near.
  whenNear(form, async () => {
    const [{ openMenus }] = await Promise.all([import("./ask-menus.js"), page.near()]);
    openMenus(state, change, text => tell(state, text));
    if (state.current) listCases(state, state.current.board);
  });
  open(state);
  return {
    change,
    /** Goes to another board. */
    go,
    /** @param {string} text */
    answer(text) {
      const verdict = need(".verdict", main);
      if (verdict.textContent !== text) verdict.textContent = text;
    },
  };
}

/** @param {HTMLElement} form */
const boardsOf = form => /** @type {HTMLSelectElement} */ (need("select", form));

/** @param {HTMLElement} form @param {string} name @returns {HTMLInputElement | null} */
export const numberOf = (form, name) => form.querySelector(`[name=${name}]`);

/** @param {State} state @param {string} text */
function tell({ main }, text) {
  need(".quiet", main).textContent = text;
}

/** @param {State} state @param {Partial<Picks>} picks @param {boolean} typing whether the reader is still at it, which makes no step of its own in the history */
function ask(state, picks, typing) {
  state.asked = { ...state.asked, ...picks };
  const address = location.pathname + writePicks(state.asked) + location.hash;
  clearTimeout(state.timer);
  if (!typing) settle(state);
  if (typing) [state.pending, state.timer] = [address, setTimeout(() => settle(state), 250)];
  else history.pushState(null, "", address);
  tell(state, "");
  show(state);
}

/** @param {State} state */
function settle(state) {
  if (state.pending) history.replaceState(null, "", state.pending);
  state.pending = "";
}

/** Shows what the address asks for. @param {State} state */
async function open(state) {
  const mine = ++state.waiting;
  const wanted = boardIn(location.search);
  const options = [...boardsOf(state.form).options];
  const option = options.find(one => one.value === wanted) ?? options.find(one => one.defaultSelected) ?? options[0];
  if (!option) return;
  option.selected = true;
  const file = option.dataset.file ?? "";
  let board;
  try {
    board = await load(state, file);
  } catch {
    state.boards.delete(file);
    if (mine === state.waiting) tell(state, "The numbers of this leaderboard could not be loaded. Reload the page to try again.");
    return;
  }
  if (mine !== state.waiting) return;
  if (state.current?.board !== board) {
    if (board.benchmark.holm) state.holm ??= (await import("./holm.js")).holm;
    if (mine !== state.waiting) return;
    begin(state, board);
    // A slow telephone answers its reader before it goes on.
    await new Promise(done => setTimeout(done));
    if (mine !== state.waiting) return;
  }
  const { picks, lost } = readPicks(location.search, option.value, knownOf(board));
  // Another board may have another word for a call than the form came with.
  if (picks.per || !need(".ways", state.form).textContent?.includes(board.benchmark.call.many)) state.money ??= await import("./money.js");
  state.asked = picks;
  state.scored = null;
  tell(state, lost ? "Part of the address was not understood and is left out." : "");
  await show(state);
  state.main.dataset.ready = "";
}

/** @param {State} state @param {string} file @returns {Promise<Board>} */
function load({ boards }, file) {
  let found = boards.get(file);
  if (!found) {
    found = fetch(file).then(async answer => {
      if (!answer.ok) throw new Error(answer.statusText);
      return loadBoard(await answer.text(), file);
    });
    boards.set(file, found);
  }
  return found;
}

/** @param {State} state @param {Board} board */
function begin(state, board) {
  const { page, holm } = state;
  const whole = scoreBoard(board, null, page.compare, board.benchmark.holm ? holm : null);
  state.current = { board, whole };
  listCases(state, board);
  state.main.classList.toggle("no-money", board.dimensions.every(({ unit }) => unit !== "usd"));
  state.page.begin(board, whole);
}

/** What may stand in an address. @param {Board} board @returns {import("./picks.js").Known} */
const knownOf = board => ({
  rows: new Set(rowsOf(board).all.map(({ id }) => id)), uc: new Set(board.useCases.map(({ id }) => id)),
  limits: new Set(board.dimensions.map(({ id, better }) => `${better === "higher" ? "min" : "max"}.${id}`)),
  weights: new Set(board.dimensions.map(({ id }) => id)),
});

/** @param {State} state @param {Board} board */
const listCases = ({ list, form, asked }, board) => list?.listCases(need("fieldset", need(".cases", form)), board, asked.uc);

/** @param {State} state */
async function show(state) {
  if (!state.current) return;
  const { form, asked } = state;
  const { board, whole } = state.current;
  const all = board.useCases.length;
  const chosen = board.useCases.map(({ id }) => !asked.uc.length || asked.uc.includes(id));
  const left = chosen.filter(Boolean).length;
  if (left < all) {
    state.over ??= await import("./over-some.js");
    if (asked !== state.asked) return;
  }
  const same = state.scored?.board === board && chosen.every((one, i) => one === state.scored?.chosen.includes(i));
  const scored = same && state.scored ? state.scored : left < all && state.over ? state.over.scoreOver(board, chosen, board.benchmark.holm ? state.holm : null) : whole;
  state.scored = scored;
  state.list?.tickCases(form, asked.uc);
  need(".cases", form).hidden = all < 2;
  need(".cases summary", form).replaceChildren(capital(board.benchmark.use_case.many), ...left < all ? [" ", el("b", null, `${left} of ${all}`)] : []);
  fillNumbers(form, asked, statedCalls(scored));
  const { call } = board.benchmark;
  need(".calls-a-year", form).textContent = `${capital(call.many)} a year`;
  state.money?.showWay(form, asked.per, asked.calls ?? statedCalls(scored), call);
  const per = state.money?.moneyPer(call) ?? `per 1,000 ${call.many}`;
  state.page.show({ board, whole, scored, picks: asked, per });
}

/** @param {HTMLElement} form @param {Picks} asked @param {number | null} calls what the use cases state */
function fillNumbers(form, asked, calls) {
  for (const [name, field] of Object.entries(NUMBERS)) {
    const value = asked[field];
    const input = numberOf(form, name);
    if (!input) continue;
    input.placeholder = name !== "calls" ? "as measured" : calls ? count(calls) : "not stated";
    if (input !== document.activeElement || !input.value) input.value = value === null ? "" : count(value);
  }
}

/**
 * Money a year: at the reader's own calls, else at those that the use cases state; null where either is not known.
 * @param {Scored} scored
 * @param {number} money position of the dimension
 * @param {number} row
 * @param {number | null} calls
 * @param {number | null} [call] another price of a call
 */
export function yearlyCost(scored, money, row, calls, call = null) {
  const mean = call ?? scored.dimension(row, money).value;
  if (mean === null) return null;
  const stated = statedCalls(scored);
  if (calls !== null || call !== null || stated === null) return calls ?? stated ? mean * Number(calls ?? stated) : null;
  let total = 0;
  for (const at of scored.chosen) {
    const cost = scored.useCase(row, money, at).value;
    if (cost === null) return null;
    total += cost * Number(scored.board.useCases[at].calls);
  }
  return total;
}

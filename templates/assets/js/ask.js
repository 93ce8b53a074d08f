// @ts-check
// What the pages for comparing and choosing share: a board, its use cases and the calls a year, in a form and in the address.
import { all, el, need } from "./dom.js";
import { loadBoard } from "./board-data.js";
import { scoreBoard } from "./score.js";
import { rowsOf } from "./rows.js";
import { count } from "./format.js";
import { closeMenus } from "./menus.js";
import { NUMBERS, boardIn, plainPicks, readPicks, writePicks } from "./picks.js";

/** @import { Board, Scored } from "../../types/board.js" */
/** @import { Picks } from "./picks.js" */
/** @typedef {{ board: Board, whole: Scored, scored: Scored, picks: Picks }} Asked */

/**
 * @param {HTMLElement} main
 * @param {object} page
 * @param {(board: Board, whole: Scored) => void} page.begin told of each board once it is there
 * @param {(asked: Asked) => void} page.show
 * @param {import("../../types/board.js").Comparing} [page.compare] where rows are compared
 */
export function startAsking(main, page) {
  const form = /** @type {HTMLFormElement} */ (need("form", main));
  const select = /** @type {HTMLSelectElement} */ (need("select", form));
  const options = [...select.options];
  const cases = need(".cases", form);
  const note = need(".quiet", main);
  const verdict = need(".verdict", main);
  /** @type {Map<string, Promise<Board>>} */
  const boards = new Map();
  /** @type {{ board: Board, whole: Scored } | null} */
  let current = null;
  /** Needed where a benchmark holds all comparisons to its level together. @type {import("../../types/board.js").Holm | null} */
  let holm = null;
  let [chosen, asked, waiting] = ["", plainPicks(""), 0];
  /** What the reader is typing; browsers limit how often an address may change. */
  let [pending, timer] = ["", 0];

  form.addEventListener("submit", event => event.preventDefault());
  select.addEventListener("change", () => {
    history.pushState(null, "", writePicks({ ...plainPicks(select.value), calls: asked.calls, input: asked.input, output: asked.output }));
    open();
  });
  cases.addEventListener("change", () => {
    const inputs = /** @type {HTMLInputElement[]} */ (all("input", cases));
    change({ not: inputs.filter(input => !input.checked).map(input => input.value) });
  });
  for (const [name, field] of Object.entries(NUMBERS)) {
    const input = /** @type {HTMLInputElement | null} */ (form.querySelector(`[name=${name}]`));
    input?.addEventListener("input", () => change({ [field]: input.value !== "" && input.validity.valid ? Number(input.value) : null }, true));
  }
  need(".copy", form).addEventListener("click", () => import("./share.js").then(({ copy }) => copy(location.href, "The link is copied.", tell)));
  form.querySelector(".reset")?.addEventListener("click", () => change({ ...plainPicks(asked.board) }));
  for (const leaving of ["pagehide", "change"]) addEventListener(leaving, settle, true);
  addEventListener("popstate", () => {
    pending = "";
    open();
  });
  closeMenus(form);
  open();

  /** @param {Partial<Picks>} picks @param {boolean} [typing] whether the reader is still at it, which makes no step of its own in the history */
  function change(picks, typing = false) {
    asked = { ...asked, ...picks };
    const address = location.pathname + writePicks(asked) + location.hash;
    clearTimeout(timer);
    if (!typing) settle();
    if (typing) [pending, timer] = [address, setTimeout(settle, 250)];
    else history.pushState(null, "", address);
    tell("");
    show();
  }

  function settle() {
    if (pending) history.replaceState(null, "", pending);
    pending = "";
  }

  async function open() {
    const mine = ++waiting;
    const wanted = boardIn(location.search);
    const option = options.find(one => one.value === wanted) ?? options.find(one => one.defaultSelected) ?? options[0];
    if (!option) return;
    option.selected = true;
    let board;
    try {
      board = await load(option.dataset.file ?? "");
    } catch {
      boards.delete(option.dataset.file ?? "");
      if (mine === waiting) tell("The numbers of this leaderboard could not be loaded. Reload the page to try again.");
      return;
    }
    if (mine !== waiting) return;
    if (current?.board !== board) {
      if (board.benchmark.holm) holm ??= (await import("./holm.js")).holm;
      if (mine !== waiting) return;
      current = { board, whole: scoreBoard(board, null, page.compare, board.benchmark.holm ? holm : null) };
      fillCases(board);
      page.begin(board, current.whole);
      // A slow telephone answers its reader before it goes on.
      await new Promise(done => setTimeout(done));
    }
    if (mine !== waiting) return;
    const limits = board.dimensions.map(({ id, better }) => `${better === "higher" ? "min" : "max"}.${id}`);
    const { picks, lost } = readPicks(location.search, option.value, {
      rows: new Set(rowsOf(board).all.map(({ id }) => id)), not: new Set(board.useCases.map(({ id }) => id)),
      limits: new Set(limits), weights: new Set(board.dimensions.map(({ id }) => id)),
    });
    asked = picks;
    chosen = "?";
    tell(lost ? "Part of the address was not understood and is left out." : "");
    show();
    main.dataset.ready = "";
  }

  /** @param {string} file @returns {Promise<Board>} */
  function load(file) {
    let found = boards.get(file);
    if (!found) {
      found = fetch(file).then(async answer => {
        if (!answer.ok) throw new Error(answer.statusText);
        return loadBoard(await answer.text());
      });
      boards.set(file, found);
    }
    return found;
  }

  /** @type {Scored | null} */
  let scored = null;

  function show() {
    if (!current) return;
    const { board, whole } = current;
    const { not } = asked;
    const key = not.join();
    if (key !== chosen || !scored || scored.board !== board) {
      scored = not.length ? scoreBoard(board, board.useCases.map(({ id }) => !not.includes(id)), page.compare, board.benchmark.holm ? holm : null) : whole;
      chosen = key;
    }
    for (const input of /** @type {HTMLInputElement[]} */ (all("input", cases))) {
      input.checked = !not.includes(input.value);
      input.disabled = input.checked && not.length === board.useCases.length - 1;
    }
    need("summary", cases).replaceChildren("Use cases", ...not.length ? [" ", el("b", null, `${board.useCases.length - not.length} of ${board.useCases.length}`)] : []);
    const calls = yearlyCalls(scored);
    for (const [name, field] of Object.entries(NUMBERS)) {
      const value = asked[field];
      const input = /** @type {HTMLInputElement | null} */ (form.querySelector(`[name=${name}]`));
      if (!input) continue;
      input.placeholder = name !== "calls" ? "as measured" : calls ? count(calls) : "not stated";
      if (input !== document.activeElement || value !== null && Number(input.value) !== value) input.value = value === null ? "" : String(value);
    }
    page.show({ board, whole, scored, picks: asked });
  }

  /** @param {Board} board */
  function fillCases(board) {
    cases.hidden = board.useCases.length < 2;
    need("fieldset", cases).replaceChildren(el("legend", null, "Averaged over"), ...board.useCases.map(({ id, name }) =>
      el("label", { class: "pick" }, el("input", { type: "checkbox", value: id }), name)));
  }

  /** @param {string} text */
  function tell(text) {
    note.textContent = text;
  }

  return {
    change,
    /** @param {string} text */
    answer(text) {
      if (verdict.textContent !== text) verdict.textContent = text;
    },
  };
}

/** The yearly calls of the chosen use cases together; null where one states none. @param {Scored} scored */
export function yearlyCalls({ board, chosen }) {
  const calls = chosen.map(at => board.useCases[at].calls);
  return calls.every(one => one !== null) ? calls.reduce((sum, one) => sum + Number(one), 0) : null;
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
  const stated = yearlyCalls(scored);
  if (calls !== null || call !== null || stated === null) return calls ?? stated ? mean * Number(calls ?? stated) : null;
  let total = 0;
  for (const at of scored.chosen) {
    const cost = scored.useCase(row, money, at).value;
    if (cost === null) return null;
    total += cost * Number(scored.board.useCases[at].calls);
  }
  return total;
}

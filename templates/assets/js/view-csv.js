// @ts-check
// A board as it is in sight, as CSV: the rows in their order, the columns that are open, and beside them what the numbers rest on.
import { figureAt } from "./columns.js";
import { toCsv } from "./csv.js";
import { all } from "./dom.js";
import { money } from "./format.js";
import { moneyPer } from "./money.js";
import { rowsOf } from "./rows.js";

/** @import { Board, Place, Score } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */
/** @typedef {Pick<import("./board.js").Page, "board" | "columns" | "view" | "shown" | "among" | "whole" | "latest">} Sight */
/** @typedef {(string | number | null)[]} Fields */

/** Digits that a figure keeps: more are the binary number's own. */
const DIGITS = 12;

/** @param {HTMLElement} main @param {Sight} sight @returns {string} */
export function viewAsCsv(main, { board, columns, view, shown, among, whole, latest: { scored } }) {
  const open = new Set(all("[class*=open-]:checked", main).map(box => /open-(p\d+)/.exec(box.className)?.[1]));
  const inSight = columns.filter(({ key, css, dimension }) => {
    const part = /\bp\d+/.exec(css)?.[0];
    return dimension >= 0 && (part ? open.has(part) : !view.hide.includes(key));
  });
  const address = location.href.split("#")[0];
  const cases = scored.whole ? "all" : scored.chosen.map(at => board.useCases[at].id).join(" ");
  const known = rowsOf(board).all;
  const head = [
    ...placeHeads(""), ...among ? placeHeads("whole_board_") : [], "model", "variant", "provider",
    ...inSight.flatMap(({ key }) => [key, `${key} unit`, `${key} low`, `${key} high`, `${key} n`]),
    "covered", "of", "over", "ranked_by", "release", "date", "method", "marks", "source", "view",
  ];
  return toCsv([head, ...shown.map(row => [
    ...placeFields(among ? among(row) : scored.places[row]), ...among ? placeFields(whole.scored.places[row]) : [],
    known[row].name, known[row].variant, known[row].providerName,
    ...inSight.flatMap(column => figureFields(board, column, figureAt(scored, column, row))),
    scored.covered(scored.rankBy)[row], scored.chosen.length, cases, board.dimensions[scored.rankBy].id,
    board.release.id, board.release.date, board.method.name,
    inSight.flatMap(column => marksOf(figureAt(scored, column, row), board).map(mark => `${column.key}: ${mark}`)).join("; "),
    known[row].source, address,
  ])]);
}

/** @param {string} of */
const placeHeads = of => [`${of}rank`, `${of}rank_best`, `${of}rank_worst`];

/** The rank and its range, as the table shows them. @param {Place | null} place @returns {Fields} */
const placeFields = place => [place?.rank ?? null, place?.best ?? null, place?.worst ?? null];

/** @param {Board} board @param {Column} column @param {Score | null} figure @returns {Fields} */
function figureFields(board, { unit, unit_name, dimension }, figure) {
  const { scale } = board.dimensions[dimension];
  // Money is written for as many calls as it is in sight, and says for how many.
  const times = unit === "usd" ? money.calls : 1;
  const name = unit_name || (unit === "usd" ? `US$ ${moneyPer(board.benchmark.call)}` : unit === "grade" && scale ? `grade ${scale.join(" to ")}` : unit);
  return [plain(figure?.value, times), figure?.value == null ? null : name, plain(figure?.low, times), plain(figure?.high, times), figure?.count ?? null];
}

/** @param {number | null | undefined} value @param {number} times */
const plain = (value, times) => value == null ? null : Number((value * times).toPrecision(DIGITS));

/** What sets a figure apart from those that it must not be held against. @param {Score | null} figure @param {Board} board */
const marksOf = (figure, board) => !figure || figure.value === null ? [] : [
  ...figure.apart ? [figure.apart] : [], ...figure.covered < figure.total ? [`${figure.covered} of ${figure.total} ${board.benchmark.use_case.many}`] : [],
];

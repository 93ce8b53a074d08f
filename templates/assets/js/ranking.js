// @ts-check
// Which column orders a board, and which dimension ranks it: a reader may have the ranks by any.
import { columnOf, isPlain } from "./columns.js";
import { need } from "./dom.js";

/** @import { Board, Scored } from "../../types/board.js" */
/** @import { View } from "./address.js" */

/** A name as it stands within a sentence: "Cost" becomes "cost", "CRM fairness" stays. @param {string} name */
const inSentence = name => /^\p{Lu}\p{Ll}/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

/**
 * The view after a heading was chosen: a dimension ranks, anything else sorts; once more turns the order around.
 * @param {Board} board
 * @param {View} view
 * @param {string} key of the column
 * @param {boolean} ranks whether the board is a ranking at all
 * @returns {Pick<View, "rank" | "sort" | "reversed">}
 */
export function orderedBy(board, view, key, ranks) {
  const own = board.dimensions[board.rankBy].id;
  const by = view.rank || own;
  const again = (view.sort || by) === key;
  if (!ranks || !isPlain(columnOf(board, key))) {
    const reversed = again && !view.reversed;
    return { rank: view.rank, sort: key === by && !reversed ? "" : key, reversed };
  }
  const reversed = again && by === key && !view.reversed;
  return { rank: key === own ? "" : key, sort: reversed ? key : "", reversed };
}

/** What ranks, in words. @param {Scored} scored */
export const rankedBy = ({ board, rankBy }) => `Ranked by ${inSentence(board.dimensions[rankBy].name)}`;

/**
 * Says in the head of the table which column orders it, and which dimension ranks.
 * @param {HTMLElement} table
 * @param {HTMLElement[]} heads
 * @param {Scored} scored
 * @param {View} view
 */
export function tellOrder(table, heads, { board, rankBy }, view) {
  const { id, name } = board.dimensions[rankBy];
  const sortedBy = view.sort || id;
  for (const head of heads) {
    const key = head.dataset.col ?? "";
    if (key !== sortedBy) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", columnOf(board, key).ascending !== view.reversed ? "ascending" : "descending");
  }
  const other = rankBy !== board.rankBy;
  const head = need("thead .rank .sub", table);
  head.textContent = other ? `by ${inSentence(name)}` : "";
  // The columns of dimensions have a class of their own, by which the style sheet finds their cells.
  table.dataset.by = other ? /\bc\d+/.exec(heads.find(({ dataset }) => dataset.col === id)?.className ?? "")?.[0] ?? "" : "";
}

/**
 * What stands above the rows that are not ranked, where it is not what the page says.
 * @param {Scored} scored
 * @returns {Record<"partial" | "unscored", string>}
 */
export function notesOf({ board, chosen, rankBy, order, covered }) {
  const { name } = board.dimensions[rankBy];
  const { many } = board.benchmark.use_case;
  const some = order.partial.some(row => covered(rankBy)[row] < chosen.length);
  const elsewhere = order.partial.some(row => covered(rankBy)[row] === chosen.length);
  return {
    partial: [...elsewhere ? ["Measured elsewhere, or for no task in particular: not ranked against figures of the rows\u2019 own runs."] : [],
      ...some && !elsewhere ? [`Partial: some ${many} only. Not ranked against complete rows.`] : []].join(" "),
    unscored: rankBy === board.rankBy ? "No result on this board\u2019s own measure." : `No result for ${inSentence(name)} on this board.`,
  };
}

// @ts-check
// A board over some of its use cases; over one of them as that use case's own page has it, which is the twin of ObservedRelease.ScoreUseCase.
import { comparing } from "./comparing.js";
import { scoreBoard } from "./score.js";

/** @import { Board, Holm, Scored } from "../../types/board.js" */

/** @param {Board} board @param {boolean[]} chosen per use case @param {Holm | null} holm @returns {Scored} */
export function scoreOver(board, chosen, holm) {
  const scored = scoreBoard(board, chosen, comparing, holm);
  const rankBy = scored.chosen.length === 1 ? rankIn(scored) : board.rankBy;
  return rankBy === board.rankBy ? scored : scoreBoard(board, chosen, comparing, holm, rankBy);
}

/** The board's own dimension, unless all that rows have of it is one figure for all use cases: then the first that somebody measured in this one. @param {Scored} scored */
function rankIn({ board, covered, apart }) {
  const says = (/** @type {number} */ index) => covered(index).some((count, row) => count > 0 && apart(index)[row] !== 1);
  return says(board.rankBy) ? board.rankBy : board.dimensions.find(({ index }) => says(index))?.index ?? board.rankBy;
}

// @ts-check
// Takes a view elsewhere: as a link, as CSV, inside another page.
import { all, need } from "./dom.js";
import { figureAt } from "./columns.js";
import { toCsv } from "./csv.js";
import { rowsOf } from "./rows.js";

/** @import { Board, Score, Scored } from "../../types/board.js" */
/** @import { Column } from "./columns.js" */

/**
 * @param {HTMLElement} main
 * @param {() => { scored: Scored, rows: number[], columns: Column[] }} view
 * @param {(text: string) => void} say
 */
export function makeShare(main, view, say) {
  const share = need(".take", main);
  const html = /** @type {HTMLTextAreaElement} */ (need("textarea", share));
  html.value = embedding();
  share.addEventListener("toggle", () => html.value = embedding());
  /** @type {Record<string, () => void>} */
  const does = {
    link: () => copy(location.href, "The link is copied.", say),
    embed: () => copy(embedding(), "The HTML is copied.", say),
    csv: () => save(`${(main.dataset.name ?? "board").replaceAll("_", "-")}.csv`, "text/csv", viewAsCsv(view())),
  };
  for (const button of all("[data-do]", share)) button.addEventListener("click", () => does[button.dataset.do ?? ""]?.());
}

/** A frame with this view in it. */
function embedding() {
  const address = new URL(location.href);
  address.hash = "";
  address.searchParams.set("embed", "1");
  const title = document.title.replace(/[<>&"]/g, "");
  return `<iframe src="${address.href.replace(/&/g, "&amp;").replace(/"/g, "%22")}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`;
}

/** @param {{ scored: Scored, rows: number[], columns: Column[] }} view */
function viewAsCsv({ scored, rows, columns }) {
  const { board } = scored;
  const measured = columns.filter(column => column.dimension >= 0);
  const head = ["rank", "model", "variant", "provider",
    ...measured.flatMap(({ key }) => [key, `${key} low`, `${key} high`]), "use_cases_covered", "use_cases", "source", "marks"];
  const known = rowsOf(board).all;
  return toCsv([head, ...rows.map(row => [
    scored.places[row].rank, known[row].name, known[row].variant, known[row].providerName,
    ...measured.flatMap(column => {
      const figure = figureAt(scored, column, row);
      return [figure?.value ?? null, figure?.low ?? null, figure?.high ?? null];
    }),
    scored.dimension(row, board.rankBy).covered, scored.chosen.length, known[row].source,
    measured.flatMap(column => marksOf(figureAt(scored, column, row), board).map(mark => `${column.key}: ${mark}`)).join("; "),
  ])]);
}

/** What sets a figure apart from those that it must not be held against. @param {Score | null} figure @param {Board} board */
const marksOf = (figure, board) => !figure || figure.value === null ? [] : [
  ...figure.apart ? [figure.apart] : [], ...figure.covered < figure.total ? [`${figure.covered} of ${figure.total} ${board.benchmark.use_case.many}`] : [],
];

/** @param {string} text @param {string} done @param {(text: string) => void} say */
export function copy(text, done, say) {
  const copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
  copied.then(() => say(done), () => say("The browser does not allow copying here: copy it by hand."));
}

/** @param {string} name @param {string} type @param {string} text */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

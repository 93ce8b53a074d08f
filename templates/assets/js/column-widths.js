// @ts-check
// The columns of a long table keep their widths: no row then moves what is beside it, and a browser lays out a row without asking
// all others.
import { all } from "./dom.js";

/**
 * @param {HTMLElement} table
 * @param {HTMLElement} body the rows that measuring looks at
 * @param {(heads: HTMLElement[]) => HTMLElement[]} probes makes rows that need the most room in one column or another
 */
export function holdWidths(table, body, probes) {
  /** @type {number[]} */
  let held = [];
  /** What was measured ahead. @type {number[] | null} */
  let ahead = null;
  let fits = false;

  /** @param {boolean} whole whether for all rows; otherwise for those here */
  function measure(whole) {
    const heads = all("thead th", table);
    table.style.tableLayout = "";
    for (const head of heads) head.style.inlineSize = "";
    const rows = whole ? probes(heads) : [];
    body.append(...rows);
    const widths = heads.map(head => head.getBoundingClientRect().width);
    for (const tr of rows) tr.remove();
    return widths;
  }

  /** @param {number[]} widths 0 for a column that is not shown */
  function hold(widths) {
    all("thead th", table).forEach((head, i) => widths[i] && (head.style.inlineSize = `${widths[i]}px`));
    table.style.tableLayout = "fixed";
    held = widths;
  }

  return {
    /** As the page came, so that nothing moves before the reader does something. */
    keep: () => hold(measure(false)),
    /** As wide as any row may need. @param {boolean} [anew] whether even though it was done, for other columns */
    fit(anew) {
      if (fits && !anew) return;
      hold(anew || !ahead ? measure(true) : ahead);
      fits = true;
    },
    /** Measures in a pause what the reader's first step will need. */
    prepare() {
      if (fits || ahead) return;
      ahead = measure(true);
      hold(held);
    },
  };
}

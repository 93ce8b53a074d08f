// @ts-check
// A long table keeps only the rows near the window in the page.
import { el } from "./dom.js";

const ROW_HEIGHT = 44;
const BEYOND = 12;

/**
 * @template T
 * @param {HTMLElement} body
 * @param {(entry: T) => HTMLElement} make
 * @param {() => number} span columns of the table
 * @returns {(entries: T[]) => void} shows other entries
 */
export function makeWindow(body, make, span) {
  /** @type {T[]} */
  let entries = [];
  let [first, last] = [-1, -1];

  addEventListener("scroll", () => requestAnimationFrame(() => slide(false)), { passive: true });
  addEventListener("resize", () => slide(false), { passive: true });

  /** @param {boolean} anew whether the entries changed, and not only where the window stands */
  function slide(anew) {
    const { top } = body.getBoundingClientRect();
    const from = Math.min(Math.max(0, Math.floor(-top / ROW_HEIGHT) - BEYOND), entries.length);
    const to = Math.max(from, Math.min(entries.length, Math.ceil((innerHeight - top) / ROW_HEIGHT) + BEYOND));
    if (!anew && from === first && to === last) return;
    [first, last] = [from, to];
    body.replaceChildren(...room(first), ...entries.slice(first, last).map((entry, i) => {
      const tr = make(entry);
      tr.setAttribute("aria-rowindex", String(first + i + 2));
      return tr;
    }), ...room(entries.length - last));
  }

  /** @param {number} missing rows that are not in the page */
  function room(missing) {
    if (missing <= 0) return [];
    const tr = el("tr", { class: "spacer", "aria-hidden": "true" }, el("td", { colspan: String(span()) }));
    tr.style.blockSize = `${missing * ROW_HEIGHT}px`;
    return [tr];
  }

  return next => {
    entries = next;
    slide(true);
  };
}

// @ts-check
// A long table keeps only the rows near the window in the page.
import { all, el } from "./dom.js";

const ROW_HEIGHT = 44;
/** Rows beyond the window's edges: a few at once, and the others when these are painted, ready to be scrolled to. */
const [AT_ONCE, BEYOND] = [2, 12];

/**
 * Makes one element say what another says and keeps as much of it as it can, which a browser shows sooner than a new one.
 * @template {ChildNode} T
 * @param {T} old
 * @param {T} fresh is used up
 * @returns {T} what stands in the page: the old one, or the fresh one where they are of different kinds
 */
function become(old, fresh) {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return fresh;
  }
  if (old instanceof Element && fresh instanceof Element) copyAttributes(old, fresh);
  else if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
  let [mine, theirs] = [old.firstChild, fresh.firstChild];
  while (mine && theirs) {
    const next = [mine.nextSibling, theirs.nextSibling];
    become(mine, theirs);
    [mine, theirs] = next;
  }
  while (mine) {
    const next = mine.nextSibling;
    mine.remove();
    mine = next;
  }
  while (theirs) {
    const next = theirs.nextSibling;
    old.appendChild(theirs);
    theirs = next;
  }
  return old;
}

/** @param {Element} old @param {Element} fresh */
function copyAttributes(old, fresh) {
  if (!old.hasAttributes() && !fresh.hasAttributes()) return;
  const names = fresh.getAttributeNames();
  for (const name of names) {
    const value = fresh.getAttribute(name) ?? "";
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const name of old.getAttributeNames()) if (!names.includes(name)) old.removeAttribute(name);
}

/** @typedef {{ row?: number }} Entry a row, or something else that is shown among rows */

/**
 * @template {Entry} T
 * @param {HTMLElement} body
 * @param {object} table
 * @param {() => Map<number, HTMLElement>} table.made the elements of rows
 * @param {Map<string, HTMLElement>} table.own those that came with the page, by their names
 * @param {(row: number) => string} table.idOf what a row's element is called
 * @param {(entry: T) => HTMLElement} table.make
 * @param {() => number} span columns of the table
 * @returns {(entries: T[]) => void} shows other entries
 */
export function makeWindow(body, { made, own, idOf, make }, span) {
  /** @type {T[]} */
  let entries = [];
  let [first, last] = [-1, -1];
  let top = body.getBoundingClientRect().top;

  addEventListener("scroll", () => requestAnimationFrame(settle), { passive: true });
  addEventListener("resize", settle, { passive: true });

  function settle() {
    top = body.getBoundingClientRect().top;
    slide(BEYOND, false);
  }

  /** @param {number} beyond @param {boolean} anew whether the entries changed, and not only where the window stands */
  function slide(beyond, anew) {
    const inView = Math.ceil(innerHeight / ROW_HEIGHT);
    // A shorter table draws the window up to its end.
    const from = Math.min(Math.max(0, Math.floor(-top / ROW_HEIGHT) - beyond), Math.max(0, entries.length - inView - beyond));
    const to = Math.max(from, Math.min(entries.length, Math.max(from + inView, Math.ceil((innerHeight - top) / ROW_HEIGHT)) + beyond));
    if (!anew && from === first && to === last) return;
    [first, last] = [from, to];
    const rows = near(entries.slice(first, last));
    rows.forEach((tr, i) => {
      const index = String(first + i + 2);
      if (tr.getAttribute("aria-rowindex") !== index) tr.setAttribute("aria-rowindex", index);
    });
    arrange([...room(first), ...rows, ...room(entries.length - last)]);
  }

  /** The elements of what is near the window; rows that left it lend theirs. @param {T[]} shown */
  function near(shown) {
    const ids = new Set(shown.map(({ row }) => row === undefined ? "" : idOf(row)));
    const here = new Map(all("tr[id]", body).map(tr => [tr.id, tr]));
    const spare = [...here.values()].filter(tr => !ids.has(tr.id));
    for (const [row, tr] of made()) if (spare.includes(tr)) made().delete(row);
    for (const { id } of spare) own.delete(id);
    return shown.map(entry => {
      const tr = make(entry);
      const lent = entry.row === undefined || tr === here.get(tr.id) ? null : spare.shift();
      if (!lent || entry.row === undefined) return tr;
      const kept = become(lent, tr);
      made().set(entry.row, kept);
      return kept;
    });
  }

  /** What is in its place already is not touched. @param {HTMLElement[]} rows */
  function arrange(rows) {
    let at = body.firstChild;
    for (const tr of rows) {
      if (tr === at) at = at.nextSibling;
      else body.insertBefore(tr, at);
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
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
    slide(AT_ONCE, true);
    requestAnimationFrame(() => setTimeout(settle));
  };
}

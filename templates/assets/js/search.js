// @ts-check
// The search: a dialog over the page with the links that fit what is typed. Its index is fetched when it is first opened.
import { all, el, need } from "./dom.js";
import { loadIndex, matching, nearest } from "./search-index.js";

/** As many as anybody reads; who wants fewer types more. */
const MOST_SHOWN = 30;
const FEW_SHOWN = 5;

const dialog = /** @type {HTMLDialogElement} */ (need("dialog.search"));
const input = /** @type {HTMLInputElement} */ (need("input", dialog));
const list = need("ul", dialog);
const status = need("[role=status]", dialog);

/** @type {Promise<import("./search-index.js").Entry[]> | undefined} */
let index;

/** Opens the dialog; what was typed before is marked, so that typing replaces it. */
export function openSearch() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  index ??= loadIndex(dialog.dataset.index ?? "");
  show();
}

/** Shows what fits the text in the field at the moment when the index is there. */
async function show() {
  try {
    const entries = (await index) ?? [];
    const text = input.value.trim();
    const found = matching(entries, text);
    if (found.length > 0 || text === "") {
      tell(found.slice(0, MOST_SHOWN), text === "" ? "" : said(found.length));
    } else {
      const near = nearest(entries, text, "name").slice(0, FEW_SHOWN);
      tell(near, near.length > 0 ? "Nothing has these words. Near them:" : "Nothing has these words.");
    }
  } catch {
    // Asked for again when the dialog is opened again.
    index = undefined;
    tell([], "What can be found could not be loaded.");
  }
}

/** @param {number} count */
const said = count => count > MOST_SHOWN ? `${count} pages, the first ${MOST_SHOWN}` : count === 1 ? "1 page" : `${count} pages`;

/** @param {import("./search-index.js").Entry[]} entries @param {string} message */
function tell(entries, message) {
  status.textContent = message;
  list.replaceChildren(...entries.map(({ kind, name, note, address }) => el(
    "li", null, el("a", { href: address }, el("bdi", null, name), " ", el("span", { class: "muted" }, note ? `${kind} · ${note}` : kind)))));
}

/** Arrows lead from the field through the links and back. Escape closes, where it would only empty the field. @param {KeyboardEvent} event */
function step(event) {
  if (event.key === "Escape") dialog.close();
  const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (move === 0) return;
  event.preventDefault();
  const stops = [input, ...all("a", list)];
  const at = stops.findIndex(stop => stop === document.activeElement);
  stops[(at + move + stops.length) % stops.length].focus();
}

input.addEventListener("input", show);
dialog.addEventListener("keydown", step);
// Enter in the field goes to the best.
need("form", dialog).addEventListener("submit", event => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
dialog.addEventListener("click", event => {
  // What lies around the dialog belongs to it, too.
  if (event.target === dialog || (event.target instanceof Element && event.target.closest("a, button"))) dialog.close();
});

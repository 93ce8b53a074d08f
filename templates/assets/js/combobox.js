// @ts-check
// A text field with a list of what matches it, by the pattern "combobox with list autocomplete" of the ARIA practices.
import { el } from "./dom.js";

/** @typedef {{ id: string, label: string, note: string }} Choice */

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {{ find: (text: string) => Choice[], choose: (id: string) => void }} hooks `find` gives the choices for a text, best first
 * @returns {() => void} lists again what fits, once `find` knows more; the reader stays at the option that is marked
 */
export function makeCombobox(input, list, { find, choose }) {
  /** @type {Choice[]} */
  let found = [];
  let at = -1;

  const mark = (/** @type {number} */ next) => {
    at = next;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = list.children[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const open = (stay = "") => {
    found = find(input.value);
    list.replaceChildren(...found.map(({ label, note }, i) =>
      el("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" }, el("bdi", null, label), " ", el("span", { class: "muted" }, note))));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    mark(stay ? found.findIndex(({ id }) => id === stay) : input.value && found.length ? 0 : -1);
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const take = (/** @type {number} */ i) => {
    input.value = "";
    close();
    choose(found[i].id);
  };

  for (const begin of ["input", "click"]) input.addEventListener(begin, () => open());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    const { key } = event;
    if (key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    } else if (key === "Enter" && !list.hidden && at >= 0) {
      take(at);
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      if (list.hidden) open();
      if (found.length) mark(nextOf(at, found.length, key));
    } else {
      return;
    }
    event.preventDefault();
  });
  // The field keeps the focus while an option is pressed.
  list.addEventListener("pointerdown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target instanceof Element ? event.target.closest("li") : null;
    if (option) take([...list.children].indexOf(option));
  });
  return () => open(found[at]?.id);
}

/** The option that an arrow leads to; from none it leads to the first or last. @param {number} at @param {number} count @param {string} key */
function nextOf(at, count, key) {
  const step = key === "ArrowDown" ? 1 : -1;
  return at < 0 && step < 0 ? count - 1 : (at + step + count) % count;
}

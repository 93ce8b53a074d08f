// @ts-check
// The list of models answers to its form; what was asked stands in the address, where the home page puts it too.
import { all, need } from "./dom.js";
import { folded, wordsOf } from "./words.js";

const form = /** @type {HTMLFormElement} */ (need(".find-model"));
const said = need(".found-models");
const rows = all(".model-list tbody tr");
const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (all("[name]", form));

function show() {
  const asked = Object.fromEntries(fields.map(field => [field.name, field.value.trim()]));
  const words = wordsOf(asked.q);
  let left = 0;
  for (const row of rows) {
    const of = row.dataset;
    row.hidden = !(words.every(word => folded(of.words ?? "").includes(word))
      && (!asked.by || of.by === asked.by) && (!asked.open || of.open === asked.open) && (!asked.board || (of.boards ?? "").split(" ").includes(asked.board)));
    if (!row.hidden) left++;
  }
  for (const section of all(".stack > .wide")) section.hidden = !section.querySelector("tbody tr:not([hidden])");
  said.textContent = left === rows.length ? "" : left === 0 ? `No ${said.dataset.one} fits. The search above looks for tasks, too.` : `${left} of ${rows.length} ${said.dataset.many}`;
  const given = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  history.replaceState(null, "", given.size ? `?${given}` : location.pathname);
}

const address = new URLSearchParams(location.search);
for (const field of fields) field.value = address.get(field.name)?.slice(0, 80) ?? "";
// A list that does not have the value shows nothing chosen; it then means all.
for (const field of fields) if (field.value === "" && field instanceof HTMLSelectElement) field.selectedIndex = 0;
form.addEventListener("input", show);
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
show();

// @ts-check
// The list of tasks on the home page answers to the field above it; what is looked for among models is for the list of models, which works without scripts.
import { all, need } from "./dom.js";
import { folded, wordsOf } from "./words.js";

const field = /** @type {HTMLInputElement} */ (need(".find-task input"));
const said = need(".found-tasks");
const [tasks, folds] = [all(".task-group li"), /** @type {HTMLDetailsElement[]} */ (all(".task-group details"))];

field.addEventListener("input", show);
field.addEventListener("keydown", event => {
  // What is found on this page is opened; the button, and Enter where nothing is found, look among the models.
  // Enter that ends the spelling of a word, as in Japanese, opens nothing yet.
  const found = event.key === "Enter" && !event.isComposing && field.value.trim() ? tasks.find(task => !task.hidden)?.querySelector("a") : null;
  if (!found) return;
  event.preventDefault();
  found.click();
});
show();

function show() {
  const words = wordsOf(field.value);
  let left = 0;
  for (const task of tasks) {
    task.hidden = !words.every(word => folded(task.dataset.words ?? "").includes(word));
    if (!task.hidden) left++;
  }
  for (const group of all(".task-group")) group.hidden = !group.querySelector("li:not([hidden])");
  need(".task-groups").classList.toggle("filtered", words.length > 0);
  for (const fold of folds) fold.open = words.length > 0;
  said.textContent = words.length ? `${left} of ${tasks.length} tasks. Press Enter to ${left ? "open the first" : `look among the ${said.dataset.many}`}.` : "";
  said.classList.toggle("sr", left > 0);
}

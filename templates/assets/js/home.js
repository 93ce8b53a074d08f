// @ts-check
// The board below needs its scripts at once; the list of tasks needs none until somebody looks for one.
for (const field of document.querySelectorAll(".find-task input")) {
  field.addEventListener("focus", () => import("./task-list.js"), { once: true });
}

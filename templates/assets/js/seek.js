// @ts-check
// Opens the search: by its button, or by "/" where nobody types. What else it needs is fetched then.

const openSearch = async () => (await import("./search.js")).openSearch();

document.querySelector("button.seek")?.addEventListener("click", openSearch);
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || document.activeElement?.matches("input, textarea, select")) return;
  event.preventDefault();
  openSearch();
});

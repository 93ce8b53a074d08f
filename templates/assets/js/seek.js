// @ts-check
// Opens the search: by its button, or by "/" where nobody types. It stands in every page itself, so that no page waits for one file more;
// what else the search needs is fetched when it is opened.
{
  const button = /** @type {HTMLElement} */ (document.querySelector("button.seek"));
  const open = async () => (await import(button.dataset.script ?? "")).openSearch();

  button.addEventListener("click", open);
  addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || document.activeElement?.matches("input, textarea, select")) return;
    event.preventDefault();
    open();
  });
}

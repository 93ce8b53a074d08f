// @ts-check
// Opens the search: by its button, or by "/" where nobody types. What else it needs is fetched then.

const open = async () => (await import("./search.js")).openSearch();

document.querySelector("button.find")?.addEventListener("click", open);
addEventListener("keydown", event => {
  const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping || document.querySelector(":modal")) return;
  event.preventDefault();
  open();
});

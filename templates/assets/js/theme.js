// @ts-check
// Lets the reader choose between light and dark. Without it the page follows the system.

const root = document.documentElement;
const button = /** @type {HTMLButtonElement} */ (document.querySelector("button.theme"));
const system = matchMedia("(prefers-color-scheme: dark)");

/** @returns {boolean} whether the page is dark now */
function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
}

/** Tells the button's state to screen readers. */
function tell() {
  button.setAttribute("aria-pressed", String(isDark()));
}

button.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // Without storage the choice lasts until the next page.
  }
  tell();
});
system.addEventListener("change", tell);
tell();
button.hidden = false;

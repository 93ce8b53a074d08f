// @ts-check
// Charts can be enlarged, and offer themselves as files once their data is opened.

/** @param {HTMLElement} figure */
export function enlargeable(figure) {
  const enlarge = async () => (await import("./enlarge.js")).enlarge(figure);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "enlarge";
  button.textContent = "Enlarge";
  button.ariaLabel = `Enlarge: ${figure.querySelector("h2, h3, h4")?.textContent}`;
  button.addEventListener("click", enlarge);
  figure.prepend(button);
  figure.addEventListener("click", ({ target }) => {
    // A point of a board's chart opens its row.
    if (target instanceof Element && target.closest("svg.chart") && !target.closest("[data-row]")) void enlarge();
  });
  figure.querySelector("details")?.addEventListener("toggle", async () => {
    const { addSaving } = await import("./save-charts.js");
    addSaving(figure);
  }, { once: true });
}

for (const figure of document.querySelectorAll(".chart-figure")) enlargeable(/** @type {HTMLElement} */ (figure));

// @ts-check
// Charts offer themselves as files once their data is opened.
for (const data of document.querySelectorAll(".chart-figure details")) {
  data.addEventListener("toggle", async () => {
    const { addSaving } = await import("./save-charts.js");
    addSaving(/** @type {HTMLElement} */ (data.closest(".chart-figure")));
  }, { once: true });
}

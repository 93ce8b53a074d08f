// @ts-check
// A chart as large as the window, in a dialog: Escape, its button and a click beside it close it.
import { el, need } from "./dom.js";
import { drawnLabels } from "./drawn-labels.js";

// At least this much larger; where the window is narrower than that, the drawing scrolls.
const LEAST = 1.75;
const MOST = 3.5;

/** @param {HTMLElement} figure */
export function enlarge(figure) {
  const heading = figure.querySelector("h2, h3, h4")?.textContent ?? "Chart";
  const close = el("button", { type: "button", class: "close" }, "Close");
  const title = el("h2", { id: "enlarged-title" }, heading);
  const room = el("div", { class: "room", tabindex: "0", role: "group", "aria-label": heading });
  const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: "enlarged", "aria-labelledby": title.id },
    el("div", { class: "bar" }, title, close), room, el("p", null, figure.querySelector("figcaption p")?.textContent ?? "")));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  room.append(drawing(figure, room));
}

/** The figure's drawing, to the size of the room. @param {HTMLElement} figure @param {HTMLElement} room */
function drawing(figure, room) {
  const drawings = [...figure.querySelectorAll("svg.chart")];
  const sizeOf = (/** @type {Element} */ one) => (one.getAttribute("viewBox") ?? "0 0 1 1").split(" ").slice(2).map(Number);
  const most = room.clientWidth;
  // Of two drawings the wider one, where there is room for it.
  const shown = drawings.filter(one => sizeOf(one)[0] <= most).at(-1) ?? drawings[0] ?? need("svg", figure);
  const [width, height] = sizeOf(shown);
  const zoom = Math.max(LEAST, Math.min(MOST, most / width, room.clientHeight / height));
  const copy = /** @type {SVGElement} */ (shown.cloneNode(true));
  for (const named of copy.querySelectorAll("[id]")) named.id += "-large";
  for (const name of ["aria-labelledby", "aria-describedby"]) if (copy.hasAttribute(name)) copy.setAttribute(name, `${copy.getAttribute(name)}-large`);
  copy.setAttribute("width", String(width * zoom));
  copy.setAttribute("height", String(height * zoom));
  copy.setAttribute("class", "chart");
  const labels = copy.querySelector("g.chart-labels");
  if (labels && copy.querySelector(".chart-best, .chart-complete, .chart-partial")) {
    // Type and points keep their size, so that more names find room.
    copy.classList.add("roomy");
    copy.style.setProperty("--zoom", String(zoom));
    for (const circle of copy.querySelectorAll("circle")) circle.setAttribute("r", String(Number(circle.getAttribute("r")) / zoom));
    labels.replaceWith(drawnLabels(copy, zoom));
  }
  return copy;
}

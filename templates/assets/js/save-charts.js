// @ts-check
// Every chart can be taken along: the drawing as SVG, its figures as CSV.
import { all, el, need } from "./dom.js";
import { toCsv } from "./csv.js";
import { save } from "./share.js";
import { slug } from "./words.js";

const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "font-family", "text-anchor", "display"];

/** Adds the buttons to a chart whose data is opened. @param {HTMLElement} figure */
export function addSaving(figure) {
  const drawing = () => [...figure.querySelectorAll("svg.chart")].find(one => one.checkVisibility());
  const heading = figure.querySelector("h2, h3, h4")?.textContent ?? "chart";
  const name = slug(heading);
  const button = (/** @type {string} */ text, /** @type {() => void} */ then) => {
    const made = el("button", { type: "button", "aria-label": `${text}: ${heading}` }, text);
    made.addEventListener("click", then);
    return made;
  };
  need("details > summary", figure).after(el("p", { class: "save" },
    button("Drawing as SVG", () => {
      const shown = drawing();
      if (shown) save(`${name}.svg`, "image/svg+xml", standalone(shown));
    }),
    button("Figures as CSV", () => save(`${name}.csv`, "text/csv", toCsv(records(figure))))));
}

/** A drawing that keeps its looks without the style sheet. @param {Element} drawing */
function standalone(drawing) {
  const copy = /** @type {Element} */ (drawing.cloneNode(true));
  const [from, to] = [[drawing, ...drawing.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of STYLES) to[i].setAttribute(name, style.getPropertyValue(name));
    to[i].removeAttribute("class");
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("style", `background:${getComputedStyle(document.documentElement).backgroundColor}`);
  return new XMLSerializer().serializeToString(copy);
}

/** @param {HTMLElement} figure @returns {string[][]} */
const records = figure => all("tr", figure).map(row => [...row.children].map(cell => cell.textContent?.trim() ?? ""));

// @ts-check
// Names beside the points of a drawing, placed by what the drawing says: for charts with fewer points, or with more room, than the page drew.
import { scatterLabels } from "./labels.js";

/** @import { Box, Drawn } from "./labels.js" */

const TOP = 26;
const FOOT = 42;

/** Where a drawing has its points. @param {Element} drawing @returns {Box} */
export function plotOf(drawing) {
  const [, left, right] = /^M([\d.-]+) [\d.-]+H([\d.-]+)/.exec(drawing.querySelector(".chart-grid")?.getAttribute("d") ?? "") ?? [];
  return { left: Number(left), top: TOP, right: Number(right), bottom: Number(drawing.getAttribute("viewBox")?.split(" ")[3]) - FOOT };
}

/** The labels of a drawing. @param {Element} drawing @param {number} [zoom] @returns {Element} */
export function drawnLabels(drawing, zoom = 1) {
  const marks = [".chart-best > g", ".chart-complete > g", ".chart-partial > g"].map(group => [...drawing.querySelectorAll(group)]);
  const points = marks.flat().map(mark => drawnPoint(mark, zoom));
  // The frontier runs from its one end to the other, which is to the left where more is better on both axes.
  const [, from, to] = /^M([\d.-]+) [\d.-]+H([\d.-]+)/.exec(drawing.querySelector(".chart-frontier")?.getAttribute("d") ?? "") ?? [];
  const frontier = points.splice(0, marks[0].length).sort((a, b) => Number(from) > Number(to) ? b.x - a.x : a.x - b.x);
  const { left, top, right, bottom } = plotOf(drawing);
  return scatterLabels([...frontier, ...points], frontier.length, { left: left * zoom, top: top * zoom, right: right * zoom, bottom: bottom * zoom }, zoom);
}

/** @param {Element} mark @param {number} zoom @returns {Drawn} */
export function drawnPoint(mark, zoom = 1) {
  const number = (/** @type {string} */ name) => Number(mark.querySelector("circle")?.getAttribute(name)) * zoom;
  const path = mark.querySelector("path")?.getAttribute("d") ?? "";
  const ends = (/** @type {RegExp} */ form) => {
    const found = form.exec(path)?.slice(1).map(end => Number(end) * zoom).sort((a, b) => a - b);
    return found ? /** @type {[number, number]} */ (found) : null;
  };
  // Figures have no colon, names may.
  const title = mark.querySelector("title")?.textContent ?? "";
  return {
    id: mark.getAttribute("data-row") ?? "", name: title.slice(0, title.lastIndexOf(": ")),
    x: number("cx"), y: number("cy"), faint: mark.parentElement?.classList.contains("chart-partial") ?? false, strong: mark.classList.contains("pick"),
    upright: ends(/^M[\d.-]+ ([\d.-]+)V([\d.-]+)/), level: ends(/M([\d.-]+) [\d.-]+H([\d.-]+)/),
  };
}

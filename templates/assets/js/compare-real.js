// @ts-check
// Whether the differences between compared rows are real: each pair on each dimension, with its interval drawn.
import { el, none, svg } from "./dom.js";
import { scrolled } from "./scrolled.js";
import { suffix, withSign } from "./format.js";
import { listed, quoted, signedRange, verdict } from "./verdicts.js";

/** @import { Head, Row } from "../../types/board.js" */
/** @import { Asked } from "./ask.js" */

/** @param {Asked} asked @param {readonly number[]} rows @param {Row[]} of those rows in words @returns {HTMLElement} */
export function differences(asked, rows, of) {
  const { board, scored } = asked;
  const isPair = rows.length === 2;
  const order = [board.dimensions[scored.rankBy], ...board.dimensions.filter(({ index }) => index !== scored.rankBy)];
  const [own, ...others] = order.map(dimension => linesOn(asked, rows, of, dimension.index, isPair));
  const names = [...isPair ? ["On"] : ["First", "against"], "Difference", "Its interval", "In words, about the first", "Compared"];
  const head = el("thead", null, el("tr", null, ...names.map(name => el("th", name === "Difference" ? { scope: "col", class: "num" } : { scope: "col" }, name))));
  const table = (/** @type {string} */ caption, /** @type {Node[]} */ lines) => scrolled(caption, "plain", head.cloneNode(true), el("tbody", null, ...lines));
  const more = others.map((lines, i) => ({ lines, of: order[i + 1] })).filter(({ lines }) => lines.length);
  const none = el("p", null, isPair ? "These two cannot be compared." : "No two of these rows can be compared.");
  const said = isPair ? [own.length || more.length ? table("Differences", [own, ...others].flat()) : none] : [
    own.length ? table(`Differences on ${quoted(order[0])}`, own) : none,
    ...more.length ? [el("details", null, el("summary", null, `Differences on ${listed(more.map(one => quoted(one.of)))}`),
      ...more.flatMap(one => [el("h3", null, one.of.name), table(`Differences on ${quoted(one.of)}`, one.lines)]))] : [],
  ];
  return el("div", { class: "real" }, el("h2", null, "Is the difference real?"), ...said,
    el("p", { class: "muted" }, said.some(one => one.querySelector("svg.about")) ? "Right of the line the first is better. An interval that crosses the line leaves open which is."
      : "The sources state no spread of these figures, so nobody can say which of the differences would come up again."));
}

/** @param {Asked} asked @param {readonly number[]} rows @param {Row[]} of @param {number} index @param {boolean} isPair whether the two need not be named in each line */
function linesOn({ board, scored }, rows, of, index, isPair) {
  const measured = board.dimensions[index];
  /** @type {HTMLElement[]} */
  const lines = [];
  for (let a = 0; a < rows.length; a++) {
    for (let b = a + 1; b < rows.length; b++) {
      const found = scored.difference(index, rows[a], rows[b]);
      if (!found) continue;
      const named = isPair ? [el("th", { scope: "row" }, measured.name)] : [el("th", { scope: "row" }, el("bdi", null, of[a].label)), el("td", null, el("bdi", null, of[b].label))];
      lines.push(el("tr", null, ...named,
        el("td", { class: "num strong" }, withSign(measured, found.value), el("span", { class: "unit" }, measured.unit === "percent" ? "\u00a0points" : suffix(measured))),
        el("td", { class: "nowrap" }, ...found.low === null ? [none("no interval")] : [signedRange(measured, found) ?? "", drawn(measured, found)]),
        el("td", { class: "words" }, verdict(measured, found)),
        el("td", { class: "words" }, found.se === null ? "no spread stated" : found.paired ? "item by item" : "as independent samples")));
    }
  }
  return lines;
}

/** The interval of a difference about a line at nothing, better at the right. @param {Head} measured @param {import("../../types/board.js").Difference} difference */
function drawn({ better }, { value, low, high }) {
  const size = Math.max(Math.abs(low ?? value), Math.abs(high ?? value)) || 1;
  const at = (/** @type {number | null} */ number) => Math.round(50 + 48 * (better === "higher" ? 1 : -1) * (number ?? value) / size);
  return svg("svg", { class: "interval about", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("path", { class: "track", d: "M0 5h100" }), svg("path", { class: "zero", d: "M50 -2v14" }),
    svg("path", { class: "whisker", d: `M${at(low)} 5H${at(high)}M${at(value)} 1v8` }));
}

// @ts-check
// The charts beside a board: as the page drew them as long as its numbers hold, with the rows that a view keeps; drawn anew where other use
// cases give other numbers.
import { all, el, need, svg } from "./dom.js";
import { frontier, linear, logarithmic, tickTexts } from "./axis.js";
import { plural, range, withUnit } from "./format.js";
import { rowsOf } from "./rows.js";

/** @import { Board, Printed, Score, Scored } from "../../types/board.js" */
/** @typedef {{ row: number, x: number, y: number, partial: boolean, apart: string, xs: [number, number] | null, ys: [number, number] | null }} Point */
/** @typedef {ReturnType<typeof makeCharts>} Charts */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

const TOP = 26;
const FOOT = 42;
const RADIUS = 4.5;
const LOG = " (log scale)";

/**
 * @param {Board} board
 * @param {(row: number) => void} open
 * @param {(row: number) => void} mark
 */
export function makeCharts(board, open, mark) {
  const charts = all("[data-against]").map(figure => {
    const drawn = need("svg.chart", figure);
    return {
      figure, drawn, now: /** @type {Element} */ (drawn), note: need("figcaption p", figure), said: need("figcaption p", figure).textContent ?? "",
      table: need("tbody", figure), rows: [...need("tbody", figure).children],
      dimension: board.dimensions.findIndex(one => one.id === figure.dataset.against),
    };
  });
  for (const { figure } of charts) {
    figure.addEventListener("click", event => act(event, open));
    figure.addEventListener("pointerover", event => act(event, mark));
    figure.addEventListener("pointerleave", () => mark(-1));
  }

  /** @param {Event} event @param {(row: number) => void} then */
  function act(event, then) {
    const id = event.target instanceof Element ? event.target.closest("[data-row]")?.getAttribute("data-row") : null;
    if (id) then(rowsOf(board).at(id));
  }

  return {
    /** @param {Scored} scored @param {number[]} rows */
    show(scored, rows) {
      for (const chart of charts) {
        const whole = scored.whole && rows.length === board.count;
        const points = whole ? [] : pointsOf(scored, chart.dimension, rows);
        const model = /** @type {SVGElement} */ (/** @type {unknown} */ (chart.drawn));
        const next = whole ? chart.drawn : scored.whole && points.length ? thinned(board, points, model) : draw(board, chart.dimension, points, model);
        if (next !== chart.now) chart.now.replaceWith(next);
        chart.now = next;
        const missing = rows.length - points.length;
        chart.note.textContent = whole ? chart.said
          : `${chart.said.split(".")[0]} among the rows shown.` + (missing ? ` ${plural(missing, "row has", "rows have")} no place here.` : "");
        chart.table.replaceChildren(...(whole ? chart.rows : points.map(point => tableRow(board, chart.dimension, point))));
      }
    },
    /** Marks a row in every chart; -1 marks none. @param {number} row */
    mark(row) {
      const id = rowsOf(board).all[row]?.id;
      for (const { now } of charts) {
        for (const marked of now.querySelectorAll(".marked")) marked.classList.remove("marked");
        now.querySelector(".extra")?.remove();
        if (row < 0) continue;
        const found = now.querySelectorAll(`[data-row="${id}"]`);
        for (const one of found) one.classList.add("marked");
        const circle = now.querySelector(`g[data-row="${id}"] circle`);
        // A point that found no room for its name says it now.
        if (circle && found.length === 1) {
          const [x, y] = [Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy"))];
          const end = x > 170;
          now.append(svg("text", { class: "extra", x: String(end ? x - 9 : x + 9), y: String(y + 4), "text-anchor": end ? "end" : "start" }, rowsOf(board).all[row].label));
        }
      }
    },
  };
}

/** @param {Scored} scored @param {number} dimension @param {number[]} rows @returns {Point[]} */
function pointsOf(scored, dimension, rows) {
  const ends = (/** @type {Score} */ figure) => figure.low == null || figure.high == null ? null : /** @type {[number, number]} */ ([figure.low, figure.high]);
  return rows.flatMap(row => {
    const [x, y] = [scored.dimension(row, dimension), scored.dimension(row, scored.board.rankBy)];
    return x.value === null || y.value === null ? []
      : [{ row, x: x.value, y: y.value, partial: y.covered < y.total || x.covered < x.total || x.apart !== "", apart: y.covered < y.total ? "" : x.apart, xs: ends(x), ys: ends(y) }];
  });
}

/** What the page drew, with some of its rows: axes and names stay where they are. @param {Board} board @param {Point[]} points @param {SVGElement} model */
function thinned(board, points, model) {
  const drawing = /** @type {SVGElement} */ (model.cloneNode(true));
  const shown = new Set(points.map(({ row }) => rowsOf(board).all[row].id));
  for (const mark of drawing.querySelectorAll("[data-row]")) if (!shown.has(mark.getAttribute("data-row") ?? "")) mark.remove();
  const desc = drawing.querySelector("desc");
  if (desc) desc.textContent = `${plural(points.length, "row", "rows")} shown with both figures.`;
  const best = frontier(points, board.dimensions[board.rankBy].better === "lower" ? -1 : 1);
  const marks = points.map(({ row }) => drawing.querySelector(`g[data-row="${rowsOf(board).all[row].id}"]`));
  const labels = drawing.querySelector(".chart-labels");
  const groupOf = (/** @type {string} */ css) => {
    const found = drawing.querySelector(`g.${css}`) ?? svg("g", { class: css });
    if (!found.parentNode) drawing.insertBefore(found, labels);
    return found;
  };
  // In front stand those that no other beats.
  [...points.keys()].sort((a, b) => Number(best.includes(a)) - Number(best.includes(b))).forEach(i =>
    groupOf(best.includes(i) ? "chart-best" : points[i].partial ? "chart-partial" : "chart-complete").append(marks[i] ?? ""));
  const at = best.map(i => marks[i]?.querySelector("circle")).map(circle => [circle?.getAttribute("cx"), circle?.getAttribute("cy")]);
  drawing.querySelector(".chart-frontier")?.remove();
  if (at.length > 1) {
    drawing.insertBefore(svg("path", { class: "chart-frontier", d: at.map(([x, y], i) => i ? `H${x}V${y}` : `M${x} ${y}`).join("") }), drawing.querySelector("g.chart-complete, g.chart-partial, g.chart-best"));
  }
  return drawing;
}

/** @param {Board} board @param {number} dimension @param {Point[]} points @param {SVGElement} model as the page drew it: its width and the names of its axes stay */
function draw(board, dimension, points, model) {
  const [xs, ys] = [board.dimensions[dimension], board.dimensions[board.rankBy]];
  const [nameY, nameX] = [...model.querySelectorAll("text.chart-axis")].map(text => text.textContent?.replace(LOG, ""));
  const width = Number(model.getAttribute("width"));
  const bottom = TOP + Math.min(Math.max(width * 0.62, 200), 340);
  const drawing = svg("svg", { class: "chart", viewBox: `0 0 ${width} ${bottom + FOOT}`, width: String(width), height: String(bottom + FOOT), role: "img",
    "aria-label": `${ys.name} against ${xs.name}, ${plural(points.length, "row", "rows")}` });
  if (!points.length) {
    drawing.append(svg("g", { class: "chart-note", "text-anchor": "middle" },
      svg("text", { x: String(width / 2), y: String(bottom / 2) }, "No row shown has both figures.")));
    return drawing;
  }

  const [least, most] = ys.unit === "grade" && ys.scale ? ys.scale : [ys.unit === "number" ? -Infinity : 0, ys.unit === "percent" ? 100 : ys.unit === "share" ? 1 : Infinity];
  const vertical = linear(Math.min(...points.map(p => p.ys?.[0] ?? p.y)), Math.max(...points.map(p => p.ys?.[1] ?? p.y)), least, most);
  const log = xs.unit === "usd" && points.every(p => p.x > 0);
  const [low, high] = [Math.min(...points.map(p => p.x)), Math.max(...points.map(p => p.x))];
  const horizontal = log ? logarithmic(low, high) : linear(low, high, 0);
  const texts = tickTexts(vertical.ticks, ys.unit === "usd", false);
  const left = Math.max(...texts.map(text => text.length)) * 7.5 + 10;
  const at = log ? Math.log : Number;
  const [x0, x1] = [left + 12, width - 16];
  const placeX = (/** @type {number} */ x) => x0 + (x1 - x0) * Math.min(Math.max((at(x) - at(horizontal.low)) / (at(horizontal.high) - at(horizontal.low) || 1), 0), 1);
  const placeY = (/** @type {number} */ y) => bottom - (bottom - TOP) * Math.min(Math.max((y - vertical.low) / (vertical.high - vertical.low || 1), 0), 1);

  const across = spaced(horizontal.ticks, placeX);
  const textsAcross = tickTexts(across, xs.unit === "usd", log);
  drawing.append(
    svg("path", { class: "chart-grid", d: vertical.ticks.map(tick => `M${left} ${placeY(tick)}H${width}`).join("") }),
    svg("g", { class: "chart-ticks", "text-anchor": "end" }, ...vertical.ticks.map((tick, i) => svg("text", { x: String(left - 8), y: String(placeY(tick) + 4) }, texts[i]))),
    svg("g", { class: "chart-ticks", "text-anchor": "middle" }, ...across.map((tick, i) => svg("text", { x: String(placeX(tick)), y: String(bottom + 18) }, textsAcross[i]))),
    svg("text", { class: "chart-axis", y: "12" }, nameY ?? ys.name),
    svg("text", { class: "chart-axis", x: String(width), y: String(bottom + 37), "text-anchor": "end" }, (nameX ?? xs.name) + (log ? LOG : "")));

  drawing.append(...drawnPoints(board, dimension, points, placeX, placeY, { left, top: TOP - 8, right: width, bottom }));
  return drawing;
}

/** The frontier, the points and as many of their names as find room. @param {Board} board @param {number} dimension @param {Point[]} points @param {(value: number) => number} placeX @param {(value: number) => number} placeY @param {Box} plot @returns {Node[]} */
function drawnPoints(board, dimension, points, placeX, placeY, plot) {
  const [xs, ys] = [board.dimensions[dimension], board.dimensions[board.rankBy]];
  /** @type {Node[]} */
  const drawn = [];
  const best = frontier(points, ys.better === "lower" ? -1 : 1);
  if (best.length > 1) {
    const steps = best.map((i, step) => step ? `H${placeX(points[i].x)}V${placeY(points[i].y)}` : `M${placeX(points[i].x)} ${placeY(points[i].y)}`);
    drawn.push(svg("path", { class: "chart-frontier", d: steps.join("") }));
  }
  /** @type {Box[]} */
  const taken = points.map(p => around(placeX(p.x), placeY(p.y)));
  const labels = svg("g", { class: "chart-labels" });
  const order = [...best, ...points.map((_, i) => i).filter(i => !best.includes(i))];
  for (const i of order) {
    const point = points[i];
    const [x, y] = [placeX(point.x), placeY(point.y)];
    const whiskers = (point.ys ? `M${x} ${placeY(point.ys[0])}V${placeY(point.ys[1])}` : "") + (point.xs ? `M${placeX(point.xs[0])} ${y}H${placeX(point.xs[1])}` : "");
    const { id } = rowsOf(board).all[point.row];
    drawn.push(svg("g", { class: best.includes(i) ? "chart-best" : point.partial ? "chart-partial" : "chart-complete" },
      svg("g", { "data-row": id },
        svg("title", null, `${rowsOf(board).all[point.row].label}: ${figureText(ys, point.y, point.ys)}, ${figureText(xs, point.x, point.xs)}`),
        svg("path", { d: whiskers }), svg("circle", { cx: String(x), cy: String(y), r: String(RADIUS) }))));
    const name = rowsOf(board).all[point.row].label;
    const box = roomFor(x, y, name.length * 6.9, taken, plot);
    if (!box) continue;
    taken.push(box);
    labels.append(svg("text", { x: String(box.left), y: String(box.bottom - 3), "data-row": id, ...(point.partial ? { class: "chart-faint" } : {}) }, name));
  }
  return [...drawn, labels];
}

/** Ticks far enough apart for their labels. @param {number[]} ticks @param {(value: number) => number} place */
function spaced(ticks, place) {
  let last = -Infinity;
  return ticks.filter(tick => {
    if (place(tick) - last < 44) return false;
    last = place(tick);
    return true;
  });
}

/** @param {number} x @param {number} y @returns {Box} */
const around = (x, y) => ({ left: x - 6, top: y - 6, right: x + 6, bottom: y + 6 });

/** The first free place beside a point. @param {number} x @param {number} y @param {number} width @param {Box[]} taken @param {Box} plot @returns {Box | null} */
function roomFor(x, y, width, taken, plot) {
  const places = [[x + 8, y - 8], [x - 8 - width, y - 8], [x - width / 2, y - 24], [x - width / 2, y + 8], [x + 6, y - 22], [x + 6, y + 6]];
  for (const [left, top] of places) {
    const box = { left, top, right: left + width, bottom: top + 16 };
    if (box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom
      && !taken.some(other => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) return box;
  }
  return null;
}

/** @param {Printed} unit @param {number} shown @param {[number, number] | null} ends */
const figureText = (unit, shown, ends) => withUnit(unit, shown) + (ends ? ` (${range(unit, ends[0], ends[1])})` : "");

/** @param {Board} board @param {number} dimension @param {Point} point */
function tableRow(board, dimension, point) {
  return el("tr", null, el("th", { scope: "row" }, el("bdi", null, rowsOf(board).all[point.row].label)),
    el("td", { class: "nowrap" }, figureText(board.dimensions[board.rankBy], point.y, point.ys)),
    el("td", { class: "nowrap" }, figureText(board.dimensions[dimension], point.x, point.xs)),
    el("td", { class: "nowrap" }, point.partial ? point.apart || "partial" : "complete"));
}

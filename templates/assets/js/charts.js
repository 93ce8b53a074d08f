// @ts-check
// The charts beside a board: as the page drew them as long as its numbers hold, with the rows that a view keeps; drawn anew where other use
// cases give other numbers.
import { all, el, need, svg } from "./dom.js";
import { covering, frontier, linear, logarithmic, share, spaced, tickTexts } from "./axis.js";
import { money, plural, range, withUnit } from "./format.js";
import { frontierLine, LABEL, makePlacement, RADIUS, scatterLabels, TICK, widthOf } from "./labels.js";
import { drawnLabels, drawnPoint, plotOf } from "./drawn-labels.js";
import { axisName } from "./recount.js";
import { rowsOf } from "./rows.js";
import { listed } from "./verdicts.js";

/** @import { Board, Head, Printed, Score, Scored } from "../../types/board.js" */
/** @typedef {{ row: number, x: number, y: number, partial: boolean, apart: string, xs: [number, number] | null, ys: [number, number] | null }} Point */
/** @typedef {ReturnType<typeof makeCharts>} Charts */
/** @import { Box, Drawn } from "./labels.js" */

const TOP = 26;
const FOOT = 42;
const MARGIN = 12;
const LEAST_ON_LOG = 1e-9;
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
        // Round ticks of another unit stand elsewhere.
        const built = money.calls === 1000;
        const points = whole && built ? [] : pointsOf(scored, chart.dimension, rows);
        const model = /** @type {SVGElement} */ (/** @type {unknown} */ (chart.drawn));
        const next = whole && built ? chart.drawn : scored.whole && points.length && built ? thinned(board, points, model) : draw(board, chart.dimension, points, model);
        if (next !== chart.now) chart.now.replaceWith(next);
        chart.now = next;
        const missing = rows.length - points.length;
        chart.note.textContent = whole ? chart.said
          : frontierText(scored, chart.dimension, points, rows) + (missing ? ` ${plural(missing, "row has", "rows have")} no place here.` : "");
        const best = bestOf(board, points);
        chart.table.replaceChildren(...(whole && built ? chart.rows : points.map((point, i) => tableRow(board, chart.dimension, point, best.includes(i)))));
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
        // A point that found no room for its name says it now, off all other points.
        if (found.length === 1) now.append(...extraLabel(now, found[0], rowsOf(board).all[row].label));
      }
    },
  };
}

/** @param {Element} drawing @param {Element} mark @param {string} name @returns {Element[]} */
function extraLabel(drawing, mark, name) {
  const placement = makePlacement({ left: 0, top: 0, right: Number(drawing.getAttribute("width")), bottom: plotOf(drawing).bottom });
  const placeOf = (/** @type {Element | null} */ circle) => [Number(circle?.getAttribute("cx")), Number(circle?.getAttribute("cy"))];
  for (const circle of drawing.querySelectorAll("circle")) placement.addPoint(placeOf(circle)[0], placeOf(circle)[1]);
  const [[x, y], width] = [placeOf(mark.querySelector("circle")), widthOf(name, LABEL)];
  const box = placement.beside(x, y, width) ?? placement.apart(x, y, width);
  return box ? [svg("text", { class: "extra", x: String(box.left + 2), y: String(box.bottom - 3.5) }, name)] : [];
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

/** @param {Board} board @param {Point[]} points */
const bestOf = (board, points) => frontier(points, board.dimensions[board.rankBy].better === "lower" ? -1 : 1);

/** The frontier in words. @param {Scored} scored @param {number} dimension @param {Point[]} points @param {number[]} rows those shown */
function frontierText({ board, order }, dimension, points, rows) {
  const than = (/** @type {Printed & { unit: string }} */ { unit }) => unit === "usd" ? "cheaper" : unit === "seconds" || unit === "minutes" ? "faster" : "better";
  const best = bestOf(board, points).map(i => rowsOf(board).all[points[i].row].label);
  const complete = new Set(order.complete);
  const [whole, all] = [points.filter(({ partial }) => !partial).length, rows.filter(row => complete.has(row)).length];
  const none = whole === all ? "No complete row is" : `None of the ${plural(whole, "complete row")} with both figures in full is`;
  return best.length ? `The frontier among the rows shown, in blue: ${listed(best)}. ${none} both ${than(board.dimensions[board.rankBy])} and ${than(board.dimensions[dimension])}.`
    : "None of the rows shown is on the frontier.";
}

/** What the page drew, with some of its rows: axes and names stay where they are. @param {Board} board @param {Point[]} points @param {SVGElement} model */
function thinned(board, points, model) {
  const drawing = /** @type {SVGElement} */ (model.cloneNode(true));
  const shown = new Set(points.map(({ row }) => rowsOf(board).all[row].id));
  for (const mark of drawing.querySelectorAll("[data-row]")) if (!shown.has(mark.getAttribute("data-row") ?? "")) mark.remove();
  const desc = drawing.querySelector("desc");
  if (desc) desc.textContent = `${plural(points.length, "row", "rows")} shown with both figures.`;
  const best = bestOf(board, points);
  const marks = points.map(({ row }) => drawing.querySelector(`g[data-row="${rowsOf(board).all[row].id}"]`));
  const labels = need(".chart-labels", drawing);
  const groupOf = (/** @type {string} */ css) => {
    const found = drawing.querySelector(`g.${css}`) ?? svg("g", { class: css });
    if (!found.parentNode) drawing.insertBefore(found, labels);
    return found;
  };
  // In front stand those that no other beats.
  [...points.keys()].sort((a, b) => Number(best.includes(a)) - Number(best.includes(b))).forEach(i =>
    groupOf(best.includes(i) ? "chart-best" : points[i].partial ? "chart-partial" : "chart-complete").append(marks[i] ?? ""));
  drawing.querySelector(".chart-frontier")?.remove();
  const line = frontierLine(best.flatMap(i => marks[i] ? [drawnPoint(marks[i])] : []));
  if (line) drawing.insertBefore(line, drawing.querySelector("g.chart-complete, g.chart-partial, g.chart-best"));
  labels.replaceWith(drawnLabels(drawing));
  return drawing;
}

/** @param {number} a @param {number} b @returns {[number, number]} */
const sorted = (a, b) => a < b ? [a, b] : [b, a];

/** Points in the order in which their labels choose a place. @param {Point[]} points @param {number[]} best */
const ordered = (points, best) => [...best, ...[false, true].flatMap(partial => [...points.keys()].filter(i => points[i].partial === partial && !best.includes(i)))];

/** A point as axes count, which is by the calls that money is printed for. @param {Board} board @param {number} dimension @param {Point} point @returns {Point} */
function counted(board, dimension, point) {
  const times = (/** @type {number} */ at) => board.dimensions[at].unit === "usd" ? money.calls : 1;
  const [x, y] = [times(dimension), times(board.rankBy)];
  const ends = (/** @type {[number, number] | null} */ span, /** @type {number} */ by) => span && /** @type {[number, number]} */ ([span[0] * by, span[1] * by]);
  return { ...point, x: point.x * x, y: point.y * y, xs: ends(point.xs, x), ys: ends(point.ys, y) };
}

/** @param {Board} board @param {number} dimension @param {Point[]} told @param {SVGElement} model as the page drew it: its width and the names of its axes stay */
function draw(board, dimension, told, model) {
  const points = told.map(point => counted(board, dimension, point));
  const [xs, ys] = [board.dimensions[dimension], board.dimensions[board.rankBy]];
  const [nameY, nameX] = [...model.querySelectorAll("text.chart-axis")].map(text => axisName(/** @type {SVGElement} */ (text), board.benchmark.call).replace(LOG, ""));
  const width = Number(model.getAttribute("width"));
  const bottom = TOP + Math.min(Math.max(width * 0.62, 200), 340);
  const drawing = svg("svg", { class: "chart", viewBox: `0 0 ${width} ${bottom + FOOT}`, width: String(width), height: String(bottom + FOOT), role: "img",
    "aria-label": `${ys.name} against ${xs.name}, ${plural(points.length, "row", "rows")}` });
  if (!points.length) {
    drawing.append(svg("g", { class: "chart-note", "text-anchor": "middle" },
      svg("text", { x: String(width / 2), y: String(bottom / 2) }, "No row shown has both figures.")));
    return drawing;
  }

  const vertical = axisOver(ys, points.map(p => p.y), points.flatMap(p => p.ys ? [p.ys] : []));
  const horizontal = axisOver(xs, points.map(p => p.x), points.flatMap(p => p.xs ? [p.xs] : []));
  const shareOf = (/** @type {ReturnType<typeof axisOver>} */ { low, high, log }, /** @type {number} */ value) => log ? share(Math.log(value), Math.log(low), Math.log(high)) : share(value, low, high);
  const placeY = (/** @type {number} */ y) => tenth(bottom - (bottom - TOP) * shareOf(vertical, y));
  const up = spaced(vertical, ticks => tickTexts(ticks, ys.unit === "usd", vertical.log), placeY, () => TICK, 16);
  const left = Math.ceil(Math.max(...up.map(({ text }) => widthOf(text, TICK)))) + 8;
  const [x0, x1] = [left + MARGIN, width - MARGIN - RADIUS];
  const placeX = (/** @type {number} */ x) => tenth(x0 + (x1 - x0) * shareOf(horizontal, x));
  const labelAt = (/** @type {number} */ tick, /** @type {string} */ text) => Math.max(widthOf(text, TICK) / 2, Math.min(placeX(tick), width - widthOf(text, TICK) / 2));
  const level = spaced(horizontal, ticks => tickTexts(ticks, xs.unit === "usd", horizontal.log), labelAt, text => widthOf(text, TICK), 14);
  drawing.append(
    svg("path", { class: "chart-grid", d: up.map(({ tick }) => `M${left} ${placeY(tick)}H${width}`).join("") }),
    svg("g", { class: "chart-ticks", "text-anchor": "end" }, ...up.map(({ tick, text }) => svg("text", { x: String(left - 8), y: String(placeY(tick) + 4) }, text))),
    svg("g", { class: "chart-ticks", "text-anchor": "middle" }, ...level.map(({ tick, text }) => svg("text", { x: String(tenth(labelAt(tick, text))), y: String(bottom + 18) }, text))),
    svg("text", { class: "chart-axis", y: "12" }, (nameY ?? ys.name) + (vertical.log ? LOG : "")),
    svg("text", { class: "chart-axis", x: String(width), y: String(bottom + 37), "text-anchor": "end" }, (nameX ?? xs.name) + (horizontal.log ? LOG : "")));

  drawing.append(...drawnPoints(board, dimension, told, points, placeX, placeY, { left, top: TOP, right: width, bottom }));
  return drawing;
}

const tenth = (/** @type {number} */ place) => Math.round(place * 10) / 10;

/**
 * The axis of a dimension over some values and their intervals, money by its ratios: the twin of ChartAxis.Over.
 * @param {Pick<Head, "unit" | "scale">} of @param {number[]} values @param {[number, number][]} whiskers
 */
export function axisOver({ unit, scale }, values, whiskers) {
  if (unit !== "usd") {
    const [least, most] = unit === "grade" && scale ? scale : [unit === "number" ? -Infinity : 0, unit === "percent" ? 100 : unit === "share" ? 1 : Infinity];
    return { ...linear(...covering(values, whiskers), least, most), log: false };
  }
  const positive = values.filter(value => value > LEAST_ON_LOG);
  if (!positive.length) return { ...logarithmic(0.1, 10), log: true };
  const [low, high] = covering(positive.map(Math.log10), whiskers.filter(([from]) => from > LEAST_ON_LOG).map(([from, to]) => [Math.log10(from), Math.log10(to)]));
  return { ...logarithmic(10 ** low, 10 ** high), log: true };
}

/** The frontier, the points and as many of their names as find room. @param {Board} board @param {number} dimension @param {Point[]} told the points with their figures as they are @param {Point[]} points @param {(value: number) => number} placeX @param {(value: number) => number} placeY @param {Box} plot @returns {Node[]} */
function drawnPoints(board, dimension, told, points, placeX, placeY, plot) {
  const [xs, ys] = [board.dimensions[dimension], board.dimensions[board.rankBy]];
  const best = bestOf(board, points);
  /** @type {Drawn[]} */
  const drawn = points.map(({ row, x, y, partial, xs: level, ys: upright }) => ({
    id: rowsOf(board).all[row].id, name: rowsOf(board).all[row].label, x: placeX(x), y: placeY(y), faint: partial,
    upright: upright && sorted(placeY(upright[0]), placeY(upright[1])), level: level && sorted(placeX(level[0]), placeX(level[1])),
  }));
  const order = ordered(points, best);
  const marks = [...order].reverse().map(i => {
    const [point, { x, y, id, name, upright, level }] = [points[i], drawn[i]];
    return svg("g", { class: best.includes(i) ? "chart-best" : point.partial ? "chart-partial" : "chart-complete" },
      svg("g", { "data-row": id },
        svg("title", null, `${name}: ${figureText(ys, told[i].y, told[i].ys)}, ${figureText(xs, told[i].x, told[i].xs)}`),
        svg("path", { d: (upright ? `M${x} ${upright[1]}V${upright[0]}` : "") + (level ? `M${level[0]} ${y}H${level[1]}` : "") }),
        svg("circle", { cx: String(x), cy: String(y), r: String(RADIUS) })));
  });
  const line = frontierLine(best.map(i => drawn[i]));
  return [...(line ? [line] : []), ...marks, scatterLabels(order.map(i => drawn[i]), best.length, plot)];
}

/** @param {Printed} unit @param {number} shown @param {[number, number] | null} ends */
const figureText = (unit, shown, ends) => withUnit(unit, shown) + (ends ? ` (${range(unit, ends[0], ends[1])})` : "");

/** @param {Board} board @param {number} dimension @param {Point} point @param {boolean} isBest */
function tableRow(board, dimension, point, isBest) {
  return el("tr", null, el("th", { scope: "row" }, el("bdi", null, rowsOf(board).all[point.row].label)),
    el("td", { class: "nowrap" }, figureText(board.dimensions[board.rankBy], point.y, point.ys)),
    el("td", { class: "nowrap" }, figureText(board.dimensions[dimension], point.x, point.xs)),
    el("td", { class: "nowrap" }, isBest ? "complete, on the frontier" : point.partial ? point.apart || "partial" : "complete"));
}

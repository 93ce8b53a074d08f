// @ts-check
// The names beside the points of a chart, placed as ScatterLabels.cs and LabelPlacement.cs place them.
import { svg } from "./dom.js";

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ name: string, id: string, x: number, y: number, faint: boolean, strong?: boolean, upright: readonly [number, number] | null, level: readonly [number, number] | null }} Drawn in pixels */

export const LABEL = 12.5;
export const TICK = 12;
export const RADIUS = 4.5;
const BREATHING = 2;
const DESCENT = 3.5;
const HEIGHT = 13.5;
const CLEARANCE = 4;
/** How much wider strong type is, at most. */
const STRONG = 1.15;
const FRONTIER = "frontier";

// Hundredths of the size of type for U+0020 to U+007E.
const ASCII = [
  32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34,
  64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56,
  102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79,
  67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56,
  50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
  64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/** The greatest width of a text in any usual font: the twin of TextWidth.Of. @param {string} text @param {number} size */
export function widthOf(text, size) {
  let hundredths = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    hundredths += ASCII[code - 32] ?? (/[\p{Mn}\p{Me}\p{Cf}]/u.test(letter) ? 0 : code === 0x2013 || code === 0x2009 ? 64
      : code >= 0x1F000 ? 140 : code >= 0x2E80 ? 105 : /[\p{Lu}\p{Sm}\p{No}]/u.test(letter) ? 110 : code >= 0x2000 ? 105 : 90);
  }
  return hundredths * size / 100;
}

/** The line of the frontier: between two of its rows it runs level. @param {readonly { x: number, y: number }[]} places @returns {SVGElement | null} */
export const frontierLine = places => places.length < 2 ? null
  : svg("path", { class: "chart-frontier", d: places.map(({ x, y }, i) => i ? `H${x}V${y}` : `M${x} ${y}`).join("") });

/** @param {Box} a @param {Box} b */
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** @param {number} left @param {number} top @param {number} width @returns {Box} */
const at = (left, top, width) => ({ left, top, right: left + width, bottom: top + HEIGHT });

/** Finds free places, the most readable first. @param {Box} area */
export function makePlacement(area) {
  /** @type {{ x: number, y: number }[]} */
  const points = [];
  /** @type {Box[]} */
  const lines = [];
  /** @type {Box[]} */
  const labels = [];

  /** @param {Box} box @param {number} [x] @param {number} [y] the label's own point */
  function isFree(box, x, y) {
    if (box.left < area.left || box.right > area.right || box.top < area.top || box.bottom > area.bottom || labels.some(one => overlap(box, one))) return false;
    return points.every(point => {
      const own = point.x === x && point.y === y;
      const [aside, above] = own ? [RADIUS * 0.7, RADIUS * 0.7] : [RADIUS + CLEARANCE, RADIUS];
      return !overlap(box, { left: point.x - aside, top: point.y - above, right: point.x + aside, bottom: point.y + above });
    });
  }

  /** @param {Box[]} free */
  function choose(free) {
    const chosen = free.find(box => !lines.some(line => overlap(box, line))) ?? free.at(0) ?? null;
    if (chosen) labels.push(chosen);
    return chosen;
  }

  return {
    /** @param {number} x @param {number} y */
    addPoint: (x, y) => void points.push({ x, y }),
    /** @param {Box} line */
    avoid: line => void lines.push(line),
    /** @param {Box} label */
    addLabel: label => void labels.push(label),
    /** @param {number} x @param {number} y @param {number} text width of the text */
    beside: (x, y, text) => choose(near(x, y, text + 2 * BREATHING).filter(box => isFree(box, x, y))),
    /** @param {number} x @param {number} y @param {number} text */
    along: (x, y, text) => choose([at(x - text / 2 - BREATHING, y - 2 - HEIGHT, text + 2 * BREATHING), at(x - text / 2 - BREATHING, y + 2, text + 2 * BREATHING)].filter(box => isFree(box))),
    /** @param {number} x @param {number} y @param {number} text */
    apart(x, y, text) {
      const chosen = choose(far(x, y, text + 2 * BREATHING).filter(box => isFree(box, x, y) && !leader(x, y, box).some(piece => labels.some(one => overlap(piece, one)))));
      if (chosen) labels.push(...leader(x, y, chosen));
      return chosen;
    },
  };
}

/** @param {number} x @param {number} y @param {number} width @returns {Box[]} */
function near(x, y, width) {
  const [aside, diagonal] = [RADIUS + 1, RADIUS * 0.7];
  return [
    at(x + aside, y - HEIGHT / 2, width), at(x - aside - width, y - HEIGHT / 2, width),
    at(x - width / 2, y - aside - HEIGHT, width), at(x - width / 2, y + aside, width),
    at(x + diagonal, y - diagonal - HEIGHT, width), at(x + diagonal, y + diagonal, width),
    at(x - diagonal - width, y - diagonal - HEIGHT, width), at(x - diagonal - width, y + diagonal, width),
  ];
}

/** @param {number} x @param {number} y @param {number} width @returns {Box[]} */
function far(x, y, width) {
  const found = [];
  for (let distance = 16; distance <= 64; distance += 8) {
    for (let rise = -distance; rise <= distance; rise += 8) {
      const run = distance + 8 - Math.trunc(Math.abs(rise) / 2);
      found.push(at(x + run, y + rise - HEIGHT / 2, width), at(x - run - width, y + rise - HEIGHT / 2, width));
    }
  }
  return found;
}

/** Where the line from a point meets its label. @param {number} x @param {Box} box @returns {[number, number]} */
const leaderEnd = (x, box) => [box.left > x ? box.left : box.right < x ? box.right : x, (box.top + box.bottom) / 2];

/** That line as a chain of small boxes. @param {number} x @param {number} y @param {Box} box @returns {Box[]} */
function leader(x, y, box) {
  const [endX, endY] = leaderEnd(x, box);
  const pieces = Math.max(1, Math.trunc(Math.max(Math.abs(endX - x), Math.abs(endY - y)) / 4));
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const [atX, atY] = [x + (endX - x) * i / pieces, y + (endY - y) * i / pieces];
    return { left: atX - 1, top: atY - 1, right: atX + 1, bottom: atY + 1 };
  });
}

/**
 * The labels that find room.
 * @param {readonly Drawn[]} points in the order in which they choose their place; the frontier first, from its one end to the other
 * @param {number} frontier how many of them the frontier has
 * @param {Box} plot
 * @param {number} [zoom] how much larger the points' places are than the drawing's units, where type keeps its size
 * @returns {Element}
 */
export function scatterLabels(points, frontier, plot, zoom = 1) {
  const placement = makePlacement({ ...plot, top: plot.top - 8 });
  for (const { x, y, upright, level } of points) {
    placement.addPoint(x, y);
    if (upright) placement.avoid({ left: x - 1, top: upright[0], right: x + 1, bottom: upright[1] });
    if (level) placement.avoid({ left: level[0], top: y - 1, right: level[1], bottom: y + 1 });
  }
  const steps = points.slice(0, Math.max(0, frontier - 1)).map((from, i) => ({ from, to: points[i + 1] }));
  for (const { from, to } of steps) {
    placement.avoid({ left: Math.min(from.x, to.x), top: from.y - 1, right: Math.max(from.x, to.x), bottom: from.y + 1 });
    placement.avoid({ left: to.x - 1, top: Math.min(from.y, to.y), right: to.x + 1, bottom: Math.max(from.y, to.y) });
  }

  const group = svg("g", { class: "chart-labels" });
  const written = (/** @type {number} */ place) => String(Math.round(place / zoom * 10) / 10);
  const text = (/** @type {Box} */ box, /** @type {string} */ said, /** @type {Record<string, string>} */ rest) =>
    group.append(svg("text", { ...rest, x: written(box.left + BREATHING), y: written(box.bottom - DESCENT) }, said));
  const nameFrontier = () => {
    for (const { from, to } of [...steps].sort((a, b) => Math.abs(b.to.x - b.from.x) - Math.abs(a.to.x - a.from.x))) {
      const box = placement.along((from.x + to.x) / 2, from.y, widthOf(FRONTIER, LABEL));
      if (box) return text(box, FRONTIER, { class: "chart-frontier-name" });
    }
  };
  points.forEach(({ name, id, x, y, faint, strong }, i) => {
    if (i === frontier) nameFrontier();
    const width = widthOf(name, LABEL) * (strong ? STRONG : 1);
    let box = placement.beside(x, y, width);
    if (!box && i < frontier && (box = placement.apart(x, y, width))) {
      const [endX, endY] = leaderEnd(x, box);
      group.append(svg("path", { class: "chart-leader", d: `M${written(x)} ${written(y)}L${written(endX)} ${written(endY)}` }));
    }
    if (box && name) text(box, name, { "data-row": id, ...(faint ? { class: "chart-faint" } : strong ? { class: "chart-strong" } : {}) });
  });
  if (frontier === points.length) nameFrontier();
  return group;
}

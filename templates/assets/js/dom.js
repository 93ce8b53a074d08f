// @ts-check

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element; texts become text nodes, so that nothing from data is ever read as markup.
 * @param {string} tag
 * @param {Record<string, string> | null} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes, ...children) {
  return /** @type {HTMLElement} */ (fill(document.createElement(tag), attributes, children));
}

/**
 * A drawing.
 * @param {string} tag
 * @param {Record<string, string> | null} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  return /** @type {SVGElement} */ (fill(document.createElementNS(SVG, tag), attributes, children));
}

/** @param {Element} element @param {Record<string, string> | null} attributes @param {(Node | string)[]} children */
function fill(element, attributes, children) {
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}

/** @param {string} text what only screen readers are told */
export const spoken = text => el("span", { class: "sr" }, text);

/** Where nothing was measured. @param {string} text */
export const none = text => el("i", { class: "none" }, text);

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
export function need(selector, within = document) {
  const found = /** @type {HTMLElement | null} */ (within.querySelector(selector));
  if (!found) throw new Error(`There is no ${selector} on this page.`);
  return found;
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
export const all = (selector, within = document) => [...within.querySelectorAll(selector)].map(found => /** @type {HTMLElement} */ (found));

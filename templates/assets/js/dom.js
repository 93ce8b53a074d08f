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

/**
 * Brings what the menus of a form need once somebody is at the page. A quick hand loses nothing: what is clicked, typed or chosen there
 * before all has come happens when it has.
 * @param {HTMLElement} form
 * @param {() => Promise<unknown>} bring
 */
export function whenNear(form, bring) {
  /** @type {Promise<unknown> | undefined} */
  let coming;
  const until = new AbortController();
  const come = () => coming ??= bring().finally(() => until.abort());
  const wait = (/** @type {Event} */ event) => {
    const { type, target } = event;
    if (!/** @type {Element} */ (target).closest(type === "click" ? ".drop button, .copy, .combo" : ".drop, .combo, .number, .ways, .dial")) return;
    event.stopImmediatePropagation();
    come().finally(() => target?.dispatchEvent(new /** @type {typeof Event} */ (event.constructor)(type, event)));
  };
  for (const sign of ["pointerover", "focusin", "scroll"]) document.addEventListener(sign, come, { signal: until.signal });
  for (const type of ["click", "keydown", "input", "change"]) form.addEventListener(type, wait, { capture: true, signal: until.signal });
}

// @ts-check
import { el } from "./dom.js";

/** A table that scrolls sideways by itself. @param {string} caption for screen readers @param {string} css @param {...Node} parts */
export const scrolled = (caption, css, ...parts) => el("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": caption },
  el("table", { class: css }, el("caption", { class: "sr" }, caption), ...parts));

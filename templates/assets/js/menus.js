// @ts-check
import { all, need } from "./dom.js";

/** Menus close by Escape and by a click elsewhere. @param {HTMLElement} main */
export function closeMenus(main) {
  const close = (/** @type {Element} */ menu) => menu.removeAttribute("open");
  addEventListener("keydown", event => {
    const menu = event.key === "Escape" ? main.querySelector(".drop[open]") : null;
    if (!menu) return;
    close(menu);
    need("summary", menu).focus();
  });
  addEventListener("pointerdown", event => {
    for (const menu of all(".drop[open]", main)) if (!(event.target instanceof Node && menu.contains(event.target))) close(menu);
  });
}

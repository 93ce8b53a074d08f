// @ts-check
// What stays in sight of a wide or long table: its head, its pinned rows, what is beside it, and that there is more at the right.
import { el, need } from "./dom.js";

/** @param {HTMLElement} main */
export function keepInSight(main) {
  const table = need(".board", main);
  const box = need(".scroll", main);
  const rail = /** @type {HTMLElement | null} */ (document.querySelector(".board-side"));
  const hint = el("button", { type: "button", class: "more-columns" }, "More columns \u2192");
  need(".found", main).append(hint);
  hint.addEventListener("click", () => box.scrollBy({ left: box.clientWidth / 2 }));
  const look = () => {
    const wide = table.offsetWidth > box.clientWidth + 1;
    const more = wide && box.scrollLeft + box.clientWidth < box.scrollWidth - 4;
    box.classList.toggle("fits", !wide);
    box.classList.toggle("more", more);
    hint.hidden = !more;
    table.style.setProperty("--head", `${need("thead", table).offsetHeight}px`);
    rail?.style.setProperty("--rail", `${rail.offsetHeight}px`);
  };
  const sizes = new ResizeObserver(look);
  for (const element of [table, box, ...rail ? [rail] : []]) sizes.observe(element);
  box.addEventListener("scroll", look, { passive: true });
}

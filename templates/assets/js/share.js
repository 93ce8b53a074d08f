// @ts-check
// Takes a view elsewhere: as a link, as CSV, inside another page.
import { all, need } from "./dom.js";
import { viewAsCsv } from "./view-csv.js";

/**
 * @param {HTMLElement} main
 * @param {import("./view-csv.js").Sight} sight
 * @param {(text: string) => void} say
 */
export function makeShare(main, sight, say) {
  const share = need(".take", main);
  const html = /** @type {HTMLTextAreaElement} */ (need("textarea", share));
  html.value = embedding();
  share.addEventListener("toggle", () => html.value = embedding());
  /** @type {Record<string, () => void>} */
  const does = {
    link: () => copy(location.href, "The link is copied.", say),
    embed: () => copy(embedding(), "The HTML is copied.", say),
    csv: () => save(`${(main.dataset.name ?? "board").replaceAll("_", "-")}.csv`, "text/csv", viewAsCsv(main, sight)),
  };
  for (const button of all("[data-do]", share)) button.addEventListener("click", () => does[button.dataset.do ?? ""]?.());
}

/** A frame with this view in it. */
function embedding() {
  // A page on somebody's disk is shown from where it is published.
  const published = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const address = new URL(location.protocol === "file:" && published ? published.href + location.search : location.href);
  address.hash = "";
  address.searchParams.set("embed", "1");
  const title = document.title.replace(/[<>&"]/g, "");
  return `<iframe src="${address.href.replace(/&/g, "&amp;").replace(/"/g, "%22")}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`;
}

/** @param {string} text @param {string} done @param {(text: string) => void} say */
export function copy(text, done, say) {
  const copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
  copied.then(() => say(done), () => say("The browser does not allow copying here: copy it by hand."));
}

/** @param {string} name @param {string} type @param {string} text */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

// @ts-check
// On the page for addresses that lead nowhere: the pages whose addresses are nearly this one.
import { el, need } from "./dom.js";
import { loadIndex, nearest } from "./search-index.js";

const MOST_SHOWN = 5;

const section = need(".near");
const index = section.dataset.index ?? "";
// Where there is no index, the lists of the page are all that it can offer.
const entries = await loadIndex(index).catch(() => []);
const root = new URL(".", new URL(index, location.href)).pathname;
const asked = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : location.pathname;
const near = nearest(entries, asked, "path").slice(0, MOST_SHOWN);
need("ul", section).replaceChildren(...near.map(({ kind, name, note, address }) => el(
  "li", null, el("a", { href: address }, el("bdi", null, name)), " ", el("span", { class: "muted" }, note ? `${kind} · ${note}` : kind))));
section.hidden = near.length === 0;

// @ts-check
// What can be looked for, and what of it fits a text or an address. No page names another server: the index is a file of the site.

import { folded, wordsOf } from "./words.js";

/** @typedef {{ kind: string, name: string, note: string, address: string, path: string, text: string, end: number }} Entry its folded name ends there in its text */

/** Of paths and names of pages, what parts words is no part of them. @param {string} text */
const apart = text => text.replace(/[/:()]/g, " ");

/**
 * Fetches the index.
 * @param {string} address of the index, which stands in the root of the site
 * @returns {Promise<Entry[]>}
 */
export async function loadIndex(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`There is no ${address}.`);
  /** @type {[string, [string, string, string, string?][]][]} */
  const kinds = await response.json();
  const root = new URL(".", response.url).href.length;
  return kinds.flatMap(([kind, entries]) => entries.map(([name, place, note, also = ""]) => {
    const to = new URL(place, response.url).href;
    return { kind, name, note, address: to, path: to.slice(root), text: folded(apart(`${name} ${note} ${also}`)), end: folded(apart(name)).length };
  }));
}

/** Pages of problems bear their code: they are for those who submit, not for those who look for a model. @param {string} text */
const isCoded = text => /^CB\d/i.test(text);

/**
 * The entries that have every word of a text, the best first; problems last, unless the text is the code of one.
 * @param {Entry[]} entries
 * @param {string} text
 */
export function matching(entries, text) {
  const words = wordsOf(apart(text));
  const last = (/** @type {Entry} */ entry) => Number(isCoded(entry.name) && !isCoded(text.trim()));
  return entries
    .map(entry => ({ entry, rank: rankOf(entry, words) || Number(isRunTogether(entry, words)) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => last(a.entry) - last(b.entry) || b.rank - a.rank)
    .map(({ entry }) => entry);
}

/** Whether a name has the words however it parts them: "gpt4o" is GPT-4o. @param {Entry} entry @param {string[]} words */
function isRunTogether(entry, words) {
  const joined = words.join("");
  return joined.length > 2 && entry.text.slice(0, entry.end).replaceAll(" ", "").includes(joined);
}

/**
 * How well an entry fits: a word of its name counts more than one of the rest, a beginning more than a middle, and words that stand
 * together more than scattered ones. 0: it lacks a word, or there is none.
 * @param {Entry} entry
 * @param {string[]} words
 */
function rankOf(entry, words) {
  let rank = words.length > 1 && ` ${entry.text}`.includes(` ${words.join(" ")}`) ? 4 : 0;
  for (const word of words) {
    const at = entry.text.indexOf(word);
    if (at < 0) return 0;
    const begins = at === 0 ? 3 : /[\p{L}\p{N}]/u.test(entry.text[at - 1]) ? 1 : 2;
    rank += begins + (at < entry.end ? 3 : 0);
  }
  return rank;
}

/**
 * The entries whose name or path is nearly a text, the nearest first: what a slip of the finger meant.
 * @param {Entry[]} entries
 * @param {string} text
 * @param {"name" | "path"} by
 */
export function nearest(entries, text, by) {
  const wanted = pairsOf(folded(apart(text)));
  return entries
    .map(entry => ({ entry, likeness: likeness(wanted, pairsOf(folded(apart(entry[by])))) }))
    .filter(found => found.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ entry }) => entry);
}

/** Every two letters that stand side by side. @param {string} text */
const pairsOf = text => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** The share of pairs that two texts have in common, from 0 to 1 (Dice's coefficient). @param {string[]} one @param {string[]} other */
function likeness(one, other) {
  const left = [...other];
  let common = 0;
  for (const pair of one) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  return one.length + other.length === 0 ? 0 : 2 * common / (one.length + other.length);
}

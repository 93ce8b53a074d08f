// @ts-check
// Text as readers type it, and names as they stand in addresses and names of files.

/** Nearly all names, which are quicker to fold. */
const PLAIN = /^[\x20-\x7e]*$/;

/** A name as the reader types it: case, accents and what stands between words do not count. @param {string} text */
export const folded = text => (PLAIN.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase().replace(/[\s_-]+/g, " ").trim();

/** What somebody looks for, word by word; a text has it where its folded form has every word. @param {string} text */
export const wordsOf = text => folded(text).split(" ").filter(Boolean);

/** @param {string} text a name as it stands in an address */
export const slug = text => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

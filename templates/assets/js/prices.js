// @ts-check
// The newest list price of each model (src/CrmBench.Site/Browser/PriceData.cs writes them).

/** @typedef {{ in: number, out: number, until: string | null, source: string }} Price US dollars for a million tokens */

/**
 * @param {string} address
 * @returns {Promise<Record<string, Price>>} by model
 */
export async function loadPrices(address) {
  const answer = await fetch(address);
  const file = answer.ok ? await answer.json() : null;
  if (file?.version !== 1) throw new Error("The prices cannot be read.");
  return file.models;
}

/** @param {Price} price @param {number} input tokens of a prompt @param {number} output tokens of an answer */
export const callCost = (price, input, output) => (price.in * input + price.out * output) / 1e6;

// @ts-check
// The newest list price of each model (src/CrmBench.Site/Browser/PriceData.cs writes them).

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as pages print it, 1 Jul 2024. @param {string} day as files have it, 2024-07-01 */
const printed = (day) => {
  const [year, month, of] = day.split("-").map(Number);
  return [of, MONTHS[month - 1], year].join("\u00a0");
};

/**
 * @param {string} address
 * @returns {Promise<(model: string, input: number, output: number) => { usd: number, until: string | null } | null>} what a call of so many
 * tokens costs, and the day on which the price ended
 */
export async function loadPrices(address) {
  const answer = await fetch(address);
  const file = answer.ok ? await answer.json() : null;
  if (file?.version !== 1) throw new Error("The prices cannot be read.");
  const prices = new Map(Object.entries(file.models));
  return (model, input, output) => {
    const price = prices.get(model);
    return price ? { usd: (price.in * input + price.out * output) / 1e6, until: price.until && printed(price.until) } : null;
  };
}

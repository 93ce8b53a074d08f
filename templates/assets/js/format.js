// @ts-check
// Turns numbers into the text a reader sees: the twin of src/CrmBench.Site/Words/Format.cs, whose remarks list the rules.

/** @import { Place, Unit } from "../../types/board" */

const SPACE = "\u00a0";

/** Rounds the decimal number: a half goes up, on whichever side its binary number lies. @param {number} value 0 or more @param {number} decimals */
function rounded(value, decimals) {
  const [digits, power = "0"] = `${value}`.split("e");
  const isHalf = digits.endsWith("5") && (digits.split(".")[1] ?? "").length - Number(power) === decimals + 1;
  return (isHalf ? value * (1 + Number.EPSILON) : value).toFixed(decimals);
}

/** @param {number} value @param {number} decimals */
function fixed(value, decimals) {
  const text = rounded(Math.abs(value), decimals);
  return value < 0 && /[1-9]/.test(text) ? "\u2212" + text : text;
}

/** @param {Unit} unit @param {number} value */
function decimalsOf(unit, value) {
  const size = Math.abs(value);
  return unit === "grade" ? 2 : unit === "percent" ? 1 : size < 0.995 ? 2 : size < 99.95 ? 1 : 0;
}

/** @param {number} value above 0 */
function twoSignificant(value) {
  const decimals = Math.min(100, 1 - Number(value.toExponential().split("e")[1]));
  return rounded(value, decimals).replace(/(\.\d\d\d*?)0+$/, "$1");
}

/** A whole number with thousands separated. @param {number} value */
export function count(value) {
  return (value < 0 ? "\u2212" : "") + `${Math.abs(value)}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** US dollars. @param {number} value @returns {string} */
export function usd(value) {
  if (value < 0) {
    return "\u2212" + usd(-value);
  }
  return "$" + (value === 0 ? "0" : value >= 99.995 ? count(Math.round(value)) : value >= 0.995 ? rounded(value, 2) : twoSignificant(value));
}

/** A value without its unit, but for the dollar sign. @param {Unit} unit @param {number} number */
export function value(unit, number) {
  return unit === "usd" ? usd(number)
    : unit === "seconds" && number > 0 && number < 0.0995 ? twoSignificant(number)
    : fixed(number, decimalsOf(unit, number));
}

/** What follows a number of this unit, its space included. @param {Unit} unit */
export function suffix(unit) {
  return unit === "percent" ? SPACE + "%" : unit === "seconds" ? SPACE + "s" : "";
}

/** A value with its unit. @param {Unit} unit @param {number} number */
export function withUnit(unit, number) {
  return value(unit, number) + suffix(unit);
}

/** @param {Unit} unit @param {number} low @param {number} high */
const ends = (unit, low, high) => value(unit, low) + (low < 0 && unit !== "usd" ? " to " : "\u2013") + value(unit, high);

/**
 * How sure an estimate is: half the width of its interval, or both ends where its sides differ by more than the last digit shown.
 * @param {Unit} unit @param {number} low @param {number} high @param {number} estimate
 */
export function spread(unit, low, high, estimate) {
  const decimals = value(unit, estimate).split(".")[1]?.length ?? 0;
  if (Math.abs(low + high - 2 * estimate) * 10 ** decimals > 1 + 1e-9) return ends(unit, low, high);
  const half = (high - low) / 2;
  return "\u00b1" + (unit === "usd" || (unit === "seconds" && estimate < 0.0995) ? value(unit, half) : fixed(half, decimalsOf(unit, estimate)));
}

/** Both ends of an interval with its unit. @param {Unit} unit @param {number} low @param {number} high */
export const range = (unit, low, high) => ends(unit, low, high) + suffix(unit);

/** A difference of two values, as a size. @param {Unit} unit @param {number} number */
export function difference(unit, number) {
  return unit === "percent" ? `${fixed(number, 1)} points` : unit === "grade" ? `${fixed(number, 2)} grades` : withUnit(unit, number);
}

/** A difference with its sign, without unit. @param {Unit} unit @param {number} number */
export function withSign(unit, number) {
  const text = value(unit, number);
  return number > 0 && /[1-9]/.test(text) ? "+" + text : text;
}

/** A rank range, or one rank. @param {number} best @param {number} worst */
export function ranks(best, worst) {
  return best === worst ? count(best) : `${count(best)}\u2013${count(worst)}`;
}

/** The range of a place, or its rank where no range is known, or null. @param {Place | null | undefined} place */
export const rankText = place =>
  place?.rank == null ? null : place.best !== null && place.worst !== null ? ranks(place.best, place.worst) : count(place.rank);

/** How much there is of something on average. @param {number} number */
export const about = number => number < 9.95 ? fixed(number, 1) : count(Math.round(number));

/** A noun at the beginning of a heading. @param {string} noun */
export const capital = noun => noun[0].toUpperCase() + noun.slice(1);

/** A count with its noun in the right number. @param {number} number @param {string} one @param {string} [many] */
export function plural(number, one, many = one + "s") {
  return count(number) + SPACE + (number === 1 ? one : many);
}

// @ts-check
// Turns numbers into the text a reader sees: the twin of src/CrmBench.Site/Words/Format.cs, whose remarks list the rules.

/** @import { Place, Printed, Unit } from "../../types/board" */

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

/** @param {Unit | Printed} of @returns {Printed} */
const printed = of => typeof of === "string" ? { unit: of } : of;

/** @param {Printed} of @param {number} value */
function decimalsOf({ unit, decimals }, value) {
  const size = Math.abs(value);
  return decimals ?? (unit === "grade" ? 2 : unit === "percent" ? 1 : unit === "share" ? 3 : size < 0.995 ? 2 : size < 99.95 ? 1 : 0);
}

/** Whether what is little is written with two significant digits, so that it is not shown as nothing. @param {Printed} of */
const isTime = ({ unit, decimals }) => decimals === undefined && (unit === "seconds" || unit === "minutes");

/** Thousands apart in what stands before the point. @param {string} text */
const grouped = text => text.replace(/^\u2212?\d+/, digits => digits.replace(/\B(?=(\d{3})+$)/g, ","));

/** @param {number} value above 0 */
function twoSignificant(value) {
  const decimals = Math.min(100, 1 - Number(value.toExponential().split("e")[1]));
  return rounded(value, decimals).replace(/(\.\d\d\d*?)0+$/, "$1");
}

/** A whole number with thousands separated. @param {number} value */
export function count(value) {
  return (value < 0 ? "\u2212" : "") + `${Math.abs(value)}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** How many calls money is printed for: figures are those of one call, and buyers count by the thousand. A switch may change it. */
export const money = { calls: 1000 };

/** @param {number} amount @param {number} decimals */
const dollars = (amount, decimals) => (amount < 0 ? "\u2212" : "") + "$" + grouped(rounded(Number(Math.abs(amount).toExponential(11)), Math.min(Math.max(decimals, 0), 100)));

/** An amount of US dollars, as it is: three significant digits, and all whole dollars. @param {number} value */
export const usd = value => value ? dollars(value, 2 - Number(value.toExponential(2).split("e")[1])) : "$0";

/** A value without its unit, but for the dollar sign. @param {Unit | Printed} of @param {number} number */
export function value(of, number) {
  const how = printed(of);
  const { unit, decimals } = how;
  const { calls } = money;
  // Decimals that a metric asks for are those of one call.
  return unit === "usd" ? decimals === undefined ? usd(number * calls) : dollars(number * calls, calls < 1000 ? decimals : decimals - 3)
    : isTime(how) && number > 0 && number < 0.0995 ? twoSignificant(number)
    : unit === "number" || unit === "count" ? grouped(fixed(number, decimalsOf(how, number)))
    : fixed(number, decimalsOf(how, number));
}

/** What follows a number of this unit, its space included. @param {Unit | Printed} of */
export function suffix(of) {
  const { unit, unit_name } = printed(of);
  return unit === "percent" ? SPACE + "%" : unit === "seconds" ? SPACE + "s" : unit === "minutes" ? SPACE + "min" : unit_name ? SPACE + unit_name : "";
}

/** A value with its unit. @param {Unit | Printed} of @param {number} number */
export function withUnit(of, number) {
  return value(of, number) + suffix(of);
}

/** @param {Unit | Printed} of @param {number} low @param {number} high */
const ends = (of, low, high) => value(of, low) + (low < 0 && printed(of).unit !== "usd" ? " to " : "\u2013") + value(of, high);

/**
 * How sure an estimate is: half the width of its interval, or both ends where its sides differ by more than the last digit shown.
 * @param {Unit | Printed} of @param {number} low @param {number} high @param {number} estimate
 */
export function spread(of, low, high, estimate) {
  const how = printed(of);
  const decimals = value(how, estimate).split(".")[1]?.length ?? 0;
  if (Math.abs(low + high - 2 * estimate) * 10 ** decimals * (how.unit === "usd" ? money.calls : 1) > 1 + 1e-9) return ends(how, low, high);
  const half = (high - low) / 2;
  const text = fixed(half, decimalsOf(how, estimate));
  return "\u00b1" + (how.unit === "usd" || (isTime(how) && estimate < 0.0995) ? value(how, half)
    : how.unit === "number" || how.unit === "count" ? grouped(text) : text);
}

/** Both ends of an interval with its unit. @param {Unit | Printed} of @param {number} low @param {number} high */
export const range = (of, low, high) => ends(of, low, high) + suffix(of);

/** A difference of two values, as a size. @param {Unit | Printed} of @param {number} number */
export function difference(of, number) {
  const { unit } = printed(of);
  return unit === "percent" ? `${value(of, number)} points` : unit === "grade" ? `${value(of, number)} grades` : withUnit(of, number);
}

/** A difference with its sign, without unit. @param {Unit | Printed} of @param {number} number */
export function withSign(of, number) {
  const text = value(of, number);
  return number > 0 && /[1-9]/.test(text) ? "+" + text : text;
}

/** A rank range, or one rank. @param {number} best @param {number} worst */
export function ranks(best, worst) {
  return best === worst ? count(best) : `${count(best)}\u2013${count(worst)}`;
}

/** The range of a place, or its rank where no range is known, or null. @param {Place | null | undefined} place */
export const rankText = place =>
  place?.rank == null ? null : place.best !== null && place.worst !== null ? ranks(place.best, place.worst) : count(place.rank);

/** A noun at the beginning of a heading. @param {string} noun */
export const capital = noun => noun[0].toUpperCase() + noun.slice(1);

/** A count with its noun in the right number. @param {number} number @param {string} one @param {string} [many] */
export function plural(number, one, many = one + "s") {
  return count(number) + SPACE + (number === 1 ? one : many);
}

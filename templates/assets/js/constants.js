// @ts-check
// What the program and the scripts must agree on. The tests write this file from the program's constants (ACCEPT_SNAPSHOTS=1).

/** More use cases than this are told as a count instead of one dot each. */
export const MOST_DOTS = 12;

/** More dots than this are small ones. */
export const FEW_DOTS = 6;

/** Names longer than this may take several lines. */
export const LONG_LABEL = 32;

/** Averages of the same figures in another order may differ in their last bits; such values are equal. */
export const SAME_VALUE = 1E-09;

/** Weights add up to 1 except for rounding in their last bits. */
export const SAME_SHARE = 1E-09;

/** A spread this small, relative to the values, is left by rounding and means none. */
export const ROUNDING_NOISE = 1E-12;

/** Of so few items off an end of the scale, the spread tells too little of those that may lie further off. */
export const FEW_ITEMS = 5;

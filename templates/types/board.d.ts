// The types of the board's scripts. They stand outside the assets, for only the type checker reads them.

/** What a dimension's or metric's numbers are. */
export type Unit = "grade" | "percent" | "seconds" | "usd" | "number" | "minutes" | "share" | "count";

/** How figures are printed: their unit, what a number or a count is of, and decimals where the metric says how many. */
export interface Printed {
  unit: Unit;
  unit_name?: string;
  decimals?: number;
}

/** What the site calls something that it shows. */
export interface Noun {
  one: string;
  many: string;
}

/** What dimensions and metrics have in common. */
export interface Head extends Printed {
  id: string;
  name: string;
  better: "higher" | "lower";
  /** Lowest and highest grade. */
  scale: [number, number] | null;
  /** Position among the dimensions, or among all metrics, each before its parts. */
  index: number;
}

export interface Metric extends Head {
  /** Whether it enters its dimension's mean. */
  counted: boolean;
  parts: Metric[];
}

export interface Tiers {
  /** Whether a row has the band its source printed; else the bounds decide. */
  as_published: boolean;
  /** Cheapest first; `up_to` is null in the last and where bands are as published. */
  bands: { id: string; name: string; up_to: number | null }[];
}

export interface Dimension extends Head {
  /** What being best on it is called, as a heading. */
  best: string;
  /** Where the page has columns of single grades: the least good one, and per row, use case and grade how often it was given. */
  lowest_good?: number;
  grades?: number[];
  tiers: Tiers | null;
  metrics: Metric[];
}

export interface UseCase {
  id: string;
  name: string;
  area: string;
  type: string;
  /** Calls a year in a typical deployment. */
  calls: number | null;
  /** Tokens of a typical prompt and response. */
  input: number | null;
  output: number | null;
  weight: number;
  /** Address of its page. */
  path: string;
}

/** A row in words. */
export interface Row {
  /** Identifier of the submission. */
  id: string;
  model: string;
  name: string;
  variant: string;
  /** Name and variant. */
  label: string;
  provider: string;
  providerName: string;
  openness: "closed" | "open-weights" | "open" | "";
  /** Whether a judge of this row is of the same provider. */
  ownJudge: boolean;
  /** Address of what the model's page says about this benchmark. */
  page: string;
  /** Address of the file and line in the repository. */
  source: string;
}

/** A metric of a group: per item the mean over raters, NaN where nobody rated. */
export interface RatedMetric {
  means: ArrayLike<number>;
  /** Per item its number of ratings, where each rating counts the same; each item does without. */
  sizes?: ArrayLike<number>;
  average: number;
  /** Number of items. */
  count: number;
  /** What they count together. */
  weight: number;
}

/** The ratings of a row in one use case by one method. */
export interface Group {
  /** Groups of two rows can be paired where this is the same. */
  at: number;
  /** Figures and ratings of one place may rest on the same answers. */
  place: number;
  /** What the level of intervals leaves outside. */
  outside: number;
  /** Number of its list of items: rows that share it were rated on the same items. */
  list: number;
  /** Numbers of the items, rising. */
  items: ArrayLike<number>;
  /** By the metric's index. */
  metrics: (RatedMetric & { ends: [lowest: number, highest: number] })[];
}

/** A board as its file holds it, in columns; NaN stands for no number. */
export interface Board {
  benchmark: { id: string; name: string; short: string; invented: boolean; level: number; call: Noun; subject: Noun; use_case: Noun; holm: boolean; compared: number };
  release: { id: string; date: string };
  method: { id: string; name: string; judged_by: "people" | "programs" };
  /** Position of the dimension that orders the rows. */
  rankBy: number;
  useCases: UseCase[];
  dimensions: Dimension[];
  /** All metrics, each before its parts. */
  metrics: Metric[];
  /** Rows stand in the order of display: complete ones, partial ones, those without a score. */
  count: number;
  complete: number;
  partial: number;
  row(row: number): Row;
  /** Per complete row. */
  ranking: Columns<"rank" | "best" | "worst">;
  /** Per metric and use case: 0 for nothing, n for the row's n-th figure, -n for the metric in the row's n-th group. */
  layouts: number[][];
  layoutOf: Float64Array;
  /** Per row the position of its first figure and its first group. */
  firstFigure: Float64Array;
  firstGroup: Float64Array;
  /** Without degrees of freedom they are infinite; a band without money has no value. */
  figures: Columns<"value" | "error" | "degrees" | "low" | "high" | "count" | "band" | "place" | "belongs" | "kind">;
  /** Pairs of figures by position with the correlation of their errors, where sources state any. */
  correlations?: { first: number[]; second: number[]; correlation: number[] };
  /** What joins the errors of parts of one place by them, once it is here; null where nothing is stated of these. */
  joined?: (same: Parts<Part>) => number | null;
  /** What an interval rests on, and what a count counts. */
  kinds: [basis: string, countOf: string][];
  group(index: number): Group;
  /** Whether there are ratings, and what scores them once it is here. */
  rated: boolean;
  ratings: typeof import("../assets/js/ratings.js") | null;
}

/** A group of ratings as the file holds it. */
export interface WrittenGroup extends Omit<Group, "metrics"> {
  /** The rated metrics, in the order of the means. */
  rated: Head[];
  /** Per metric one character an item, or numbers. */
  means: ArrayLike<string | number | null>[];
  /** Per metric the number of ratings of each item, where each rating counts the same; null where it is that of the first metric. */
  sizes?: (number[] | null)[];
  denominator: number;
}

export type Columns<Names extends string> = Record<Names, Float64Array>;

/** An estimate; its standard error is null where its spread is not known. */
export interface Mean {
  value: number;
  se: number | null;
  df: number;
}

/** Means with their weights. */
export type Parts<M extends Mean = Mean> = [weight: number, mean: M][];

/** Metrics, by index, with their weights. */
export type Weights = [metric: number, weight: number][];

/** A sum of metrics that rests on the same items. */
export interface Rated extends Mean {
  group: Group;
  /** That of the group. */
  place: number;
  weights: Weights;
  /** What each item adds. */
  influences: Float64Array;
}

/** A part of an average: ratings, or the figure at a position. */
export type Part = Mean & { rated?: Rated; at?: number; place?: number };

/** What an average is made of, the same for all rows of a layout. */
export interface Plan {
  /** Per use case. */
  covered: boolean[];
  /** The same as a text, to compare. */
  key: string;
  count: number;
  /** Number of figures and rated metrics. */
  size: number;
  parts: { cell: number; weights: Weights }[];
  /** Room for a row's terms, used again for each row. */
  terms: Float64Array;
}

/** A number of a row; null where nothing is covered or known. */
export interface Score {
  value: number | null;
  low: number | null;
  high: number | null;
  se: number | null;
  df: number;
  count: number | null;
  /** "items", "tasks", "trials", "calls", "observations" or "". */
  countOf: string;
  /** What the interval rests on; "average-of-values" and "value-only" have none. */
  basis: string;
  /** Use cases that have it, of those selected. */
  covered: number;
  total: number;
  /** Positions of the lowest and highest band; none for a cost that is partial or not the row's own. */
  tier: [number, number] | null;
  /** What sets it apart from figures of the row's own run, or "". */
  apart: string;
}

export interface Place {
  rank: number | null;
  best: number | null;
  worst: number | null;
}

/** 1: the first is better, -1: the second is, 0: may be chance, null: nobody can tell. */
export type Verdict = 1 | 0 | -1 | null;

/**
 * Verdicts on pairs of rows, by Holm's method; `difference` gives the first minus the second, `sign` is 1 where more is better. What it
 * returns is null for a pair without one, and for a row that is not among them.
 */
export type Holm = (count: number, difference: (first: number, second: number) => Mean, outside: number, sign: number) =>
  (first?: number, second?: number) => Verdict;

/** The first minus the second. */
export interface Difference extends Mean {
  low: number | null;
  high: number | null;
  verdict: Verdict;
  /** Whether any of it was compared item by item. */
  paired: boolean;
}

/** What a scored board knows of itself, for comparing its rows. */
export type Compared = Pick<Scored, "board" | "chosen" | "rankBy" | "values" | "covered" | "apart" | "dimension"> & {
  /** The order of the board's file, where it is the one: over all use cases, by the board's own dimension. */
  filed: Scored["order"] | null;
  /** Per dimension 1 where more is better, else -1. */
  signs: number[];
  /** Probability outside the level. */
  outside: number;
  /** Half the width of an interval, null for none. */
  marginOf: (mean: Mean) => number | null;
  planOfDimension: (dimension: number) => (row: number) => Plan;
  partsOf: (row: number, dimension: number) => Parts<Part>;
};

/** Comparisons of the rows of a board. */
export type Comparing = (board: Compared, holm: Holm | null) => Pick<Scored, "order" | "rankAmong" | "difference"> & {
  places: () => Place[];
};

/** A board scored over some of its use cases. Nothing is computed before it is asked for; what was computed is kept. */
export interface Scored {
  board: Board;
  /** Positions of the use cases. */
  chosen: number[];
  /** Whether these are all. */
  whole: boolean;
  /** Position of the dimension that ranks; figures do not depend on it. */
  rankBy: number;
  dimension(row: number, dimension: number): Score;
  /** The bands that the sources of a dimension's figures printed, or null. */
  band(row: number, dimension: number): [number, number] | null;
  /** A metric or part, by its index among all metrics. */
  metric(row: number, metric: number): Score;
  /** A dimension in one use case, whether it is selected or not. */
  useCase(row: number, dimension: number, useCase: number): Score;
  /** A dimension of all rows, NaN for none: for sorting, filters and charts. */
  values(dimension: number): Float64Array;
  /** Per row how many of the selected use cases have a dimension. */
  covered(dimension: number): Float64Array;
  /** Per row how far a dimension is from the row's own run: 0 its own, 1 of all use cases together, 2 measured elsewhere. */
  apart(dimension: number): Float64Array;
  /** Rows in the order of display. */
  readonly order: { complete: number[]; partial: number[]; unscored: number[] };
  /** Per row; without ranges on boards of more complete rows than are compared that are not shown whole. */
  readonly places: Place[];
  /** Ranks of some rows among each other, each found when asked for; rows that are not complete have none. */
  rankAmong(rows: Iterable<number>): (row: number) => Place | null;
  /** How two rows differ; null where they do not cover the same use cases. */
  difference(dimension: number, first: number, second: number): Difference | null;
}

import type { DimensionId } from '../filters/dimensions.ts';

/** What stands above and below the line of a measure: of a count both are the count. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** One value of a dimension in two periods. */
export interface PartOfChange {
  code: number;
  before: Fraction;
  now: Fraction;
}

/** How much of a measure's change one value makes: in the measure's own unit; all together make the whole change. */
export interface Contribution extends PartOfChange {
  change: number;
}

/** A measure in two periods, split by one dimension. */
export interface SplitChange {
  dimension: DimensionId;
  before: Fraction;
  now: Fraction;
  /** Those that moved the measure the way it went come first, the largest in front. */
  contributions: readonly Contribution[];
  change: number;
}

/**
 * How the values of a dimension make up the difference of a measure between two periods.
 *
 * Method: a value's part in the measure is its own numerator over the denominator of all (of a count, the count
 * itself), so parts add up to the measure in each period, and their differences to its change. So a value also
 * contributes by becoming rarer or more frequent, not only by getting better or worse. `scale` multiplies the counts
 * of the earlier period where it is longer or shorter. Example: 20 of 100 before and 15 of 100 now, of which delays
 * were 12 and 6: delays contribute −6 points, the others +1.
 */
export function splitChange(
  dimension: DimensionId,
  isCount: boolean,
  parts: readonly PartOfChange[],
  scale = 1,
): SplitChange {
  const before = addUp(parts.map((part) => part.before));
  const now = addUp(parts.map((part) => part.now));
  const partOf = (of: Fraction, whole: Fraction) =>
    isCount ? of.numerator : whole.denominator === 0 ? 0 : of.numerator / whole.denominator;
  const changeOf = (of: Pick<PartOfChange, 'before' | 'now'>) =>
    partOf(of.now, now) - partOf(of.before, before) * (isCount ? scale : 1);
  const change = changeOf({ before, now });
  const way = change < 0 ? -1 : 1;
  const contributions = parts
    .map((part) => ({ ...part, change: changeOf(part) }))
    .sort((one, other) => (other.change - one.change) * way || one.code - other.code);
  return { dimension, before, now, contributions, change };
}

/** The rows of two periods side by side; a value that one of them does not have counted nothing in it. */
export function pairParts(
  before: readonly ({ code: number } & Fraction)[],
  now: readonly ({ code: number } & Fraction)[],
): PartOfChange[] {
  const byCode = (rows: readonly ({ code: number } & Fraction)[]) =>
    new Map(rows.map(({ code, numerator, denominator }) => [code, { numerator, denominator }]));
  const [earlier, later] = [byCode(before), byCode(now)];
  const none = { numerator: 0, denominator: 0 };
  return [...new Set([...earlier.keys(), ...later.keys()])].map((code) => ({
    code,
    before: earlier.get(code) ?? none,
    now: later.get(code) ?? none,
  }));
}

function addUp(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (sum, { numerator, denominator }) => ({
      numerator: sum.numerator + numerator,
      denominator: sum.denominator + denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
}

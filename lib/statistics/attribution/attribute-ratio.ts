import type { Fraction } from '../fraction.ts';
import { shareOf } from './attribute-sum.ts';
import {
  type Attribution,
  type Contribution,
  checkSameWhole,
  explain,
  ranked,
  surprise,
} from './attribution.ts';

export interface RatioDimension<Element> {
  dimension: string;
  elements: readonly { element: Element; before: Fraction; after: Fraction }[];
}

/**
 * What a change of a share, rate or mean consists of: by each dimension, how much each value moves it, by its own ratio
 * and by its weight; null when the ratio did not change or cannot be told. Ask only where a rule says that it changed.
 *
 * Method: Adtributor for derived measures (Bhagwan et al. 2014, NSDI, section 4). Power of a value = finite difference
 * ((Δ numerator · D − Δ denominator · N) / (D · (D + Δ denominator))) of the whole N / D when it alone changes, by the sum of
 * these over its dimension; surprise of numerators plus surprise of denominators; see `explain`. A dimension whose
 * differences add up to 0 explains nothing. Negative numbers, and
 * dimensions that add up to different wholes, are RangeErrors. In the contributions, before and after
 * are the value's own ratios. Example: 20 of 100 before and 32 of 100 after; by team
 * A 10 of 50 to 21 of 50, B 10 of 50 to 11 of 50: powers 11/12 and 1/12, A explains.
 */
export function attributeRatio<Element>(
  dimensions: readonly RatioDimension<Element>[],
): Attribution<Element> | null {
  const wholes = dimensions.map(wholeOf);
  const [whole] = wholes;
  if (whole)
    for (const [index, one] of wholes.entries())
      checkSameWhole(dimensions[index]?.dimension ?? '', sides(one), sides(whole));
  if (whole === undefined) return null;
  const [before, after] = [ratioOf(whole.before), ratioOf(whole.after)];
  if (before === null || after === null || before === after) return null;
  const found = dimensions.map((dimension) => explain(dimension.dimension, contributions(dimension)));
  return { before, after, change: after - before, dimensions: ranked(found) };
}

function contributions<Element>(dimension: RatioDimension<Element>): Contribution<Element>[] {
  const whole = wholeOf(dimension);
  const { numerator, denominator } = whole.before;
  const moves = dimension.elements.map(({ before, after }) => {
    const more = after.denominator - before.denominator;
    const change = (after.numerator - before.numerator) * denominator - more * numerator;
    return change / (denominator * (denominator + more));
  });
  const together = moves.reduce((sum, move) => sum + move, 0);
  return dimension.elements.map(({ element, before, after }, index) => {
    const power = (moves[index] ?? 0) / together;
    return {
      element,
      before: ratioOf(before),
      after: ratioOf(after),
      power: Number.isFinite(power) ? power : 0,
      surprise:
        surprise(shareOf(before.numerator, numerator), shareOf(after.numerator, whole.after.numerator)) +
        surprise(
          shareOf(before.denominator, denominator),
          shareOf(after.denominator, whole.after.denominator),
        ),
    };
  });
}

function wholeOf<Element>({ dimension, elements }: RatioDimension<Element>) {
  const sum = (fractions: readonly Fraction[]): Fraction => {
    if (fractions.some(({ numerator, denominator }) => !(numerator >= 0 && denominator >= 0)))
      throw new RangeError(`${dimension} has a value below 0`);
    return {
      numerator: fractions.reduce((total, { numerator }) => total + numerator, 0),
      denominator: fractions.reduce((total, { denominator }) => total + denominator, 0),
    };
  };
  return {
    before: sum(elements.map(({ before }) => before)),
    after: sum(elements.map(({ after }) => after)),
  };
}

function ratioOf({ numerator, denominator }: Fraction): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function sides({ before, after }: { before: Fraction; after: Fraction }): number[] {
  return [before.numerator, before.denominator, after.numerator, after.denominator];
}

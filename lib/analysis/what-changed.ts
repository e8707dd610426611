import type { DimensionId } from '../filters/dimensions.ts';
import type { Measure } from '../measures/measure.ts';
import { addsUp, measureValue, noSums } from '../measures/sums.ts';
import { attributeRatio } from '../statistics/attribution/attribute-ratio.ts';
import { attributeSum } from '../statistics/attribution/attribute-sum.ts';
import type { Fraction } from '../statistics/fraction.ts';

/** One value of a dimension in two periods; of a count or sum only the numerator says something. */
export interface PartOfChange {
  /** Null for an hour that is not known. */
  code: number | null;
  before: Fraction;
  now: Fraction;
}

/** How much of a measure's change one value makes, in the measure's unit; all together make the whole change. */
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
  /** The measure now, and how far it is from the measure before, which `scale` has made comparable. */
  level: number;
  change: number;
}

/** Whether a measure's change can be split at all: the middle of all is not made of the middles of parts. */
export function canBeSplit({ aggregate, grain }: Measure): boolean {
  return aggregate !== 'median' && grain !== 'agent_week' && grain !== 'contact';
}

/**
 * How the values of each dimension make up the difference of a measure between two periods: the dimension that tells
 * most about it first. Null where nothing changed, or where one period has nothing to tell.
 *
 * Method: Adtributor (see attributeSum and attributeRatio). A value moves a rate by its own rate and by its weight; a
 * value that only grew, with the rate of all, moves nothing. `scale` multiplies the sums of the earlier period, where
 * that is longer or shorter. Every dimension holds all records, unknown among them, so parts make up the whole.
 * Example: 20 of 100 before and 32 of 100 now; team A 10 of 50 to 21 of 50, B 10 of 50 to 11 of 50: A makes 11 of the
 * 12 points.
 */
export function splitChange(
  measure: Measure,
  dimensions: readonly { dimension: DimensionId; parts: readonly PartOfChange[] }[],
  scale = 1,
): SplitChange[] | null {
  const found = addsUp(measure)
    ? attributeSum(
        dimensions.map(({ dimension, parts }) => ({
          dimension,
          elements: parts.map((element) => ({
            element,
            before: element.before.numerator * scale,
            after: element.now.numerator,
          })),
        })),
      )
    : attributeRatio(
        dimensions.map(({ dimension, parts }) => ({
          dimension,
          elements: parts.map((element) => ({ element, before: element.before, after: element.now })),
        })),
      );
  if (!found) return null;
  const change = inUnit(measure, found.change);
  return found.dimensions.map(({ dimension, contributions }) => ({
    dimension: idOf(dimensions, dimension),
    before: addUp(contributions.map(({ element }) => element.before)),
    now: addUp(contributions.map(({ element }) => element.now)),
    level: inUnit(measure, found.after),
    change,
    contributions: contributions
      .map(({ element, power }) => ({ ...element, change: power * change }))
      .sort(byWay(change)),
  }));
}

/** Those that went the way of the whole come first, the largest in front; equal ones by code. */
function byWay(whole: number) {
  const way = whole < 0 ? -1 : 1;
  return (one: Contribution, other: Contribution) =>
    (other.change - one.change) * way || (one.code ?? -1) - (other.code ?? -1);
}

/** What is one of the sums in the unit of the measure: of six documented items, a sixth of a share. */
function inUnit(measure: Measure, ofSums: number): number {
  return ofSums * (measureValue(measure, { ...noSums(measure), numerator: 1, denominator: 1 }) ?? 1);
}

type Row = { code: number | null } & Fraction;

/** The rows of two periods side by side; a value that one of them does not have counted nothing in it. */
export function pairParts(before: readonly Row[], now: readonly Row[]): PartOfChange[] {
  const byCode = (rows: readonly Row[]) =>
    new Map(rows.map(({ code, numerator, denominator }) => [code, { numerator, denominator }]));
  const [earlier, later] = [byCode(before), byCode(now)];
  const none = { numerator: 0, denominator: 0 };
  return [...new Set([...earlier.keys(), ...later.keys()])].map((code) => ({
    code,
    before: earlier.get(code) ?? none,
    now: later.get(code) ?? none,
  }));
}

function idOf(dimensions: readonly { dimension: DimensionId }[], id: string): DimensionId {
  const found = dimensions.find(({ dimension }) => dimension === id);
  if (!found) throw new RangeError(`${id} was not asked for`);
  return found.dimension;
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

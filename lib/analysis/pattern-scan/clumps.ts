import { dispersion } from '../../statistics/dispersion.ts';
import type { Scanned } from './combinations.ts';
import type { PatternKind } from './evidence.ts';
import type { Clumping } from './scan-input.ts';
import type { Tally } from './tally.ts';

/** Whole weeks one after another, of everything and of each value; a week in which a value had nothing is null. */
export interface Weeks {
  all: readonly Tally[];
  values: readonly { dimension: Scanned; weeks: readonly (Tally | null)[] }[];
}

/** With fewer weeks nothing can be said about how counts scatter. */
const FEWEST_WEEKS = 4;
const FEWEST_RECORDS = 30;
const [LEAST_WEEKS, MOST_WEEKS] = [5, 100];

/**
 * How incidents come in clumps, and ten out of one clump say no more than one: how much more the counts of values vary
 * from week to week than those of independent incidents would.
 *
 * Method: for each value its share of each week's incidents (or of escalations and bad outcomes in its own), Pearson's
 * chi-square about the pooled share by its degrees of freedom. Usual in a dimension is the median over its values, so that
 * one outage does not blur all others, by the median of chi-square; usual for a combination the mean over its dimensions,
 * at least 1. How much the values differ says how far what is usual can be trusted for one of them: with a variance of
 * ratios v beyond that of chi-square, as much as 2 / v weeks (Smyth 2004, Statistical Applications in Genetics 3:3).
 */
export function findClumping({ all, values }: Weeks): Clumping {
  const known = new Map<PatternKind, ReturnType<typeof clumpingOf>>();
  const of = (kind: PatternKind) => {
    const found = known.get(kind) ?? clumpingOf(kind, { all, values });
    known.set(kind, found);
    return found;
  };
  return {
    usual: (kind, combination) => {
      const ratios = combination.map(({ dimension }) => of(kind).byDimension.get(dimension) ?? 1);
      return Math.max(1, meanOf(ratios));
    },
    weeks: (kind) => of(kind).weeks,
  };
}

/**
 * How much the counts of one combination vary: the mean of what its own weeks say and of what is usual, each with the
 * weeks that it is worth; at least 1. Without weeks it is what is usual.
 *
 * Method: quasi-likelihood dispersion shrunken to a prior (Lund et al. 2012, Statistical Applications in Genetics 11:5). A
 * Pearson statistic of Poisson counts with mean m has 1 + 1/2m times the variance of chi-square, so that a week with
 * few incidents is worth 1 / (1 + 1/2m).
 */
export function ownDispersion(
  kind: PatternKind,
  weeks: readonly (Tally | null)[],
  all: readonly Tally[],
  prior: { usual: number; weeks: number },
): number {
  const own = scatter(kind, weeks, all);
  if (own === null) return prior.usual;
  return Math.max(1, (own.worth * own.ratio + prior.weeks * prior.usual) / (own.worth + prior.weeks));
}

function clumpingOf(kind: PatternKind, { all, values }: Weeks) {
  const scatters = values.flatMap(({ dimension, weeks }) => {
    const found = scatter(kind, weeks, all);
    return found && found.records >= FEWEST_RECORDS ? [{ dimension, ...found }] : [];
  });
  const byDimension = new Map(
    [...new Set(scatters.map(({ dimension }) => dimension))].map((dimension) => [
      dimension,
      medianOf(
        scatters.filter((each) => each.dimension === dimension).map(({ ratio, usual }) => ratio / usual),
      ),
    ]),
  );
  const beyond = scatters.map(
    ({ dimension, ratio, worth }) => (ratio / (byDimension.get(dimension) ?? 1) - 1) ** 2 - 2 / worth,
  );
  const variance = meanOf(beyond);
  return {
    byDimension,
    weeks: Math.min(MOST_WEEKS, Math.max(LEAST_WEEKS, variance > 0 ? 2 / variance : MOST_WEEKS)),
  };
}

interface Scatter {
  /** Variance seen by variance expected, and its median where only chance acts. */
  ratio: number;
  usual: number;
  /** How many degrees of freedom of chi-square it is worth. */
  worth: number;
  records: number;
}

function scatter(kind: PatternKind, weeks: readonly (Tally | null)[], all: readonly Tally[]): Scatter | null {
  const points = all.map((week, index) => pointOf(kind, weeks[index] ?? null, week));
  const found = points.length < FEWEST_WEEKS ? null : dispersion('share', points);
  if (found === null) return null;
  const sum = (of: 'numerator' | 'denominator') => points.reduce((total, point) => total + point[of], 0);
  const { ratio, degreesOfFreedom } = found;
  const mean = sum('numerator') / points.length;
  return {
    ratio,
    // The median of chi-square by its degrees of freedom (Wilson and Hilferty 1931, PNAS 17:684-688).
    usual: (1 - 2 / (9 * degreesOfFreedom)) ** 3,
    worth: degreesOfFreedom / (1 + 1 / (2 * mean)),
    records: kind === 'escalated' || kind === 'bad' ? sum('denominator') : sum('numerator'),
  };
}

function pointOf(kind: PatternKind, own: Tally | null, all: Tally) {
  if (kind === 'escalated') return { numerator: own?.escalated ?? 0, denominator: own?.known ?? 0 };
  if (kind === 'bad') return { numerator: own?.bad ?? 0, denominator: own?.settled ?? 0 };
  return { numerator: own?.incidents ?? 0, denominator: all.incidents };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 1) + (sorted[Math.floor(middle)] ?? 1)) / 2;
}

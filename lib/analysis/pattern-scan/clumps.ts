import { dispersion } from '../../statistics/dispersion.ts';
import { groupBy } from '../group-by.ts';
import type { Scanned } from './combinations.ts';
import type { PatternKind } from './evidence.ts';
import type { Clumping, Counted } from './scan-input.ts';
import { NO_TALLY, type Tally } from './tally.ts';

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
 * at least 1. A combination with fewer incidents than those values have varies less, as far as what varies is their rate
 * (`clumped`). How much the values differ says how far what is usual can be trusted for one of them: with a variance of
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
    usual: (counted) => {
      const { byDimension, clumped, weekly } = of(counted.kind);
      const size = weekly * partOf(counted);
      const ratios = counted.combination.map(({ dimension }) => {
        const { ratio, mean } = byDimension.get(dimension) ?? NOTHING_KNOWN;
        return ratio <= 1 ? ratio : 1 + (ratio - 1) * (clumped + (1 - clumped) * Math.min(1, size / mean));
      });
      return Math.max(1, meanOf(ratios));
    },
    weeks: (kind) => of(kind).weeks,
  };
}

const NOTHING_KNOWN = { ratio: 1, mean: 1 };

/** How much of all that can be asked about has the combination. */
function partOf({ kind, own, all }: Counted): number {
  if (kind === 'escalated') return all.known === 0 ? 0 : own.known / all.known;
  if (kind === 'bad') return all.settled === 0 ? 0 : own.settled / all.settled;
  const whole = all.now + all.before;
  return whole === 0 ? 0 : (own.now + own.before) / whole;
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
    [...groupBy(scatters, ({ dimension }) => dimension)].map(([dimension, own]) => {
      const ratio = medianOf(own.map((each) => each.ratio / each.usual));
      return [dimension, { ratio, mean: medianOf(own.map(({ mean }) => mean)) }];
    }),
  );
  const usualOf = (dimension: Scanned) => byDimension.get(dimension) ?? NOTHING_KNOWN;
  const beyond = scatters.map(
    ({ dimension, ratio, worth }) => (ratio / usualOf(dimension).ratio - 1) ** 2 - 2 / worth,
  );
  const variance = meanOf(beyond);
  const records = all.map((week) => pointOf(kind, week, week).records);
  return {
    byDimension,
    clumped: clumpedPart(scatters.map((each) => ({ ...each, of: usualOf(each.dimension) }))),
    weekly: meanOf(records),
    weeks: Math.min(MOST_WEEKS, Math.max(LEAST_WEEKS, variance > 0 ? 2 / variance : MOST_WEEKS)),
  };
}

/**
 * How much of what counts vary beyond chance is clumps, 0 to 1; the rest is that rates themselves vary. Clumps multiply the
 * variance of many and of few incidents alike; a rate that varies adds to it in proportion to how many there are.
 *
 * Method: a value with u times as many incidents as is usual in its dimension, where counts vary 1 + x times as much, is
 * expected to vary 1 + x (k + (1 − k) u) times; k by weighted least squares over all values, and one standard error more,
 * so that little evidence leaves everything to clumps.
 */
function clumpedPart(scatters: readonly (Scatter & { of: { ratio: number; mean: number } })[]): number {
  let [products, squares] = [0, 0];
  for (const { ratio, usual, worth, mean, of } of scatters) {
    const beyond = of.ratio - 1;
    if (beyond <= 0) continue;
    const times = Math.min(MOST_TIMES, mean / of.mean);
    const slope = beyond * (1 - times);
    products += (worth / 2) * slope * (ratio / usual - 1 - beyond * times);
    squares += (worth / 2) * slope ** 2;
  }
  if (squares === 0) return 1;
  return Math.min(1, Math.max(0, products / squares + 1 / Math.sqrt(squares)));
}

/** A value that has nearly everything does not say more than this about all others. */
const MOST_TIMES = 3;

interface Scatter {
  /** Variance seen by variance expected, and its median where only chance acts. */
  ratio: number;
  usual: number;
  /** How many degrees of freedom of chi-square it is worth. */
  worth: number;
  /** All that were counted, and how many a week that could be. */
  records: number;
  mean: number;
}

function scatter(kind: PatternKind, weeks: readonly (Tally | null)[], all: readonly Tally[]): Scatter | null {
  const points = all.map((week, index) => pointOf(kind, weeks[index] ?? null, week));
  const found = points.length < FEWEST_WEEKS ? null : dispersion('share', points);
  if (found === null) return null;
  const sum = (of: 'numerator' | 'records') => points.reduce((total, point) => total + point[of], 0);
  const { ratio, degreesOfFreedom } = found;
  const counted = sum('numerator') / points.length;
  return {
    ratio,
    // The median of chi-square by its degrees of freedom (Wilson and Hilferty 1931, PNAS 17:684-688).
    usual: (1 - 2 / (9 * degreesOfFreedom)) ** 3,
    worth: degreesOfFreedom / (1 + 1 / (2 * counted)),
    records: sum('records'),
    mean: sum('records') / points.length,
  };
}

/** A week: what is counted, out of how many, and how many records of the value's own that is. */
function pointOf(kind: PatternKind, own: Tally | null, all: Tally) {
  const { incidents, known, escalated, settled, bad } = own ?? NO_TALLY;
  if (kind === 'escalated') return { numerator: escalated, denominator: known, records: known };
  if (kind === 'bad') return { numerator: bad, denominator: settled, records: settled };
  return { numerator: incidents, denominator: all.incidents, records: incidents };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 1) + (sorted[Math.floor(middle)] ?? 1)) / 2;
}

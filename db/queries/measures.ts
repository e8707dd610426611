import { asc, count, type SQL, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

export interface Fraction {
  numerator: number;
  denominator: number;
}

export interface FractionOfBucket extends Fraction {
  start: LocalDate;
}

export interface Durations {
  /** Minutes; null where nothing is closed. */
  median: number | null;
  p90: number | null;
  /** How many durations that is. */
  n: number;
  /** Incidents that are open, closed or of unknown state, whatever their duration. */
  open: number;
  all: number;
}

/** Numerator and denominator of a count or share, over everything asked for. */
export async function sumMeasure(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  measure: MeasureId,
): Promise<Fraction> {
  const [row] = await snapshot.facts
    .select(fraction(measure, asked))
    .from(factIncident)
    .where(where(viewer, asked));
  return row ?? { numerator: 0, denominator: 0 };
}

/** The same by week (from Monday) or month, in order; buckets without incidents have no row. */
export async function sumMeasureByBucket(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  measure: MeasureId,
  bucket: 'week' | 'month',
): Promise<FractionOfBucket[]> {
  const start = bucketStart(bucket);
  return snapshot.facts
    .select({ start, ...fraction(measure, asked) })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`)
    .orderBy(asc(sql`1`));
}

/** Median and 90th percentile (R type 7) of the minutes to close, with how many are still open. */
export async function summariseTimeToClose(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
): Promise<Durations> {
  const [row] = await snapshot.facts.select(durations()).from(factIncident).where(where(viewer, asked));
  return row ?? { median: null, p90: null, n: 0, open: 0, all: 0 };
}

/** The same by week (from Monday) or month. */
export async function summariseTimeToCloseByBucket(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  bucket: 'week' | 'month',
): Promise<(Durations & { start: LocalDate })[]> {
  return snapshot.facts
    .select({ start: bucketStart(bucket), ...durations() })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`)
    .orderBy(asc(sql`1`));
}

function fraction(measure: MeasureId, { coverageFrom }: Asked) {
  return {
    numerator: countWhere(toNumerator(measure, coverageFrom)),
    denominator: countWhere(toDenominator(measure, coverageFrom)),
  };
}

function durations() {
  return {
    median: percentile(0.5),
    p90: percentile(0.9),
    n: count(factIncident.minutesToClose),
    open: countWhere(sql`${factIncident.status} = 1`),
    all: count(),
  };
}

const countWhere = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);

const percentile = (share: 0.5 | 0.9) =>
  sql<
    number | null
  >`percentile_cont(${share}) within group (order by ${factIncident.minutesToClose})`.mapWith(toExact);

// Between two whole minutes engines round differently in the last bit, so that 168 could be 168.00000000000003.
const toExact = (minutes: unknown) => Math.round(Number(minutes) * 1e6) / 1e6;

// The bucket is written into the statement: as a parameter each mention would be another expression.
const bucketStart = (bucket: 'week' | 'month') => {
  const start =
    bucket === 'week'
      ? sql`date_trunc('week', ${factIncident.occurredOn})`
      : sql`date_trunc('month', ${factIncident.occurredOn})`;
  return sql<LocalDate>`cast(${start} as date)`.mapWith(String);
};

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

/** Counts and shares by the ids of their measures. */
export type Fractions = Readonly<Partial<Record<MeasureId, Fraction>>>;

export interface Sums {
  /** All incidents asked for, whether a measure counts them or not. */
  total: number;
  fractions: Fractions;
}

export interface SumsOfBucket extends Sums {
  start: LocalDate;
}

/** Numerator and denominator of a count or share, over everything asked for. */
export async function sumMeasure(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  measure: MeasureId,
): Promise<Fraction> {
  const { fractions } = await sumMeasures(snapshot, viewer, asked, [measure]);
  return fractions[measure] ?? { numerator: 0, denominator: 0 };
}

/** The same of several measures out of one scan. */
export async function sumMeasures(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  measures: readonly MeasureId[],
): Promise<Sums> {
  const [row] = await snapshot.facts
    .select({ all: { total: count() }, ...fractionsOf(measures, asked) })
    .from(factIncident)
    .where(where(viewer, asked));
  const { all, ...fractions } = row ?? { all: { total: 0 } };
  return { ...all, fractions };
}

/** The same by week (from Monday) or month, in order; buckets without incidents have no row. */
export async function sumMeasuresByBucket(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  measures: readonly MeasureId[],
  bucket: 'week' | 'month',
): Promise<SumsOfBucket[]> {
  const rows = await snapshot.facts
    .select({ all: { start: bucketStart(bucket), total: count() }, ...fractionsOf(measures, asked) })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`)
    .orderBy(asc(sql`1`));
  return rows.map(({ all, ...fractions }) => ({ ...all, fractions }));
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

/** The median alone by week (from Monday) or month, with how many durations that is. */
export async function summariseTimeToCloseByBucket(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  bucket: 'week' | 'month',
): Promise<{ start: LocalDate; median: number | null; n: number }[]> {
  const { median, n } = durations();
  return snapshot.facts
    .select({ start: bucketStart(bucket), median, n })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`)
    .orderBy(asc(sql`1`));
}

function fractionsOf(measures: readonly MeasureId[], { coverageFrom }: Asked) {
  const columns = measures.map((measure) => [
    measure,
    {
      numerator: countWhere(toNumerator(measure, coverageFrom)),
      denominator: countWhere(toDenominator(measure, coverageFrom)),
    },
  ]);
  return Object.fromEntries(columns) as Partial<Record<MeasureId, Record<keyof Fraction, SQL<number>>>>;
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

const bucketStart = (bucket: 'week' | 'month') => {
  const { occurredOn, weekday } = factIncident;
  // The weekday is stored, and to take it off is several times faster than to truncate the date of each row. The
  // bucket is written into the statement: as a parameter each mention would be another expression.
  const start =
    bucket === 'week'
      ? sql`${occurredOn} - (${weekday} - 1)`
      : sql`cast(date_trunc('month', ${occurredOn}) as date)`;
  return sql<LocalDate>`${start}`.mapWith(String);
};

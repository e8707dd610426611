import { asc, count, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { RankedBy, Weight } from '@/lib/filters/patterns-state.ts';

/** What the incidents of a value weigh together. */
export interface WeighedValue {
  code: number;
  incidents: number;
  /** Those of them whose weight is known. */
  known: number;
  /** Of their weights, and of the squares of these; of a count both are their number. */
  sum: number;
  squares: number;
}

export interface WeighedInTeam extends WeighedValue {
  team: number;
}

/** What the incidents of each value of a dimension weigh, in the order of their codes. */
export async function sumWeights(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  dimension: RankedBy,
  weight: Weight,
): Promise<WeighedValue[]> {
  return snapshot.facts
    .select({ code: columnOf[dimension], ...weightSums(weight) })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`)
    .orderBy(asc(sql`1`));
}

/** The same within each team, in the order of teams and codes. */
export async function sumWeightsByTeam(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  dimension: RankedBy,
  weight: Weight,
): Promise<WeighedInTeam[]> {
  return snapshot.facts
    .select({ team: factIncident.team, code: columnOf[dimension], ...weightSums(weight) })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`, sql`2`)
    .orderBy(asc(sql`1`), asc(sql`2`));
}

const WEIGHT_COLUMNS: Record<Exclude<Weight, 'count'>, AnyPgColumn> = {
  minutes: factIncident.minutesToClose,
  compensation: factIncident.compensationMinor,
  severity: factIncident.severity,
};

function weightSums(weight: Weight) {
  if (weight === 'count') return { incidents: count(), known: count(), sum: count(), squares: count() };
  const column = WEIGHT_COLUMNS[weight];
  // The squares of large amounts do not fit into the column's own size.
  const large = sql`cast(${column} as bigint)`;
  return {
    incidents: count(),
    known: count(column),
    sum: sumOf(sql`${column}`),
    squares: sumOf(sql`${large} * ${large}`),
  };
}

const sumOf = (values: SQL) => sql<number>`coalesce(sum(${values}), 0)`.mapWith(Number);

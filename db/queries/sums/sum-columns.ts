import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { columnIn } from '@/db/fact-columns.ts';
import { type AsOf, toBeside, toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import type { Sums } from '@/lib/measures/sums.ts';

/** One row of figures by name, as a question gives it. */
export type FigureRow = Record<string, unknown>;

export interface SumOptions {
  asOf: AsOf;
  /** Where records are not incidents: the column by which distinct ones are counted. */
  number: AnyPgColumn | null;
  /** The 90th percentile is told of a whole and costs as much as the median: series go without. */
  withP90: boolean;
}

/** What has to be selected for the sums of a measure, each figure under a name of its own. */
export function sumColumns(id: MeasureId, { asOf, number, withP90 }: SumOptions): Record<string, SQL> {
  const { aggregate, grain, column, denominator } = MEASURES[id];
  const counts = toDenominator(id, asOf);
  const values = column && columnIn(grain, column);
  const isPlain = denominator.length === 1 && denominator[0]?.is === 'known';
  const counted = values && (isPlain ? sql`${values}` : sql`case when ${counts} then ${values} end`);
  const columns: Record<string, SQL | undefined | false> = {
    denominator: countWhere(counts),
    numerator: aggregate === 'share' || aggregate === 'rate' ? countWhere(toNumerator(id, asOf)) : undefined,
    sum: (aggregate === 'mean' || aggregate === 'sum') && counted && sumOf(counted),
    median: aggregate === 'median' && counted && percentile(0.5, counted),
    p90: withP90 && aggregate === 'median' && counted && percentile(0.9, counted),
    incidents: number ? countDistinctWhere(number, counts) : undefined,
    ...Object.fromEntries(toBeside(id, asOf).map((holds, place) => [`beside${place}`, countWhere(holds)])),
  };
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, each]) => (each ? [[`${id} ${name}`, each]] : [])),
  );
}

/**
 * Reads the sums of a measure out of the rows that `sumColumns` was selected for. There are thousands of rows for dozens of
 * measures: the names of the columns are put together once.
 */
export function sumsReader(id: MeasureId): (row: FigureRow, all: number) => Sums {
  const named = (name: string) => `${id} ${name}`;
  const [denominatorName, incidentsName] = [named('denominator'), named('incidents')];
  const [numeratorName, sumName] = [named('numerator'), named('sum')];
  const [medianName, p90Name] = [named('median'), named('p90')];
  const besideNames = MEASURES[id].beside.map((_, place) => named(`beside${place}`));
  return (row, all) => {
    const denominator = figure(row[denominatorName]) ?? 0;
    return {
      numerator: figure(row[numeratorName]) ?? figure(row[sumName]) ?? denominator,
      denominator,
      incidents: figure(row[incidentsName]) ?? denominator,
      all,
      median: figure(row[medianName]),
      p90: figure(row[p90Name]),
      beside: besideNames.map((name) => figure(row[name]) ?? 0),
    };
  };
}

function figure(value: unknown): number | null {
  return value === undefined || value === null ? null : Number(value);
}

export const countWhere = (condition: SQL): SQL<number> =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number);

export const countDistinctWhere = (column: AnyPgColumn, condition: SQL): SQL<number> =>
  sql<number>`count(distinct ${column}) filter (where ${condition})`.mapWith(Number);

const sumOf = (values: SQL): SQL<number> => sql<number>`coalesce(sum(${values}), 0)`.mapWith(Number);

const percentile = (share: 0.5 | 0.9, values: SQL): SQL<number | null> =>
  sql<number | null>`percentile_cont(${share}) within group (order by ${values})`.mapWith(toExact);

// Between two whole minutes engines round differently in the last bit, so that 168 could be 168.00000000000003.
const toExact = (minutes: unknown) => Math.round(Number(minutes) * 1e6) / 1e6;

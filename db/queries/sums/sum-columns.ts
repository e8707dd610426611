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

/** The sums of a measure out of a row that `sumColumns` was selected for. */
export function toSums(id: MeasureId, row: FigureRow, all: number): Sums {
  const { beside } = MEASURES[id];
  const names = namesOf(id);
  const figure = (name: string) => {
    const value = row[names[name] ?? ''];
    return value === undefined || value === null ? null : Number(value);
  };
  const denominator = figure('denominator') ?? 0;
  return {
    numerator: figure('numerator') ?? figure('sum') ?? denominator,
    denominator,
    incidents: figure('incidents') ?? denominator,
    all,
    median: figure('median'),
    p90: figure('p90'),
    beside: beside.map((_, place) => figure(`beside${place}`) ?? 0),
  };
}

/** A thousand rows have as many columns for each measure: their names are put together once. */
function namesOf(id: MeasureId): Readonly<Record<string, string>> {
  const known = named.get(id);
  if (known) return known;
  const figures = [...FIGURES, ...MEASURES[id].beside.map((_, place) => `beside${place}`)];
  const names = Object.fromEntries(figures.map((name) => [name, `${id} ${name}`]));
  named.set(id, names);
  return names;
}

const FIGURES = ['denominator', 'numerator', 'sum', 'median', 'p90', 'incidents'];
const named = new Map<MeasureId, Readonly<Record<string, string>>>();

export const countWhere = (condition: SQL): SQL<number> =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number);

export const countDistinctWhere = (column: AnyPgColumn, condition: SQL): SQL<number> =>
  sql<number>`count(distinct ${column}) filter (where ${condition})`.mapWith(Number);

const sumOf = (values: SQL): SQL<number> => sql<number>`coalesce(sum(${values}), 0)`.mapWith(Number);

const percentile = (share: 0.5 | 0.9, values: SQL): SQL<number | null> =>
  sql<number | null>`percentile_cont(${share}) within group (order by ${values})`.mapWith(toExact);

// Between two whole minutes engines round differently in the last bit, so that 168 could be 168.00000000000003.
const toExact = (minutes: unknown) => Math.round(Number(minutes) * 1e6) / 1e6;

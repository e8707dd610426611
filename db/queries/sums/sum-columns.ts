import { and, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { columnIn } from '@/db/fact-columns.ts';
import type { Columns } from '@/db/facts/columns.ts';
import { nameCount } from '@/db/held-conditions.ts';
import { type AsOf, toBeside, toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import type { Measure } from '@/lib/measures/measure.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import type { Pieces } from './cut.ts';
import type { PackedCounts } from './packed-counts.ts';
import type { PlacedSums } from './placed-sums.ts';

export interface SumOptions {
  asOf: AsOf;
  /** Where records are not incidents: the column by which distinct ones are counted. Null: they are not counted. */
  number: AnyPgColumn | null;
  /** Of incidents that are to stand over contacts: those that have theirs beside them. */
  overContacts: SQL | undefined;
  /** The 90th percentile is told of a whole and costs as much as the median: series go without. */
  withP90: boolean;
}

/** The name of what counts all records. */
export const ALL = nameCount([]);

/** What has to be found for the sums of a measure: records that hold conditions, counted, and other figures of them. */
export interface SumColumns {
  counts: Record<string, SQL>;
  figures: Record<string, SQL>;
}

/**
 * What has to be selected for the sums of a measure, each figure under a name that says what it counts: measures that share
 * a denominator share its column. All records are counted anyway.
 */
export function sumColumns(id: MeasureId, { asOf, number, overContacts, withP90 }: SumOptions): SumColumns {
  const { aggregate, grain, column, denominator } = MEASURES[id];
  const names = nameColumns(MEASURES[id]);
  const scope = grain === 'contact' ? overContacts : undefined;
  const holds = and(toDenominator(id, asOf), scope) ?? sql`true`;
  const values = column && columnIn(grain, column);
  const isPlain = denominator.length === 1 && denominator[0]?.is === 'known';
  const counted = values && (isPlain ? sql`${values}` : sql`case when ${holds} then ${values} end`);
  const isCounted = aggregate === 'share' || aggregate === 'rate';
  return {
    counts: present([
      [names.denominator, names.denominator !== ALL && holds],
      [names.numerator, isCounted && (and(toNumerator(id, asOf), scope) ?? sql`true`)],
      ...toBeside(id, asOf).map((each, place) => [names.beside[place] ?? '', each] as const),
    ]),
    figures: present([
      [names.sum, (aggregate === 'mean' || aggregate === 'sum') && counted && sumOf(counted)],
      [names.median, aggregate === 'median' && counted && percentile(0.5, counted)],
      [names.p90, withP90 && aggregate === 'median' && counted && percentile(0.9, counted)],
      [names.incidents, number ? countDistinctWhere(number, holds) : undefined],
    ]),
  };
}

function present(columns: readonly (readonly [string, SQL | undefined | false])[]): Record<string, SQL> {
  return Object.fromEntries(columns.flatMap(([name, each]) => (each ? [[name, each]] : [])));
}

/**
 * Reads the sums of a measure out of the columns that `sumColumns` was selected for, with the piece of each row.
 * @param selected the names of all that was selected, in order
 */
export function readSums(
  id: MeasureId,
  packed: PackedCounts,
  { columns, selected, pieces }: { columns: Columns; selected: readonly string[]; pieces: Pieces },
): PlacedSums {
  const names = nameColumns(MEASURES[id]);
  const { aggregate } = MEASURES[id];
  const isCounted = aggregate === 'share' || aggregate === 'rate';
  const readerOf = (name: string) =>
    packed.readerOf(name, columns, selected) ?? figureOf(columns, selected.indexOf(name));
  const [denominators, all] = [readerOf(names.denominator), readerOf(ALL)];
  const numerators = readerOf(isCounted ? names.numerator : names.sum);
  const [incidents, medians, p90s] = [readerOf(names.incidents), readerOf(names.median), readerOf(names.p90)];
  const besides = names.beside.map(readerOf);
  const denominatorOf = (place: number) => known(denominators(place), 0);
  const numeratorOf = (place: number) => known(numerators(place), denominatorOf(place));
  const medianOf = (place: number) => toExact(medians(place));
  return {
    pieces,
    numeratorOf,
    denominatorOf,
    medianOf,
    sumsOf: (place) => ({
      by: pieces.by[place] ?? null,
      start: pieces.starts[place] ?? null,
      code: pieces.codes[place] ?? null,
      numerator: numeratorOf(place),
      denominator: denominatorOf(place),
      incidents: known(incidents(place), denominatorOf(place)),
      all: all(place),
      median: medianOf(place),
      p90: toExact(p90s(place)),
      beside: besides.length === 0 ? NONE : besides.map((read) => known(read(place), 0)),
    }),
  };
}

/** A figure of each row; NaN where it was not selected or there is none. */
function figureOf(columns: Columns, place: number): (row: number) => number {
  if (place < 0) return () => Number.NaN;
  const numbers = columns.numbers(place);
  return (row) => numbers[row] ?? Number.NaN;
}

function known(figure: number, otherwise: number): number {
  return Number.isNaN(figure) ? otherwise : figure;
}

/** Most measures count nothing beside, in thousands of pieces. */
const NONE: readonly number[] = [];

function nameColumns({ column, denominator, numerator, beside }: Measure) {
  const counted = JSON.stringify(denominator);
  const of = `${column} of ${counted}`;
  return {
    denominator: nameCount(denominator),
    numerator: nameCount([...denominator, ...numerator]),
    sum: `sum ${of}`,
    median: `median ${of}`,
    p90: `p90 ${of}`,
    incidents: `incidents ${counted}`,
    beside: beside.map(({ holds }) => nameCount(holds)),
  };
}

/** A sum of ones takes the copy half as long as a count of those that pass a filter. */
export const countWhere = (condition: SQL): SQL<number> =>
  sql<number>`cast(coalesce(sum(cast((${condition}) as integer)), 0) as integer)`.mapWith(Number);

/** As a whole number of 32 bits, which is read faster than one of 64. */
export const countAll: SQL<number> = sql<number>`cast(count(*) as integer)`.mapWith(Number);

export const countDistinctWhere = (column: AnyPgColumn, condition: SQL): SQL<number> =>
  sql<number>`count(distinct ${column}) filter (where ${condition})`.mapWith(Number);

const sumOf = (values: SQL): SQL<number> =>
  sql<number>`cast(coalesce(sum(${values}), 0) as double precision)`.mapWith(Number);

const percentile = (share: 0.5 | 0.9, values: SQL): SQL<number | null> =>
  sql<number | null>`percentile_cont(${share}) within group (order by ${values})`.mapWith(toExact);

/** Between two whole minutes engines round differently in the last bit, so that 168 could be 168.00000000000003. */
function toExact(minutes: unknown): number | null {
  const told = minutes === null ? Number.NaN : Number(minutes);
  return Number.isNaN(told) ? null : Math.round(told * 1e6) / 1e6;
}

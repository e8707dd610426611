import { and, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { columnIn } from '@/db/fact-columns.ts';
import { type AsOf, toBeside, toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import type { Measure } from '@/lib/measures/measure.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import type { FigureRow, Piece, SumsOfPiece } from './cut.ts';

export interface SumOptions {
  asOf: AsOf;
  /** Where records are not incidents: the column by which distinct ones are counted. Null: they are not counted. */
  number: AnyPgColumn | null;
  /** Of incidents that are to stand over contacts: those that have theirs beside them. */
  overContacts: SQL | undefined;
  /** The 90th percentile is told of a whole and costs as much as the median: series go without. */
  withP90: boolean;
}

/**
 * What has to be selected for the sums of a measure, each figure under a name that says what it counts: measures that share
 * a denominator share its column.
 */
export function sumColumns(
  id: MeasureId,
  { asOf, number, overContacts, withP90 }: SumOptions,
): Record<string, SQL> {
  const { aggregate, grain, column, denominator } = MEASURES[id];
  const names = nameColumns(MEASURES[id]);
  const scope = grain === 'contact' ? overContacts : undefined;
  const counts = and(toDenominator(id, asOf), scope) ?? sql`true`;
  const values = column && columnIn(grain, column);
  const isPlain = denominator.length === 1 && denominator[0]?.is === 'known';
  const counted = values && (isPlain ? sql`${values}` : sql`case when ${counts} then ${values} end`);
  const columns: [string, SQL | undefined | false][] = [
    [names.denominator, countWhere(counts)],
    [
      names.numerator,
      (aggregate === 'share' || aggregate === 'rate') &&
        countWhere(and(toNumerator(id, asOf), scope) ?? sql`true`),
    ],
    [names.sum, (aggregate === 'mean' || aggregate === 'sum') && counted && sumOf(counted)],
    [names.median, aggregate === 'median' && counted && percentile(0.5, counted)],
    [names.p90, withP90 && aggregate === 'median' && counted && percentile(0.9, counted)],
    [names.incidents, number ? countDistinctWhere(number, counts) : undefined],
    ...toBeside(id, asOf).map((holds, place): [string, SQL] => [
      names.beside[place] ?? '',
      countWhere(holds),
    ]),
  ];
  return Object.fromEntries(columns.flatMap(([name, each]) => (each ? [[name, each]] : [])));
}

/**
 * Reads the sums of a measure out of the rows that `sumColumns` was selected for, with the piece of each.
 * @param selected the names of all that was selected, in order
 */
export function sumsReader(
  id: MeasureId,
  selected: readonly string[],
): (row: FigureRow, all: number, piece: Piece) => SumsOfPiece {
  const names = nameColumns(MEASURES[id]);
  const placeOf = (name: string) => selected.indexOf(name);
  const { aggregate } = MEASURES[id];
  const isCounted = aggregate === 'share' || aggregate === 'rate';
  const [denominators, numerators, incidents, medians, p90s] = [
    names.denominator,
    isCounted ? names.numerator : names.sum,
    names.incidents,
    names.median,
    names.p90,
  ].map(placeOf) as [number, number, number, number, number];
  const besides = names.beside.map(placeOf);
  return (row, all, { by, start, code }) => {
    const denominator = figure(row[denominators]) ?? 0;
    return {
      by,
      start,
      code,
      numerator: figure(row[numerators]) ?? denominator,
      denominator,
      incidents: figure(row[incidents]) ?? denominator,
      all,
      median: toExact(row[medians]),
      p90: toExact(row[p90s]),
      beside: besides.length === 0 ? NONE : besides.map((place) => figure(row[place]) ?? 0),
    };
  };
}

/** Most measures count nothing beside, in thousands of pieces. */
const NONE: readonly number[] = [];

function nameColumns({ column, denominator, numerator, beside }: Measure) {
  const counted = JSON.stringify(denominator);
  const of = `${column} of ${counted}`;
  return {
    denominator: `count ${counted}`,
    numerator: `count ${JSON.stringify([...denominator, ...numerator])}`,
    sum: `sum ${of}`,
    median: `median ${of}`,
    p90: `p90 ${of}`,
    incidents: `incidents ${counted}`,
    beside: beside.map(({ holds }) => `count ${JSON.stringify(holds)}`),
  };
}

function figure(value: unknown): number | null {
  return value === undefined || value === null ? null : Number(value);
}

/** A sum of ones takes the copy half as long as a count of those that pass a filter. */
export const countWhere = (condition: SQL): SQL<number> =>
  sql<number>`cast(coalesce(sum(cast((${condition}) as integer)), 0) as integer)`.mapWith(Number);

/** As a whole number of 32 bits, which is read faster than one of 64. */
export const countAll: SQL<number> = sql<number>`cast(count(*) as integer)`.mapWith(Number);

export const countDistinctWhere = (column: AnyPgColumn, condition: SQL): SQL<number> =>
  sql<number>`count(distinct ${column}) filter (where ${condition})`.mapWith(Number);

const sumOf = (values: SQL): SQL<number> => sql<number>`coalesce(sum(${values}), 0)`.mapWith(Number);

const percentile = (share: 0.5 | 0.9, values: SQL): SQL<number | null> =>
  sql<number | null>`percentile_cont(${share}) within group (order by ${values})`.mapWith(toExact);

/** Between two whole minutes engines round differently in the last bit, so that 168 could be 168.00000000000003. */
function toExact(minutes: unknown): number | null {
  return minutes === undefined || minutes === null ? null : Math.round(Number(minutes) * 1e6) / 1e6;
}

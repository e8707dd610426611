import { asc, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { CutColumns } from '@/db/fact-columns.ts';
import type { Columns } from '@/db/facts/columns.ts';
import { MONDAY_OF_WEEK_0 } from '@/db/facts/of-day.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import type { Sums } from '@/lib/measures/sums.ts';

/** A dimension by whose values records are parted, or null for all of them together. */
export type By = OneValued | null;

/** By what sums are cut: week (from Monday) or month or not at all, and each of these by itself, out of one scan. */
export interface Cut {
  bucket: 'week' | 'month' | null;
  by: readonly By[];
}

/** A piece of a cut: its first day and the code of its value, null where it is not cut so. */
export interface Piece {
  by: By;
  start: LocalDate | null;
  /** An hour that is not known is null, too. */
  code: number | null;
}

export type SumsOfPiece = Sums & Piece;

/** The pieces of a cut, each in its place. */
export interface Pieces {
  by: readonly By[];
  starts: readonly (LocalDate | null)[];
  codes: readonly (number | null)[];
}

/** The first columns of a question by their places: a parameter would be a value. */
export const PLACES = [sql`1`, sql`2`, sql`3`, sql`4`, sql`5`, sql`6`, sql`7`, sql`8`, sql`9`] as const;

/**
 * What a question selects for a cut, in front, and what it is grouped and ordered by; and how pieces are read. A course of
 * hundreds of buckets at most is not ordered: for the database that is a step more, and `inOrder` of them takes no time.
 */
export interface CutSql {
  columns: Record<string, SQL>;
  groups: SQL[];
  orders: SQL[];
  /** The piece of each row, of columns that were selected in this order. */
  readPieces: (columns: Columns, selected: readonly string[]) => Pieces;
}

/**
 * Parts records as a cut says. Several ways at once are grouping sets, told apart by which columns a row is not grouped by.
 * @param also further columns by which each piece is parted, such as the week of an inner question
 */
export function cutSql({ bucket, by }: Cut, from: CutColumns, also: Record<string, SQL> = {}): CutSql {
  const dimensions = by.filter((dimension) => dimension !== null);
  const codes = dimensions.map((dimension) => columnFor(dimension, from));
  const shared = { ...(bucket ? { start: startOf(bucket, from) } : {}), ...also };
  const named = Object.fromEntries(
    dimensions.map((dimension, index) => [codeName(dimension), sql`${codes[index]}`.mapWith(Number)]),
  );
  if (by.length > 1) return severalWays({ bucket, by }, codes, shared, named);
  const columns = { ...shared, ...named };
  const groups = placesTo(Object.keys(columns).length);
  const orders = dimensions.length > 0 ? groups.map((group) => asc(group)) : [];
  return { columns, groups, orders, readPieces: (...read) => readOneWay({ bucket, by }, ...read) };
}

/** The places of the pieces of a course in the order of their days; of other cuts, as they are. */
export function inOrder({ starts }: Pieces, cut: Cut): number[] {
  const places = starts.map((_, place) => place);
  if (cut.by.some((dimension) => dimension !== null) || cut.bucket === null) return places;
  const startOf = (place: number) => starts[place] ?? '';
  return places.sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
}

/** The Monday of a record's week. */
export function weekOf({ week }: Pick<CutColumns, 'week'>): SQL<LocalDate> {
  return sql<LocalDate>`${week}`.mapWith(mondayOf);
}

/** The Monday of a week as facts count them. */
function mondayOf(week: unknown): LocalDate {
  const number = Number(week);
  const monday = mondays.get(number) ?? shiftDays(MONDAY_OF_WEEK_0, 7 * number);
  mondays.set(number, monday);
  return monday;
}

/** Thousands of rows lie in a hundred weeks. */
const mondays = new Map<number, LocalDate>();

function severalWays(
  { bucket, by }: Cut,
  codes: readonly AnyPgColumn[],
  shared: Record<string, SQL>,
  named: Record<string, SQL>,
): CutSql {
  const dimensions = by.filter((dimension) => dimension !== null);
  const columns = {
    way: sql`grouping(${sql.join([...codes], sql`, `)})`.mapWith(Number),
    ...shared,
    ...named,
  };
  const fixed = 1 + Object.keys(shared).length;
  const sets = by.map((dimension) => {
    const own = dimension === null ? [] : placesTo(fixed + 1 + dimensions.indexOf(dimension)).slice(-1);
    return sql`(${sql.join([...placesTo(fixed).slice(1), ...own], sql`, `)})`;
  });
  return {
    columns,
    groups: [sql`grouping sets (${sql.join(sets, sql`, `)})`],
    orders: placesTo(Object.keys(columns).length).map((place) => asc(place)),
    readPieces: (...read) =>
      readSeveralWays(
        bucket,
        new Map(by.map((dimension) => [wayOf(dimension, dimensions), dimension])),
        ...read,
      ),
  };
}

/** As `grouping` says it: a bit for each dimension by which a row is not grouped, the first one the highest. */
function wayOf(by: By, dimensions: readonly OneValued[]): number {
  const all = 2 ** dimensions.length - 1;
  return by === null ? all : all - 2 ** (dimensions.length - 1 - dimensions.indexOf(by));
}

function readOneWay({ bucket, by: [by = null] }: Cut, columns: Columns, selected: readonly string[]): Pieces {
  return {
    by: Array<By>(columns.rows).fill(by),
    starts: readStarts(bucket, columns, selected),
    codes: readCodes(by, columns, selected, 0, columns.rows),
  };
}

/** Rows of one way are neighbours, and of the columns of codes only the one of their way is read. */
function readSeveralWays(
  bucket: Cut['bucket'],
  byWay: ReadonlyMap<number, By>,
  columns: Columns,
  selected: readonly string[],
): Pieces {
  const ways = columns.numbers(selected.indexOf('way'));
  const [pieces, codes]: [By[], (number | null)[]] = [[], []];
  let from = 0;
  while (from < columns.rows) {
    const by = byWay.get(ways[from] ?? Number.NaN);
    if (by === undefined)
      throw new Error(`a row is of none of the ways that records were parted: ${ways[from]}`);
    let until = from + 1;
    while (until < columns.rows && ways[until] === ways[from]) until += 1;
    for (const code of readCodes(by, columns, selected, from, until)) {
      pieces.push(by);
      codes.push(code);
    }
    from = until;
  }
  return { by: pieces, starts: readStarts(bucket, columns, selected), codes };
}

function readStarts(
  bucket: Cut['bucket'],
  { rows, numbers, values }: Columns,
  selected: readonly string[],
): (LocalDate | null)[] {
  const column = selected.indexOf('start');
  if (bucket === null) return Array(rows).fill(null);
  return bucket === 'week' ? Array.from(numbers(column), mondayOf) : values(column, 0, rows).map(String);
}

function readCodes(
  by: By,
  { values }: Columns,
  selected: readonly string[],
  from: number,
  until: number,
): (number | null)[] {
  if (by === null) return Array(until - from).fill(null);
  return values(selected.indexOf(codeName(by)), from, until).map((code) =>
    code === null ? null : Number(code),
  );
}

function columnFor(dimension: OneValued, from: CutColumns): AnyPgColumn {
  const column = from[dimension];
  if (!column) throw new RangeError(`these records cannot be parted by ${dimension}`);
  return column;
}

// The bucket is written into the statement: as a parameter each mention would be another expression.
function startOf(bucket: 'week' | 'month', from: CutColumns): SQL {
  if (bucket === 'week') return sql<number>`${from.week}`.mapWith(Number);
  return sql<LocalDate>`cast(date_trunc('month', ${from.occurredOn}) as date)`.mapWith(String);
}

export function placesTo(count: number): SQL[] {
  if (count > PLACES.length)
    throw new RangeError(`there are places for ${PLACES.length} columns, not ${count}`);
  return PLACES.slice(0, count);
}

function codeName(dimension: OneValued): string {
  return `of_${dimension}`;
}

import { asc, type SQL, sql } from 'drizzle-orm';
import type { FilterColumns } from '@/db/fact-columns.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import type { Sums } from '@/lib/measures/sums.ts';

/** By what sums are cut: week (from Monday) or month, the values of a dimension, both, or not at all. */
export interface Cut {
  bucket: 'week' | 'month' | null;
  dimension: OneValued | null;
}

/** A piece of a cut: its first day and the code of its value, null where it is not cut so. */
export interface Piece {
  start: LocalDate | null;
  /** An hour that is not known is null, too. */
  code: number | null;
}

export type SumsOfPiece = Sums & Piece;

/** The pieces of each measure that was asked, in the order of their days and codes. */
export type SumsByMeasure = ReadonlyMap<MeasureId, readonly SumsOfPiece[]>;

/** One row as a question gives it, by the names of its columns. */
export type FigureRow = Record<string, unknown>;

/** The first columns of a question by their places: a parameter would be a value. */
export const PLACES = [sql`1`, sql`2`, sql`3`, sql`4`] as const;

/** The columns of a cut, and what a question is grouped and ordered by. */
export function cutSql({ bucket, dimension }: Cut, from: FilterColumns) {
  const code = dimension && from[dimension];
  const columns: Record<string, SQL> = {
    ...(bucket ? { start: startOf(bucket, from) } : {}),
    ...(code ? { code: sql`${code}`.mapWith(Number) } : {}),
  };
  const groups = PLACES.slice(0, Object.keys(columns).length);
  return { columns, groups, orders: groups.map((group) => asc(group)) };
}

export function pieceOf({ start = null, code = null }: FigureRow): Piece {
  return { start: start === null ? null : String(start), code: code === null ? null : Number(code) };
}

/** The Monday of a record's week. To take the stored weekday off is several times faster than to truncate each date. */
export function weekOf({
  occurredOn,
  weekday,
}: Pick<FilterColumns, 'occurredOn' | 'weekday'>): SQL<LocalDate> {
  return sql<LocalDate>`${occurredOn} - (${weekday} - 1)`.mapWith(String);
}

// The bucket is written into the statement: as a parameter each mention would be another expression.
function startOf(bucket: 'week' | 'month', from: FilterColumns): SQL<LocalDate> {
  if (bucket === 'week') return weekOf(from);
  return sql<LocalDate>`cast(date_trunc('month', ${from.occurredOn}) as date)`.mapWith(String);
}

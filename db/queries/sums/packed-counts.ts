import { type SQL, sql } from 'drizzle-orm';
import type { Columns } from '@/db/facts/columns.ts';

/** Where the second count of a column begins: more than the records of any grain that there may be. */
const SECOND = 67_108_864;
/** The same as a constant of the statement. */
const SECOND_WRITTEN = sql`67108864`;

/** What is selected for counts, and how each is read from a row again. */
export interface PackedCounts {
  columns: Record<string, SQL>;
  /** A count of each row, of columns that were selected in this order; null where it is not among them. */
  readerOf(name: string, columns: Columns, selected: readonly string[]): ((row: number) => number) | null;
}

/**
 * How many records hold each condition, two counts in the sum of one column: what takes long is to add to a sum for each
 * record and each way in which records are parted. Up to 67 million records both are exact in a double, of 52 bits.
 */
export function packCounts(conditions: Readonly<Record<string, SQL>>): PackedCounts {
  const named = Object.entries(conditions);
  const places = new Map(named.map(([name], index) => [name, index]));
  const columns: Record<string, SQL> = {};
  for (let index = 0; index < named.length; index += 2) {
    const [first, second] = [named[index]?.[1], named[index + 1]?.[1]];
    if (first) columns[columnOf(index)] = sumOfTwo(first, second);
  }
  return {
    columns,
    readerOf: (name, columns, selected) => {
      const index = places.get(name);
      if (index === undefined) return null;
      const packed = columns.numbers(selected.indexOf(columnOf(index)));
      const second = (row: number) => Math.floor((packed[row] ?? Number.NaN) / SECOND);
      return index % 2 === 0 ? (row) => (packed[row] ?? Number.NaN) - second(row) * SECOND : second;
    },
  };
}

/** Two counts as one sum, the second so many times SECOND. Written with constants, from which the copy sees what a sum can reach. */
export function sumOfTwo(first: SQL, second?: SQL): SQL<number> {
  const ones = sql`case when ${first} then 1 else 0 end`;
  const both = second ? sql`${ones} + case when ${second} then ${SECOND_WRITTEN} else 0 end` : ones;
  return sql<number>`cast(coalesce(sum(${both}), 0) as double precision)`.mapWith(Number);
}

function columnOf(index: number): string {
  return `counts ${index >> 1}`;
}

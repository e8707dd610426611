import { type SQL, sql } from 'drizzle-orm';
import type { Columns } from '@/db/facts/columns.ts';
import { type HeldPlace, SECOND, sumHeld } from '@/db/held-conditions.ts';

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
 * @param placeOf where the copy holds a condition of incidents already, so that it need not be held again
 */
export function packCounts(
  conditions: Readonly<Record<string, SQL>>,
  placeOf: (name: string) => HeldPlace | undefined = () => undefined,
): PackedCounts {
  const columns: Record<string, SQL> = {};
  const places = new Map<string, { column: string; isSecond: boolean }>();
  const others: (readonly [string, SQL])[] = [];
  for (const [name, condition] of Object.entries(conditions)) {
    const place = placeOf(name);
    if (!place) {
      others.push([name, condition]);
      continue;
    }
    const column = `held ${place.shift}`;
    columns[column] ??= sumHeld(place);
    places.set(name, { column, isSecond: place.isSecond });
  }
  for (let index = 0; index < others.length; index += 2) {
    const pair = others.slice(index, index + 2);
    const [first, second] = pair.map(([, condition]) => condition);
    const column = `counts ${index / 2}`;
    if (first) columns[column] = sumOfTwo(first, second);
    for (const [name] of pair) places.set(name, { column, isSecond: name !== pair[0]?.[0] });
  }
  return {
    columns,
    readerOf: (name, columns, selected) => {
      const found = places.get(name);
      if (!found) return null;
      const packed = columns.numbers(selected.indexOf(found.column));
      const second = (row: number) => Math.floor((packed[row] ?? Number.NaN) / SECOND);
      return found.isSecond ? second : (row) => (packed[row] ?? Number.NaN) - second(row) * SECOND;
    },
  };
}

/** Two counts as one sum, the second so many times SECOND. Written with constants, from which the copy sees what a sum can reach. */
function sumOfTwo(first: SQL, second?: SQL): SQL<number> {
  const ones = sql`case when ${first} then 1 else 0 end`;
  const both = second ? sql`${ones} + case when ${second} then ${SECOND_WRITTEN} else 0 end` : ones;
  return sql<number>`cast(coalesce(sum(${both}), 0) as double precision)`.mapWith(Number);
}

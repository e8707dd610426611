import { and, gt, isNotNull, isNull, lt, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { columnOf } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { OneValued } from '@/lib/filters/dimensions.ts';

/** What a list can be ordered by that is a figure of the facts and not known of every incident. */
const OPEN_FIGURES = ['severity', 'intensityBefore', 'minutesToClose'] as const;
export type OrderFigure = 'occurred' | 'number' | (typeof OPEN_FIGURES)[number];

/** The order of a list: by a figure, unknown ones last, or by codes of a dimension in the order given. */
export type ListOrder =
  | { by: OrderFigure; descending: boolean }
  | { by: 'dimension'; dimension: OneValued; codes: readonly number[] };

/** Where an incident stands in an order: what orders it, and what parts those that are equal in that. */
export interface OrderKey {
  /** The figure or the code that the list is ordered by; the number where it is ordered by that, or by the moment. */
  value: number | null;
  occurredOn: string;
  occurredMinute: number;
  number: number;
}

/** Some rows of a list: so many beyond a key, or from an end of it. */
export interface Stretch {
  limit: number;
  from: OrderKey | null;
  /** Those before the key, or the last ones, still in the order of the list. */
  backwards: boolean;
}

/** What a list is to select, so that its rows can be gone on from. */
export function keyColumns(order: ListOrder) {
  const { occurredOn, occurredMinute, number } = factIncident;
  return { value: valueColumn(order), occurredOn, occurredMinute, number };
}

/** The order of a list in SQL, the same on both engines; backwards is its exact reverse. */
export function orderInSql(order: ListOrder, backwards = false): SQL[] {
  // Written out for both engines: by default each puts unknown values somewhere else.
  return partsOf(order).map(({ column, descending }) => {
    const direction = descending === backwards ? sql`asc` : sql`desc`;
    return sql`${column} ${direction} nulls ${backwards ? sql`first` : sql`last`}`;
  });
}

/** The rows of a list that stand after a key, or before it; neither has the incident of the key itself. */
export function beyond(order: ListOrder, key: OrderKey, side: 'after' | 'before'): SQL | undefined {
  return partsOf(order).reduceRight<SQL | undefined>((rest, part) => {
    const equal = rest === undefined ? undefined : and(equals(part, key), rest);
    return or(stands(part, key, side), equal);
  }, undefined);
}

interface Part {
  column: SQLWrapper;
  descending: boolean;
  /** Whether it may not be known of some. */
  isOpen?: true;
  valueIn: (key: OrderKey) => string | number | null;
}

function partsOf(order: ListOrder): Part[] {
  const moment = (descending: boolean): Part[] => [
    { column: factIncident.occurredOn, descending, valueIn: ({ occurredOn }) => occurredOn },
    { column: factIncident.occurredMinute, descending, valueIn: ({ occurredMinute }) => occurredMinute },
  ];
  const number = (descending: boolean): Part => ({
    column: factIncident.number,
    descending,
    valueIn: (key) => key.number,
  });
  if (order.by === 'number') return [number(order.descending)];
  if (order.by === 'occurred') return [...moment(order.descending), number(order.descending)];
  const newestFirst = [...moment(true), number(true)];
  if (order.by !== 'dimension') {
    const column = factIncident[order.by];
    return [
      { column, descending: order.descending, isOpen: true, valueIn: ({ value }) => value },
      ...newestFirst,
    ];
  }
  const { codes, dimension } = order;
  // Where there is one group alone, no place among groups tells its rows apart.
  if (codes.length < 2) return newestFirst;
  const place = sql.join(
    codes.map((code, index) => sql`when ${code} then ${index}`),
    sql` `,
  );
  return [
    {
      column: sql`(case ${columnOf[dimension]} ${place} else ${codes.length} end)`.inlineParams(),
      descending: false,
      valueIn: ({ value }) => placeAmong(codes, value),
    },
    ...newestFirst,
  ];
}

/** What is among no codes stands after them all. */
function placeAmong(codes: readonly number[], code: number | null): number {
  const place = code === null ? -1 : codes.indexOf(code);
  return place < 0 ? codes.length : place;
}

function valueColumn(order: ListOrder) {
  if (order.by === 'dimension') return columnOf[order.dimension];
  const figure = OPEN_FIGURES.find((one) => one === order.by);
  return figure ? factIncident[figure] : factIncident.number;
}

function stands({ column, descending, isOpen, valueIn }: Part, key: OrderKey, side: 'after' | 'before') {
  const value = valueIn(key);
  const isAfter = side === 'after';
  // What is not known stands last in every order, so nothing is after it but what is not known either.
  if (value === null) return isAfter ? undefined : isNotNull(column);
  const differs = descending === isAfter ? lt(sql`${column}`, value) : gt(sql`${column}`, value);
  return isAfter && isOpen ? or(differs, isNull(column)) : differs;
}

function equals({ column, valueIn }: Part, key: OrderKey): SQL {
  const value = valueIn(key);
  return value === null ? isNull(column) : sql`${column} = ${value}`;
}

import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { toArrayElement, toArrayLiteral } from '@/db/array-types.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { giveWay } from './give-way.ts';

/**
 * Inserts many rows by one statement, one array a column: `insert … select from unnest(…)`. All rows must carry the
 * same properties. Returns how many rows were written, which a conflict may make fewer.
 * @param conflict what follows the select, such as `on conflict do nothing`
 */
export async function unnestInsert<Table extends PgTable>(
  tx: Records,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  conflict: SQL = sql``,
): Promise<number> {
  if (rows.length === 0) return 0;
  const { count } = await tx.execute(await toUnnestInsert(table, rows, conflict));
  return Number(count);
}

/** The statement of `unnestInsert`, whose arrays are written when it is made and not when it is sent. */
export async function toUnnestInsert<Table extends PgTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
  conflict: SQL = sql``,
): Promise<SQL> {
  const all: Record<string, Column> = getTableColumns(table);
  const columns = Object.keys(rows[0] ?? {}).flatMap((property) => {
    const column = all[property];
    return column ? [{ property, name: sql.identifier(column.name), kind: kindOf(column) }] : [];
  });
  const names = list(columns.map(({ name }) => sql`${name}`));
  const arrays: SQL[] = [];
  const unnested: SQL[] = [];
  const values: SQL[] = [];
  for (const { property, name, kind } of columns) {
    const elements = toElements(rows, property, kind.write);
    const cast = kind.cast ?? sql``;
    // What is the same in all rows goes once; some column has to say how many rows there are.
    if (arrays.length > 0 && elements.every((element) => element === elements[0])) {
      values.push(sql`(${`{${elements[0]}}`}${kind.array})[1]${cast}`);
    } else {
      arrays.push(sql`${`{${elements.join(',')}}`}${kind.array}`);
      unnested.push(sql`${name}`);
      values.push(sql`x.${name}${cast}`);
    }
    await giveWay();
  }
  return sql`insert into ${table} (${names}) select ${list(values)}
    from unnest(${list(arrays)}) as x(${list(unnested)}) ${conflict}`;
}

const list = (parts: SQL[]) => sql.join(parts, sql`, `);

function toElements(rows: readonly object[], property: string, write: (value: unknown) => string): string[] {
  // Neighbours often say the same, such as when all of them were written.
  let last: unknown = null;
  let element = 'NULL';
  return rows.map((row) => {
    const value = (row as Record<string, unknown>)[property] ?? null;
    if (value !== last) {
      element = value === null ? 'NULL' : write(value);
      last = value;
    }
    return element;
  });
}

/** How the values of a column travel: as an array of which type, written how, and cast to what if not by that. */
interface Kind {
  array: SQL;
  write: (value: unknown) => string;
  cast?: SQL;
}

const bare = (value: unknown) => String(value);
const toTime = (value: unknown) =>
  value instanceof Date ? value.toISOString() : toArrayElement(String(value));
const toList = (value: unknown) => toArrayElement(toArrayLiteral(value));

const KINDS: Record<string, Kind> = {
  text: { array: sql`::text[]`, write: toArrayElement },
  uuid: { array: sql`::uuid[]`, write: bare },
  smallint: { array: sql`::smallint[]`, write: bare },
  integer: { array: sql`::integer[]`, write: bare },
  bigint: { array: sql`::bigint[]`, write: bare },
  boolean: { array: sql`::boolean[]`, write: bare },
  date: { array: sql`::date[]`, write: bare },
  jsonb: { array: sql`::jsonb[]`, write: (value) => toArrayElement(JSON.stringify(value)) },
  'timestamp with time zone': { array: sql`::timestamptz[]`, write: toTime },
  // unnest would take arrays of arrays apart to their last element.
  'text[]': { array: sql`::text[]`, write: toList, cast: sql`::text[]` },
  'smallint[]': { array: sql`::text[]`, write: toList, cast: sql`::smallint[]` },
};

function kindOf(column: Column): Kind {
  const kind = KINDS[column.getSQLType()];
  if (!kind)
    throw new Error(`${column.name} is of the type ${column.getSQLType()}, which is not written here`);
  return kind;
}

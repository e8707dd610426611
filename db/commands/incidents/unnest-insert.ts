import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';

type Plain = string | number | boolean | Date | null | readonly string[] | readonly number[] | object;

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
  const [first] = rows;
  if (!first) return 0;
  const all: Record<string, Column> = getTableColumns(table);
  const columns = Object.keys(first).flatMap((property) => {
    const column = all[property];
    return column ? [{ property, column, name: sql.identifier(column.name) }] : [];
  });
  const names = list(columns.map(({ name }) => sql`${name}`));
  const typed = list(columns.map(({ name, column }) => sql`x.${name}::${castOf(column)}`));
  const arrays = list(
    columns.map(({ property }) => {
      const values = rows.map((row) => toText((row as Record<string, Plain>)[property] ?? null));
      return sql`${sql.param(values)}::text[]`;
    }),
  );
  const written = await tx.execute(sql`
    insert into ${table} (${names})
    select ${typed} from unnest(${arrays}) as x(${names})
    ${conflict} returning 1`);
  return written.length;
}

const list = (parts: SQL[]) => sql.join(parts, sql`, `);

const CASTS: Record<string, SQL> = {
  text: sql`text`,
  uuid: sql`uuid`,
  smallint: sql`smallint`,
  integer: sql`integer`,
  bigint: sql`bigint`,
  boolean: sql`boolean`,
  date: sql`date`,
  jsonb: sql`jsonb`,
  'timestamp with time zone': sql`timestamptz`,
  'text[]': sql`text[]`,
  'smallint[]': sql`smallint[]`,
};

function castOf(column: Column): SQL {
  const cast = CASTS[column.getSQLType()];
  if (!cast)
    throw new Error(`${column.name} is of the type ${column.getSQLType()}, which is not written here`);
  return cast;
}

/** A value as PostgreSQL reads it. Arrays hold only ids and numbers: nothing in them needs quoting. */
function toText(value: Plain): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return `{${value.join(',')}}`;
  return JSON.stringify(value);
}

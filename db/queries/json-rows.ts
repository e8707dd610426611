import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types';

/**
 * The rows of a question as one value, so that a statement can give those of several: each further one keeps the program as
 * busy as a thousand rows. Of numbers, texts and days, which JSON gives as the client does, and of such values.
 */
export function jsonRows<Fields extends Record<string, AnyPgColumn | SQL>>(
  fields: Fields,
  ...order: readonly SQL[]
): SQL<SelectResultFields<Fields>[]> {
  const named = Object.entries(fields).map(([name, column]) => sql`${name}::text, ${column}`);
  const sorted = order.length > 0 ? sql` order by ${sql.join([...order], sql`, `)}` : sql``;
  return sql`coalesce(json_agg(json_build_object(${sql.join(named, sql`, `)})${sorted}), '[]')`;
}

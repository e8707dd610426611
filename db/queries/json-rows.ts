import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types';

/** What of a row JSON gives as the client does: numbers, texts and days, and such rows in turn. */
type JsonFields = Record<string, AnyPgColumn | SQL>;

/** A question with those fields by their own names. */
interface NamedQuestion<Row> extends PromiseLike<Row[]> {
  as(alias: string): { getSQL(): SQL };
}

/**
 * The rows of a question as one value, in their order, so that a statement can give those of several: each further one
 * keeps the program as busy as a thousand rows.
 */
export function jsonRows<Row>(question: NamedQuestion<Row>): SQL<Row[]> {
  return sql`(select coalesce(json_agg(each_row), '[]') from ${question.as('each_row')})`;
}

/** Those fields under the names by which JSON is to give them. */
export function withNames<Fields extends JsonFields>(fields: Fields) {
  const named = Object.entries(fields).map(([name, field]) => [name, sql`${field}`.as(name)]);
  return Object.fromEntries(named) as {
    [Name in keyof Fields]: SQL.Aliased<SelectResultFields<Fields>[Name]>;
  };
}

import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, check, smallint, timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant; the record keeps UTC and the workspace's zone is applied when a local date is derived. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The distribution column of every table of incident details (docs/scaling). */
export const incidentKey = () => uuid('incident_id').notNull();

export const code = (name: string) => smallint(name);

/** A CHECK that a smallint holds a code of a fixed set. */
export const codeOf = (name: string, column: AnyPgColumn, set: readonly string[]) =>
  check(name, within(column, 0, set.length - 1));

/** A CHECK that a number lies in a closed range, or is not known. */
export const range = (name: string, column: AnyPgColumn, from: number, to: number) =>
  check(name, within(column, from, to));

const within = (column: AnyPgColumn, from: number, to: number): SQL =>
  sql`${column} between ${from} and ${to}`.inlineParams();

import { sql } from 'drizzle-orm';
import { bigint, customType, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { incidentKey, instant } from './columns.ts';

const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/**
 * One mark for each changed incident. A copy of the facts takes the marks that its last snapshot could not see, so
 * a transaction that began early and ended late is not lost. There is no key: marks are only added and swept.
 */
export const factChange = pgTable(
  'fact_change',
  {
    incidentId: incidentKey(),
    changedIn: xid8('changed_in').notNull().default(sql`pg_current_xact_id()`),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [index('fact_change_in_idx').on(table.changedIn)],
);

/** Who did what, never with whose words: ids and field names only. Each row carries the hash of the one before. */
export const auditLog = pgTable(
  'audit_log',
  {
    auditId: bigint('audit_id', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_log_at_idx').on(table.at), index('audit_log_subject_idx').on(table.subject)],
);

import { type Column, eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { FOREIGN_KEY_VIOLATION, sqlStateOf } from '@/db/sql-state.ts';

/** Deletes each of these rows that no other row refers to; the record itself knows best which those are. */
export async function deleteUnused(
  tx: Records,
  table: PgTable,
  key: Column,
  ids: readonly number[],
): Promise<void> {
  for (const id of ids) {
    try {
      await tx.transaction((inner) => inner.delete(table).where(eq(key, id)));
    } catch (error) {
      if (sqlStateOf(error) !== FOREIGN_KEY_VIOLATION) throw error;
    }
  }
}

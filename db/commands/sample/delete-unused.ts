import { type Column, eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';

const FOREIGN_KEY_VIOLATION = '23503';

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
      if (!isReferredTo(error)) throw error;
    }
  }
}

function isReferredTo(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && 'code' in cause && cause.code === FOREIGN_KEY_VIOLATION;
}

import { eq, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { listMerged } from '@/lib/filters/follow-scope.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';

/** Rows that were written for a scope, and those that may read so now, since they name a value that was merged. */
export function mayBeOfScope(
  column: AnyPgColumn,
  scope: string,
  vocabularies: Vocabularies,
): SQL | undefined {
  const named = listMerged(vocabularies).map((id) => sql`strpos(${column}, ${id}) > 0`);
  return or(eq(column, scope), ...named);
}

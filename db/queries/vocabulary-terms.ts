import { asc } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';

/** A value of a vocabulary with all that is known of it. */
export interface TermRow {
  code: number;
  id: string;
  label: string;
  group: string | null;
  rank: number;
  means: string | null;
  retired: boolean;
  /** The code of the value that it counts as. */
  mergedInto: number | null;
  version: number;
}

/** Every value of a vocabulary, by rank. */
export async function listTermRows(records: Records, set: EditableSet): Promise<TermRow[]> {
  const table = TERM_TABLES[set];
  return records.select().from(table).orderBy(asc(table.rank), asc(table.code));
}

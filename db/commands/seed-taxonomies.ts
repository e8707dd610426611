import type { Records } from '@/db/facts/snapshot.ts';
import { escalationPath } from '@/db/schema/incidents.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { type EditableSet, TERM_SEEDS, UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

/**
 * Puts the first words of every vocabulary into the record, and the escalation path that is not known. Whatever is
 * there already stays as the organisation has made it, so running it again changes nothing.
 */
export async function seedTaxonomies(records: Records): Promise<void> {
  for (const [set, table] of Object.entries(TERM_TABLES)) {
    const terms = TERM_SEEDS[set as EditableSet].map(({ group, means, ...term }) => ({
      ...term,
      group: group ?? null,
      means: means ?? null,
    }));
    if (terms.length > 0) await records.insert(table).values(terms).onConflictDoNothing();
  }
  const unknownPath = { code: UNKNOWN_CODE, id: 'unknown', levels: [] };
  await records.insert(escalationPath).values(unknownPath).onConflictDoNothing();
}

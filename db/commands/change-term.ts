import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { TermEntry } from '@/lib/taxonomy/term-forms.ts';
import { loadTerm, lockTaxonomies, type NamedTerm, readTerms, refuseTwins } from './taxonomy/load-term.ts';
import { noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';

/**
 * Gives a value another label, group or meaning; its id, its rank and its incidents stay.
 * @throws Forbidden without the right; NotFound; Conflict when it was changed in between; Invalid for a label that
 * another value has
 */
export async function changeTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { set, id, version, ...entry }: NamedTerm & TermEntry,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may change values.');
  await records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const term = await loadTerm(tx, { set, id, version });
    const { label, group, means } = entry;
    const isRenamed = label !== term.label;
    if (!isRenamed && group === term.group && means === term.means) return;
    refuseTwins(await readTerms(tx, set), label, term.code);
    const table = TERM_TABLES[set];
    await tx
      .update(table)
      .set({ label, group, means, version: version + 1 })
      .where(eq(table.code, term.code));
    const said = isRenamed
      ? ({ change: 'renamed', before: term.label, after: label } as const)
      : ({ change: 'changed', before: null, after: null } as const);
    await noteTaxonomyChange(tx, viewer, { ...said, set, term, label, incidents: 0 }, now);
  });
}

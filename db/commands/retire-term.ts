import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { countIncidentsOf } from '@/db/queries/term-uses.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { loadTerm, lockTaxonomies, type NamedTerm, refuseUnknown } from './taxonomy/load-term.ts';
import { noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';

/**
 * Offers a value no more, or again. Incidents keep it, filters know it, and files may go on naming it.
 * @throws Forbidden without the right; NotFound; Conflict when it was changed in between, or is so already
 */
export async function retireTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { retired, ...named }: NamedTerm & { retired: boolean },
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may retire values or bring them back.');
  await records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const { set } = named;
    const term = await loadTerm(tx, named);
    refuseUnknown(term);
    if (term.mergedInto !== null) throw new Conflict(`“${term.label}” is merged: it is not offered anyway.`);
    if (term.retired === retired)
      throw new Conflict(retired ? `“${term.label}” is retired already.` : `“${term.label}” is in use.`);
    const table = TERM_TABLES[set];
    await tx
      .update(table)
      .set({ retired, version: term.version + 1 })
      .where(eq(table.code, term.code));
    const change = retired ? 'retired' : 'restored';
    const incidents = await countIncidentsOf(tx, viewer, set, [term.code]);
    await noteTaxonomyChange(tx, viewer, { change, set, before: null, after: null, term, incidents }, now);
  });
}

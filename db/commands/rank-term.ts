import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { countIncidentsOf } from '@/db/queries/term-uses.ts';
import { level } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { loadTerm, lockTaxonomies, type NamedTerm, readTerms, refuseUnknown } from './taxonomy/load-term.ts';
import { noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';
import { recountAfter } from './taxonomy/recount-after.ts';

/**
 * Gives a level another rank, and counts anew how far all cases that were there went and whether they were escalated.
 * @throws Forbidden without the right; NotFound; Conflict when it was changed in between, or counts as another level
 */
export async function rankTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { rank, ...named }: NamedTerm & { set: 'level'; rank: number },
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may rank levels.');
  await records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const term = await loadTerm(tx, named);
    refuseUnknown(term);
    if (term.mergedInto !== null)
      throw new Conflict(`“${term.label}” counts with the rank of another level.`);
    if (rank === term.rank) return;
    await tx
      .update(level)
      .set({ rank, version: term.version + 1 })
      .where(eq(level.code, term.code));
    const terms = await readTerms(tx, 'level');
    const own = terms.filter(({ code, mergedInto }) => code === term.code || mergedInto === term.code);
    const codes = own.map(({ code }) => code);
    await recountAfter(tx, 'level', codes, now);
    const said = { change: 'ranked', before: String(term.rank), after: String(rank) } as const;
    const incidents = await countIncidentsOf(tx, viewer, 'level', codes);
    await noteTaxonomyChange(tx, viewer, { ...said, set: 'level', term, incidents }, now);
  });
  noteChange(records);
}

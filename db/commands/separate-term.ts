import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { countIncidentsOf } from '@/db/queries/term-uses.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { loadTerm, lockTaxonomies, type NamedTerm, readTerms, refuseTwins } from './taxonomy/load-term.ts';
import { noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';
import { recountAfter } from './taxonomy/recount-after.ts';

/**
 * Takes a value out of the one that it was merged into: it counts as itself again, in all of the past too.
 * @throws Forbidden without the right; NotFound; Conflict when it was changed in between, or is not merged; Invalid
 * where another value has its label now
 */
export async function separateTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  named: NamedTerm,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may separate values.');
  await records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const { set } = named;
    const term = await loadTerm(tx, named);
    const terms = await readTerms(tx, set);
    const target = terms.find(({ code }) => code === term.mergedInto);
    if (!target) throw new Conflict(`“${term.label}” is not merged into another value.`);
    refuseTwins(terms, term.label, term.code);
    const table = TERM_TABLES[set];
    await tx
      .update(table)
      .set({ mergedInto: null, version: term.version + 1 })
      .where(eq(table.code, term.code));
    await recountAfter(tx, set, [term.code], now);
    const said = { change: 'separated', set, before: target.label, after: null } as const;
    const incidents = await countIncidentsOf(tx, viewer, set, [term.code]);
    await noteTaxonomyChange(tx, viewer, { ...said, term, other: target, incidents }, now);
  });
  noteChange(records);
}

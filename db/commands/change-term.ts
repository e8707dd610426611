import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { countIncidentsOf } from '@/db/queries/term-uses.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { TermEntry } from '@/lib/taxonomy/term-forms.ts';
import {
  loadTerm,
  lockTaxonomies,
  type NamedTerm,
  readTerms,
  refuseTwins,
  refuseUnknown,
  type StoredTerm,
} from './taxonomy/load-term.ts';
import { type NotedChange, noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';
import { recountAfter } from './taxonomy/recount-after.ts';

/**
 * Gives a value another label, group or meaning, or a level another rank; its id and its incidents stay. Another rank
 * counts anew which cases were escalated and how far.
 * @throws Forbidden without the right; NotFound; Conflict when it was changed in between; Invalid for a label that
 * another value has
 */
export async function changeTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { named, entry }: { named: NamedTerm; entry: TermEntry },
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may change values.');
  await records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const { set } = named;
    const term = await loadTerm(tx, named);
    refuseTwins(await readTerms(tx, set), entry.label, term.code);
    const rank = entry.rank ?? term.rank;
    const changes = changesOf(term, { ...entry, rank });
    if (changes.length === 0) return;
    if (rank !== term.rank) refuseUnknown(term);
    const table = TERM_TABLES[set];
    await tx
      .update(table)
      .set({ ...entry, rank, version: term.version + 1 })
      .where(eq(table.code, term.code));
    const incidents = rank === term.rank ? 0 : await recountRanked(tx, viewer, named, term, now);
    for (const change of changes)
      await noteTaxonomyChange(tx, viewer, { ...change, set, term, label: entry.label, incidents }, now);
  });
  noteChange(records);
}

function changesOf(
  term: StoredTerm,
  { label, group, means, rank }: TermEntry & { rank: number },
): Pick<NotedChange, 'change' | 'before' | 'after'>[] {
  const isDescribedAnew = group !== term.group || means !== term.means;
  return [
    ...(label === term.label ? [] : [{ change: 'renamed' as const, before: term.label, after: label }]),
    ...(rank === term.rank
      ? []
      : [{ change: 'ranked' as const, before: String(term.rank), after: String(rank) }]),
    ...(isDescribedAnew ? [{ change: 'changed' as const, before: null, after: null }] : []),
  ];
}

async function recountRanked(
  tx: Records,
  viewer: Viewer,
  { set }: NamedTerm,
  { code }: StoredTerm,
  now: Date,
): Promise<number> {
  const terms = await readTerms(tx, set);
  const codes = terms
    .filter((term) => term.code === code || term.mergedInto === code)
    .map((term) => term.code);
  await recountAfter(tx, set, codes, now);
  return countIncidentsOf(tx, viewer, set, codes);
}

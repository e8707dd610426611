import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { type EditableSet, UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { isMovable } from '@/lib/taxonomy/set-words.ts';
import { findTerm, lockTaxonomies, readTerms, type StoredTerm } from './taxonomy/load-term.ts';
import { noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';

/**
 * Puts a value one place up or down in the order in which its vocabulary is shown. Nothing where it stands at that end.
 * @throws Forbidden without the right; NotFound; Conflict for a vocabulary whose order has a meaning, or a value that is
 * not in use
 */
export async function moveTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { set, id, direction }: { set: EditableSet; id: string; direction: 'up' | 'down' },
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may order values.');
  if (!isMovable(set)) throw new Conflict('The order of these values cannot be chosen.');
  await records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const term = await findTerm(tx, set, id);
    const order = (await readTerms(tx, set)).filter(isInUse).toSorted(byRank);
    const place = order.findIndex(({ code }) => code === term.code);
    if (place < 0) throw new Conflict(`“${term.label}” is not in use, and has no place in the order.`);
    const neighbour = order[direction === 'up' ? place - 1 : place + 1];
    if (!neighbour) return;
    const wanted = order.map(({ code }) =>
      code === term.code ? neighbour.code : code === neighbour.code ? term.code : code,
    );
    const table = TERM_TABLES[set];
    for (const [index, code] of wanted.entries())
      await tx
        .update(table)
        .set({ rank: index + 1 })
        .where(eq(table.code, code));
    const said = { change: 'moved', set, before: null, after: null } as const;
    await noteTaxonomyChange(tx, viewer, { ...said, term, incidents: 0 }, now);
  });
}

const isInUse = ({ code, retired, mergedInto }: StoredTerm) =>
  code !== UNKNOWN_CODE && !retired && mergedInto === null;
const byRank = (one: StoredTerm, other: StoredTerm) => one.rank - other.rank || one.code - other.code;

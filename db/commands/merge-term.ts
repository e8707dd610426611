import { eq, or } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { countIncidentsOf } from '@/db/queries/term-uses.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, Invalid } from '@/lib/errors.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import {
  findTerm,
  loadTerm,
  lockTaxonomies,
  type NamedTerm,
  refuseUnknown,
  type StoredTerm,
} from './taxonomy/load-term.ts';
import { noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';
import { recountAfter } from './taxonomy/recount-after.ts';

/**
 * Lets a value count as another one, in all of the past too. The record keeps what was coded, so that it can be taken
 * out again. What was merged into it before goes along.
 * @param into the id of the value that it counts as from now on
 * @throws Forbidden without the right; NotFound; Conflict when it was changed in between, or is merged already; Invalid
 * where it cannot be merged into that one
 */
export async function mergeTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { into, ...named }: NamedTerm & { into: string },
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may merge values.');
  await records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const { set } = named;
    const term = await loadTerm(tx, named);
    refuseUnknown(term);
    if (term.mergedInto !== null) throw new Conflict(`“${term.label}” is merged into another value already.`);
    const target = await findTerm(tx, set, into);
    refuseTarget(term, target);
    const table = TERM_TABLES[set];
    const moved = await tx
      .update(table)
      .set({ mergedInto: target.code })
      .where(or(eq(table.code, term.code), eq(table.mergedInto, term.code)))
      .returning({ code: table.code });
    await tx
      .update(table)
      .set({ version: term.version + 1 })
      .where(eq(table.code, term.code));
    const codes = moved.map(({ code }) => code);
    await recountAfter(tx, set, codes, now);
    const said = { change: 'merged', set, before: null, after: target.label } as const;
    const incidents = await countIncidentsOf(tx, viewer, set, codes);
    await noteTaxonomyChange(tx, viewer, { ...said, term, other: target, incidents }, now);
  });
  noteChange(records);
}

function refuseTarget(term: StoredTerm, target: StoredTerm): void {
  const problem =
    target.code === term.code
      ? 'This is the value itself. Choose another.'
      : target.code === UNKNOWN_CODE
        ? 'Incidents would lose what they were coded with. Choose a value, or retire this one.'
        : target.mergedInto !== null || target.retired
          ? `“${target.label}” is not in use. Choose a value that is.`
          : null;
  if (problem) throw new Invalid([{ field: 'into', message: problem }]);
}

import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import { type EditableSet, UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import type { TermEntry } from '@/lib/taxonomy/term-forms.ts';
import { toTermId } from '@/lib/taxonomy/term-key.ts';
import { MOST_PRODUCTS } from './incidents/find-terms.ts';
import { lockTaxonomies, readTerms, refuseTwins } from './taxonomy/load-term.ts';
import { noteTaxonomyChange } from './taxonomy/note-taxonomy-change.ts';

/**
 * Adds a value to a vocabulary, at the end of its order or with the rank that was given, and answers with its id.
 * @throws Forbidden without the right; Invalid for a label that is there already
 */
export async function addTerm(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { set, rank, ...entry }: TermEntry & { set: EditableSet; rank?: number | undefined },
  now: Date,
): Promise<string> {
  demand(viewer, 'administer', 'Only an administrator may add values.');
  return records.transaction(async (tx) => {
    await lockTaxonomies(tx);
    const terms = await readTerms(tx, set);
    refuseTwins(terms, entry.label, null);
    const known = terms.filter(({ code }) => code !== UNKNOWN_CODE);
    const code = Math.max(0, ...known.map((term) => term.code)) + 1;
    if (code > MOST_PRODUCTS)
      throw new Invalid([{ field: 'label', message: 'This vocabulary holds as many values as it can.' }]);
    const made = {
      code,
      id: toTermId(entry.label, new Set(terms.map(({ id }) => id))),
      label: entry.label,
      group: entry.group,
      means: entry.means,
      rank: rank ?? Math.max(0, ...known.map(({ rank }) => rank)) + 1,
    };
    const [term] = await tx.insert(TERM_TABLES[set]).values(made).returning();
    if (!term) throw new Error('the record kept no value');
    const said = { change: 'added', set, before: null, after: null } as const;
    await noteTaxonomyChange(tx, viewer, { ...said, term, incidents: 0 }, now);
    return made.id;
  });
}

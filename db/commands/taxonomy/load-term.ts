import { eq, sql } from 'drizzle-orm';
import { WRITERS_LOCK } from '@/db/commands/incidents/writers-lock.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { Conflict, Invalid, NotFound } from '@/lib/errors.ts';
import { type EditableSet, UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { SET_WORDS } from '@/lib/taxonomy/set-words.ts';

export type StoredTerm = Awaited<ReturnType<typeof readTerms>>[number];

/** Which value of which vocabulary, in the state that a form was made from. */
export interface NamedTerm {
  set: EditableSet;
  id: string;
  version: number;
}

/** Whoever changes vocabularies waits here for the others, and for whoever writes incidents by them. */
export async function lockTaxonomies(tx: Records): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${TAXONOMY_LOCK})`);
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
}

const TAXONOMY_LOCK = 7_201_009;

/** The values of a vocabulary, in no order. */
export function readTerms(tx: Records, set: EditableSet) {
  return tx.select().from(TERM_TABLES[set]);
}

/**
 * A value that is to be changed.
 * @throws NotFound; Conflict when it was changed since the form was made
 */
export async function loadTerm(tx: Records, { set, id, version }: NamedTerm): Promise<StoredTerm> {
  const found = await findTerm(tx, set, id);
  if (found.version !== version) throw new Conflict(CHANGED);
  return found;
}

/** The value of this id. Throws NotFound. */
export async function findTerm(tx: Records, set: EditableSet, id: string): Promise<StoredTerm> {
  const table = TERM_TABLES[set];
  const [found] = await tx.select().from(table).where(eq(table.id, id));
  if (!found) throw new NotFound(`There is no ${SET_WORDS[set].title.toLowerCase()} of the id ${id}.`);
  return found;
}

/** Throws Conflict for the value that stands for "not known", without which nothing can be counted. */
export function refuseUnknown({ code, label }: StoredTerm): void {
  if (code === UNKNOWN_CODE)
    throw new Conflict(`“${label}” is what is not known: it cannot be merged, ranked or retired.`);
}

/** Throws Invalid where another value in use is called the same; case does not count. */
export function refuseTwins(terms: readonly StoredTerm[], label: string, own: number | null): void {
  const twin = terms.find(
    (term) =>
      term.code !== own && term.mergedInto === null && term.label.toLowerCase() === label.toLowerCase(),
  );
  if (twin)
    throw new Invalid([{ field: 'label', message: `“${twin.label}” is there already, as ${twin.id}.` }]);
}

const CHANGED =
  'Somebody else changed this value after you opened it. Nothing was saved: reload the page to see it as it is.';

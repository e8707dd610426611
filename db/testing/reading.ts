import { openSnapshot, type Snapshot } from '@/db/facts/snapshot.ts';
import { listVocabularies } from '@/db/queries/vocabularies.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { type Asked, toAsked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate, Window } from '@/lib/filters/filters.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';

/** Somebody who may see everything. */
export const EVERYBODY: Viewer = { actor: 'test', roles: ['qa', 'admin'], teams: 'all' };

/** The rest of a snapshot where only its questions matter. */
export const UNREAD = {
  asOf: 0,
  source: { kind: 'record', awaitsCopy: false },
  contains: null,
  close: async () => {},
} as const satisfies Omit<Snapshot, 'facts'>;

/** Asks one question in a snapshot of its own, with the filters of a URL. */
export async function ask<Answer>(
  record: RecordDatabase,
  query: string,
  question: (snapshot: Snapshot, asked: Asked, vocabularies: Vocabularies) => Promise<Answer>,
  within: { window?: Window; coverageFrom?: LocalDate; today?: LocalDate } = {},
): Promise<Answer> {
  const vocabularies = await listVocabularies(record, EVERYBODY);
  const filters = parseFilters(new URLSearchParams(query));
  if (filters.ignored.length > 0) throw new Error(`the test's filter cannot be read: ${query}`);
  const asOf = { coverageFrom: within.coverageFrom ?? null, today: within.today ?? null };
  const asked = toAsked(filters, vocabularies, within.window ?? null, asOf);
  const snapshot = await openSnapshot(record);
  try {
    return await question(snapshot, asked, vocabularies);
  } finally {
    await snapshot.close();
  }
}

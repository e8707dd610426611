import type { Cut, ListOrder } from '@/db/queries/incident-list.ts';
import { countFound, findMeant, listFound, listHits } from '@/db/queries/search.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { type Fragment, parseSearch, toFragments } from '@/lib/search/search-words.ts';

/** Counting goes this far before the page is shown; what is beyond is counted after it. */
export const COUNTED_AT_ONCE = 10_000;

/** What was looked for, and how much of it there is among what the filters leave. */
export interface Found {
  text: string;
  /** At most `COUNTED_AT_ONCE`. */
  count: number;
  /** How many there are where that is more; null where all were counted. */
  all: Promise<number> | null;
  /** Whether the text asks for nothing that can be looked for. */
  saysNothing: boolean;
}

interface OpenSearch {
  found: Found;
  listNumbers: (order: ListOrder, cut: Cut) => Promise<number[]>;
  listHits: (numbers: readonly number[]) => Promise<Map<number, readonly Fragment[]>>;
}

/** Looks for words among what a reading's filters leave, in the record, where the words are. Null without a text. */
export async function openSearch(
  { record, viewer, asked }: Reading,
  text: string,
): Promise<OpenSearch | null> {
  if (text === '') return null;
  const search = parseSearch(text);
  if (!search) {
    const found = { text, count: 0, all: null, saysNothing: true };
    return { found, listNumbers: async () => [], listHits: async () => new Map() };
  }
  const what = { search, meant: await findMeant(record, viewer, search) };
  const count = await countFound(record, viewer, asked, what, COUNTED_AT_ONCE + 1);
  const isMore = count > COUNTED_AT_ONCE;
  const all = isMore ? countFound(record, viewer, asked, what, null) : null;
  // Whoever shows it hears of a failure; nobody may be waiting yet when it fails.
  all?.catch(() => null);
  return {
    found: { text, count: Math.min(count, COUNTED_AT_ONCE), all, saysNothing: false },
    listNumbers: (order, cut) => listFound(record, viewer, asked, what, order, cut),
    async listHits(numbers) {
      const marked = await listHits(record, viewer, search, numbers);
      return new Map([...marked].map(([number, words]) => [number, toFragments(words)]));
    },
  };
}

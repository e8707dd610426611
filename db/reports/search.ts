import { countIncidents } from '@/db/queries/incident-counts.ts';
import { countFound, findMeant, listHits } from '@/db/queries/search.ts';
import { type ListSource, openList } from '@/db/reports/list-source.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { Search } from '@/db/search-conditions.ts';
import type { ListState } from '@/lib/filters/list-state.ts';
import { type Fragment, parseSearch, type SearchWords, toFragments } from '@/lib/search/search-words.ts';

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

/** A search among what the filters of a reading leave. */
export interface OpenSearch {
  count(): Promise<Found>;
  /** What was found, in the order of a list. */
  open(state: ListState): Promise<ListSource>;
  listHits(numbers: readonly number[]): Promise<Map<number, readonly Fragment[]>>;
}

/** Looks for words among what a reading's filters leave, in the record, where the words are. Null without a text. */
export async function openSearch(reading: Reading, text: string): Promise<OpenSearch | null> {
  if (text === '') return null;
  const search = parseSearch(text);
  if (!search) return findingNothing(text);
  const among = await amongWords(reading, search);
  return {
    count: () => countWords(among, text),
    open: (state) => openList(among, state),
    listHits: (numbers) => hitsOf(reading, search, numbers),
  };
}

/** The same reading of what a search found among what its filters leave, from the record; without words, of all. */
export async function amongFound(reading: Reading, text: string): Promise<Reading> {
  const search = parseSearch(text);
  if (!search) return reading;
  return amongWords(reading, search);
}

type Looked = Reading & { asked: { found: Search } };

async function amongWords(reading: Reading, search: SearchWords): Promise<Looked> {
  const { record, viewer, snapshot, asked } = reading;
  const found = { search, meant: await findMeant(record, viewer, search) };
  return { ...reading, snapshot: { ...snapshot, facts: record }, asked: { ...asked, found } };
}

async function countWords({ record, viewer, snapshot, asked }: Looked, text: string): Promise<Found> {
  const count = await countFound(record, viewer, asked, COUNTED_AT_ONCE + 1);
  const isMore = count > COUNTED_AT_ONCE;
  const all = isMore ? countIncidents(snapshot, viewer, asked) : null;
  // Whoever shows it hears of a failure; nobody may be waiting yet when it fails.
  all?.catch(() => null);
  return { text, count: Math.min(count, COUNTED_AT_ONCE), all, saysNothing: false };
}

async function hitsOf({ record, viewer }: Reading, search: SearchWords, numbers: readonly number[]) {
  const marked = await listHits(record, viewer, search, numbers);
  return new Map([...marked].map(([number, words]) => [number, toFragments(words)]));
}

function findingNothing(text: string): OpenSearch {
  const nothing: ListSource = {
    list: async () => [],
    countBefore: async () => 0,
    find: async () => null,
  };
  return {
    count: async () => ({ text, count: 0, all: null, saysNothing: true }),
    open: async () => nothing,
    listHits: async () => new Map(),
  };
}

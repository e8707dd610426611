import { listNumbers } from '@/db/queries/exported-incidents.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { listKeys } from '@/db/queries/incident-list.ts';
import {
  findMeant,
  isOnlyCommonWords,
  listFoundAmong,
  listFoundNumbers,
  listHits,
} from '@/db/queries/search.ts';
import { countLater, countNow } from '@/db/reports/count-found.ts';
import { type ListSource, openList } from '@/db/reports/list-source.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { walkList } from '@/db/reports/walk-list.ts';
import type { Found as FoundIncidents, Search } from '@/db/search-conditions.ts';
import type { ListState } from '@/lib/filters/list-state.ts';
import { type Fragment, markPhrases, toFragments } from '@/lib/search/fragments.ts';
import { parseSearch, type SearchWords } from '@/lib/search/search-words.ts';
import type { Standing } from '@/lib/taxonomy/fixed-sets.ts';

/** Up to so many are found one by one; of more, the page is shown first and they are counted after it. */
export const COUNTED_AT_ONCE = 10_000;

/** What was looked for, and how much of it there is among what the filters leave. */
export interface Found {
  text: string;
  /** Null where it is counted after the page. */
  count: number | null;
  /** How many there are where the count comes later. */
  all: Promise<number> | null;
  /** More than so many are known to be there before they are counted; null where that is not known, or they are. */
  above: number | null;
  /** Words of which none is said, "“late” or “refund”", where the text was of -words alone; else null. */
  unwanted: string | null;
  /** Why nothing can be looked for by this text; null where something can. */
  nothing: NothingToFind | null;
  /** Where nothing was found: what the text names by number or id, outside of the filters or set aside. */
  elsewhere: readonly MeantElsewhere[];
}

/** An incident in the viewer's scope that a text names and the filters leave out. */
export interface MeantElsewhere {
  number: number;
  standing: Standing;
}

/** A text without anything that is wanted, or of words alone that are in every account. */
export type NothingToFind = 'names_nothing' | 'common_words';

/** A search among what the filters of a reading leave. */
export interface OpenSearch {
  /** Whether there may be too many for a page to wait until they are counted. */
  isMany: boolean;
  count(): Promise<Found>;
  /** What was found, in the order of a list. */
  open(state: ListState): Promise<ListSource>;
  listHits(numbers: readonly number[]): Promise<Map<number, readonly Fragment[]>>;
  /** The numbers of all that was found, the highest first. */
  listNumbers(): Promise<Int32Array>;
}

/**
 * Looks for words among what a reading's filters leave. Null without a text.
 * @param atOnce how many are found one by one at most
 */
export async function openSearch(
  reading: Reading,
  text: string,
  atOnce = COUNTED_AT_ONCE,
): Promise<OpenSearch | null> {
  return text === '' ? null : openWords(reading, text, parseSearch(text), atOnce);
}

/** The same of words that were read from a text already; null where they ask for nothing. */
export async function openWords(
  reading: Reading,
  text: string,
  words: SearchWords | null,
  atOnce = COUNTED_AT_ONCE,
): Promise<OpenSearch> {
  const what = await findWhat(reading, words);
  if (typeof what === 'string') return findingNothing(text, what);
  const { among, above } = await lookAmong(reading, what, atOnce);
  const isMany = 'search' in among.asked.found;
  return {
    isMany,
    count: () => (isMany ? countLater(among, what, { text, above }) : countNow(among, what, text)),
    open: (state) => (isMany ? openMany(reading, among, what, state) : openList(among, state)),
    listHits: (numbers) => hitsOf(reading, what.search, numbers),
    listNumbers: () => listNumbers(among.snapshot, among.viewer, among.asked),
  };
}

/** The same reading of what a search found among what its filters leave; without words, of all. */
export async function amongFound(reading: Reading, text: string): Promise<Reading> {
  const what = await findWhat(reading, parseSearch(text));
  return typeof what === 'string' ? reading : (await lookAmong(reading, what, COUNTED_AT_ONCE)).among;
}

async function findWhat(
  { record, viewer }: Reading,
  search: SearchWords | null,
): Promise<Search | NothingToFind> {
  if (!search) return 'names_nothing';
  const [meant, isCommon] = await Promise.all([
    search.isWithout ? [] : findMeant(record, viewer, search),
    isOnlyCommonWords(record, search),
  ]);
  return isCommon && meant.length === 0 ? 'common_words' : { search, meant };
}

/** A reading of what was found alone. */
export type Looked = Reading & { asked: { found: FoundIncidents } };

/**
 * Few that say it are found by the words in the record and told by their numbers, wanted or left out, of which the
 * snapshot answers everything else; of many the record does. Above: more than so many say it, among all that the viewer
 * may see, where that was found out and is what is wanted.
 */
async function lookAmong(
  reading: Reading,
  what: Search,
  atOnce: number,
): Promise<{ among: Looked; above: number | null }> {
  const { record, viewer, snapshot, asked } = reading;
  const many = { ...reading, snapshot: { ...snapshot, facts: record }, asked: { ...asked, found: what } };
  if (await isCommon(reading, what, atOnce)) return { among: many, above: null };
  const numbers = await listFoundNumbers(record, viewer, what, atOnce + 1);
  const { isWithout } = what.search;
  if (numbers.length > atOnce) return { among: many, above: isWithout ? null : atOnce };
  const found = isWithout ? { without: numbers } : { numbers };
  return { among: { ...reading, asked: { ...asked, found } }, above: null };
}

const TRIED = 200;

/** Whether one in ten of the latest incidents says it, among more than are found one by one: then none need be found. */
async function isCommon(reading: Reading, what: Search, atOnce: number): Promise<boolean> {
  const { record, viewer, snapshot, asked } = reading;
  if ((await countIncidents(snapshot, viewer, asked)) <= atOnce) return false;
  const order = { by: 'number', descending: true } as const;
  const stretch = { limit: TRIED, from: null, backwards: false };
  const tried = await listKeys(snapshot, viewer, asked, order, stretch);
  const numbers = tried.map(({ number }) => number);
  const said = await listFoundAmong(record, viewer, what, numbers);
  return said.length * 10 >= numbers.length;
}

/** Of many that say it, a page is soon full when the list is gone through and each incident is asked. */
async function openMany(
  reading: Reading,
  among: Looked,
  what: Search,
  state: ListState,
): Promise<ListSource> {
  const { record, viewer } = reading;
  const [everything, found] = await Promise.all([openList(reading, state), openList(among, state)]);
  const keep = async (numbers: readonly number[]) => {
    const saying = await listFoundAmong(record, viewer, what, numbers);
    return what.search.isWithout ? without(numbers, saying) : saying;
  };
  return {
    list: async (stretch) => (await walkList(everything.list, keep, stretch)) ?? found.list(stretch),
    countBefore: found.countBefore,
    find: found.find,
  };
}

function without(numbers: readonly number[], saying: readonly number[]): number[] {
  const left = new Set(saying);
  return numbers.filter((number) => !left.has(number));
}

async function hitsOf({ record, viewer }: Reading, search: SearchWords, numbers: readonly number[]) {
  if (search.isWithout) return new Map<number, readonly Fragment[]>();
  const marked = await listHits(record, viewer, search, numbers);
  return new Map([...marked].map(([number, words]) => [number, markPhrases(toFragments(words), search)]));
}

function findingNothing(text: string, why: NothingToFind): OpenSearch {
  const none: ListSource = {
    list: async () => [],
    countBefore: async () => 0,
    find: async () => null,
  };
  return {
    isMany: false,
    count: async () => ({
      text,
      count: 0,
      all: null,
      above: null,
      unwanted: null,
      nothing: why,
      elsewhere: [],
    }),
    open: async () => none,
    listHits: async () => new Map(),
    listNumbers: async () => new Int32Array(),
  };
}

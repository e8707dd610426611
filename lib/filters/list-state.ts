import { z } from 'zod';
import { LONGEST_SEARCH } from '../search/search-words.ts';
import type { Ignored } from './filters.ts';
import { type SearchParams, toIgnored, toParameters } from './search-params.ts';

/** What the list of incidents can be sorted by. */
export const SORT_KEYS = [
  'occurred',
  'number',
  'trigger',
  'outcome',
  'level',
  'channel',
  'team',
  'product',
  'severity',
  'close',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** How a list stands: its order and its page, counted from 1. */
export interface ListState {
  sort: SortKey;
  descending: boolean;
  page: number;
  /** What is looked for in the words; empty without a search. */
  search: string;
}

/** The newest first. */
export const DEFAULT_LIST: ListState = {
  sort: 'occurred',
  descending: true,
  page: 1,
  search: '',
};

const LAST_PAGE = 1_000_000;

/**
 * Reads `q` (what is looked for), `sort` (`trigger`, or `-trigger` for descending) and `page` out of a URL. Never throws: what cannot be read
 * falls back to the default and is given back as ignored.
 */
export function parseListState(params: SearchParams): { list: ListState; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const list = { ...DEFAULT_LIST };
  const { parameters, ignored: unread } = toParameters(params, []);
  for (const { name, value } of parameters) {
    if (!isListParameter(name)) continue;
    const read = readers[name](value);
    if (read) Object.assign(list, read);
    else ignored.push(toIgnored(name, value, reasons[name]));
  }
  ignored.push(...unread.filter(({ parameter }) => isListParameter(parameter)));
  return { list, ignored };
}

/** The list's state as a query, without the question mark; defaults are left out. `parseListState` is the inverse. */
export function toListParams({ sort, descending, page, search }: ListState): string {
  const isDefault = sort === DEFAULT_LIST.sort && descending === DEFAULT_LIST.descending;
  return [
    ...(search === '' ? [] : [new URLSearchParams({ q: search }).toString()]),
    ...(isDefault ? [] : [`sort=${descending ? '-' : ''}${sort}`]),
    ...(page === DEFAULT_LIST.page ? [] : [`page=${page}`]),
  ].join('&');
}

const isListParameter = (name: string): name is keyof typeof readers => Object.hasOwn(readers, name);

const reasons = {
  q: `a search is at most ${LONGEST_SEARCH} characters long`,
  sort: `a list is sorted by one of ${SORT_KEYS.join(', ')}, with - before it for descending`,
  page: `pages are counted from 1 to ${LAST_PAGE}`,
};

const sortSchema = z.enum(SORT_KEYS);
const pageSchema = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(LAST_PAGE));

function readSort(text: string): Pick<ListState, 'sort' | 'descending'> | null {
  const sort = sortSchema.safeParse(text.replace(/^-/, ''));
  return sort.success ? { sort: sort.data, descending: text.startsWith('-') } : null;
}

function readPage(text: string): Pick<ListState, 'page'> | null {
  const page = pageSchema.safeParse(text);
  return page.success ? { page: page.data } : null;
}

function readSearch(text: string): Pick<ListState, 'search'> | null {
  return text.length > LONGEST_SEARCH ? null : { search: text.trim() };
}

const readers = { q: readSearch, sort: readSort, page: readPage };

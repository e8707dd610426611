import { LONGEST_SEARCH, toSearchText } from '../search/search-words.ts';
import type { Ignored } from './filters.ts';
import { type KeyValue, type ListPlace, readListKey, writeListKey } from './list-place.ts';
import { type SearchParams, toIgnored, toParameters } from './search-params.ts';

/** What the list of incidents can be sorted by, and what the value in a key of each is. */
const KEY_VALUES = {
  occurred: 'none',
  number: 'none',
  trigger: 'id',
  outcome: 'id',
  level: 'id',
  channel: 'id',
  team: 'id',
  product: 'id',
  severity: 'figure',
  /** How strong it was before. */
  emotion: 'figure',
  close: 'figure',
} as const satisfies Record<string, KeyValue>;

export type SortKey = keyof typeof KEY_VALUES;
export const SORT_KEYS = Object.keys(KEY_VALUES) as readonly SortKey[];

/** How a list stands: its order, and where the page begins that is looked at. */
export interface ListState {
  sort: SortKey;
  descending: boolean;
  place: ListPlace;
  /** What is looked for in the words; empty without a search. */
  search: string;
}

/** The newest first. */
export const DEFAULT_LIST: ListState = {
  sort: 'occurred',
  descending: true,
  place: 'first',
  search: '',
};

/**
 * Reads `q` (what is looked for), `sort` (`trigger`, or `-trigger` for descending) and the place (`after` or `before` a
 * key, or `at=last`) out of a URL. Never throws: what cannot be read falls back to the default and is given back as
 * ignored.
 */
export function parseListState(params: SearchParams): { list: ListState; ignored: Ignored[] } {
  const ignored: Ignored[] = [];
  const list = { ...DEFAULT_LIST };
  const { parameters, ignored: unread } = toParameters(params, []);
  const places: { name: keyof typeof placeReaders; value: string }[] = [];
  for (const { name, value } of parameters) {
    if (isPlaceParameter(name)) places.push({ name, value });
    if (!isListParameter(name)) continue;
    const read = readers[name](value);
    if (read) Object.assign(list, read);
    else ignored.push(toIgnored(name, value, reasons[name]));
    if (name === 'q' && read && HAS_CONTROLS.test(value)) ignored.push(toIgnored(name, value, NOT_WRITABLE));
  }
  for (const { name, value } of places) {
    const place = list.place === 'first' ? placeReaders[name](value, list.sort) : null;
    if (place) list.place = place;
    else ignored.push(toIgnored(name, value, placeReasons[name]));
  }
  ignored.push(
    ...unread.filter(({ parameter }) => isListParameter(parameter) || isPlaceParameter(parameter)),
  );
  return { list, ignored };
}

/** The list's state as a query, without the question mark; defaults are left out. `parseListState` is the inverse. */
export function toListParams({ sort, descending, place, search }: ListState): string {
  const isDefault = sort === DEFAULT_LIST.sort && descending === DEFAULT_LIST.descending;
  return [
    ...(search === '' ? [] : [new URLSearchParams({ q: search }).toString()]),
    ...(isDefault ? [] : [`sort=${descending ? '-' : ''}${sort}`]),
    ...writePlace(place, KEY_VALUES[sort]),
  ].join('&');
}

function writePlace(place: ListPlace, kind: KeyValue): string[] {
  if (place === 'first') return [];
  if (place === 'last') return ['at=last'];
  return [`${place.side}=${writeListKey(place.key, kind)}`];
}

/** Tabs and line breaks come with what is pasted: they part words. */
const HAS_CONTROLS = /(?![\t\n\r])\p{Cc}/u;
const NOT_WRITABLE = 'control characters are taken out of a search';

const isListParameter = (name: string): name is keyof typeof readers => Object.hasOwn(readers, name);
const isPlaceParameter = (name: string): name is keyof typeof placeReaders =>
  Object.hasOwn(placeReaders, name);

const reasons = {
  q: `a search is at most ${LONGEST_SEARCH} characters long`,
  sort: `a list is sorted by one of ${SORT_KEYS.join(', ')}, with - before it for descending`,
};

const beside = 'it is no place in a list of this order; the list is shown from its beginning';
const placeReasons = {
  after: beside,
  before: beside,
  at: 'a list is shown at=last, or from its beginning',
  page: 'pages of a list are not numbered: each begins right after an incident',
};

function readSort(text: string): Pick<ListState, 'sort' | 'descending'> | null {
  const sort = SORT_KEYS.find((key) => key === text.replace(/^-/, ''));
  return sort ? { sort, descending: text.startsWith('-') } : null;
}

function readSearch(text: string): Pick<ListState, 'search'> | null {
  return text.length > LONGEST_SEARCH ? null : { search: toSearchText(text) };
}

const readers = { q: readSearch, sort: readSort };

const readBeside =
  (side: 'after' | 'before') =>
  (text: string, sort: SortKey): ListPlace | null => {
    const key = readListKey(text, KEY_VALUES[sort]);
    return key && { side, key };
  };

const placeReaders = {
  after: readBeside('after'),
  before: readBeside('before'),
  at: (text: string, _: SortKey): ListPlace | null => (text === 'last' ? 'last' : null),
  page: (_text: string, _: SortKey): ListPlace | null => null,
};

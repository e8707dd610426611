import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListKey, ListPlace } from './list-place.ts';
import { DEFAULT_LIST, type ListState, parseListState, SORT_KEYS, toListParams } from './list-state.ts';

const parse = (query: string) => parseListState(new URLSearchParams(query));

const anyDay = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const keyWith = (value: fc.Arbitrary<ListKey['value']>): fc.Arbitrary<ListKey> =>
  fc.record({
    value,
    day: anyDay,
    minute: fc.integer({ min: -1440, max: 2880 }),
    number: fc.integer({ min: 1, max: 2_147_483_647 }),
  });
const anyPlace = (value: fc.Arbitrary<ListKey['value']>): fc.Arbitrary<ListPlace> =>
  fc.oneof(
    fc.constantFrom<ListPlace>('first', 'last'),
    fc.record({ side: fc.constantFrom('after' as const, 'before' as const), key: keyWith(value) }),
  );
const anyId = fc.stringMatching(/^[a-z0-9_.&~ü%+-]{1,30}$/);
const anyFigure = fc.option(fc.nat());
const anySort = fc.constantFrom(...SORT_KEYS);

const valueFor = (sort: ListState['sort']): fc.Arbitrary<ListKey['value']> => {
  if (sort === 'occurred' || sort === 'number') return fc.constant(null);
  return sort === 'severity' || sort === 'emotion' || sort === 'close' ? anyFigure : anyId;
};

it('gives back any state of the list from its own query, wherever its page begins', () => {
  const states = anySort.chain((sort) =>
    fc.record({
      sort: fc.constant(sort),
      descending: fc.boolean(),
      place: anyPlace(valueFor(sort)),
      search: fc.string({ maxLength: 300 }).map((text) => text.trim()),
    }),
  );
  fc.assert(
    fc.property(states, (list) => {
      expect(parse(toListParams(list))).toEqual({ list, ignored: [] });
    }),
  );
});

it('shows the newest first, from the beginning, and writes neither', () => {
  expect(parse('')).toEqual({ list: DEFAULT_LIST, ignored: [] });
  expect(toListParams(DEFAULT_LIST)).toBe('');
  const key = { value: null, day: '2024-03-05', minute: 1380, number: 120 };
  const place: ListPlace = { side: 'after', key };
  expect(toListParams({ ...DEFAULT_LIST, place })).toBe('after=2024-03-05.1380.120');
  expect(toListParams({ ...DEFAULT_LIST, sort: 'severity', place })).toBe(
    'sort=-severity&after=unknown.2024-03-05.1380.120',
  );
  expect(toListParams({ ...DEFAULT_LIST, place: 'last' })).toBe('at=last');
});

it('says what it cannot read and stays with the default there', () => {
  const { list, ignored } = parse('sort=--number&at=middle&trigger=x');
  expect(list).toEqual(DEFAULT_LIST);
  expect(ignored.map(({ parameter, value }) => [parameter, value])).toEqual([
    ['sort', '--number'],
    ['at', 'middle'],
  ]);
});

it.each([
  'after=2024-02-30.1380.120',
  'after=2024-03-05.1380',
  'after=2024-03-05.2881.1',
  'after=2024-03-05.0.2147483648',
  'after=4.2024-03-05.1380.120',
  'sort=severity&after=2024-03-05.1380.120',
  'sort=severity&after=four.2024-03-05.1380.120',
  'sort=trigger&before=2024-03-05.1380.120',
  'page=3',
  `after=${'x'.repeat(3000)}`,
])('%s is no place in the list, which is shown from its beginning', (query) => {
  const { list, ignored } = parse(query);
  expect([list.place, ignored.length]).toEqual(['first', 1]);
});

it.each([
  ['%00', ''],
  ['bi%00ll%07', 'bill'],
  ['%C2%85late', 'late'],
])('q=%s: control characters are taken out of a search, and the page says so', (written, search) => {
  const { list, ignored } = parse(`q=${written}`);
  expect(list.search).toBe(search);
  expect(ignored.map(({ parameter, reason }) => [parameter, reason])).toEqual([
    ['q', 'control characters are taken out of a search'],
  ]);
  expect(ignored[0]?.value).toMatch(/^\P{Cc}+$/u);
});

it('a tab or a line break within a search parts its words, and nothing is left out', () => {
  expect(parse('q=second%09bill%0A')).toEqual({
    list: { ...DEFAULT_LIST, search: 'second bill' },
    ignored: [],
  });
});

it('takes the first of two places and says that the other is left out', () => {
  const { list, ignored } = parse('at=last&after=2024-03-05.1380.120');
  expect([list.place, ignored.map(({ parameter }) => parameter)]).toEqual(['last', ['after']]);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_LIST, parseListState, SORT_KEYS, toListParams } from './list-state.ts';

const parse = (query: string) => parseListState(new URLSearchParams(query));

it('gives back any state of the list from its own query', () => {
  const states = fc.record({
    sort: fc.constantFrom(...SORT_KEYS),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 1_000_000 }),
    search: fc.string({ maxLength: 300 }).map((text) => text.trim()),
  });
  fc.assert(
    fc.property(states, (list) => {
      expect(parse(toListParams(list))).toEqual({ list, ignored: [] });
    }),
  );
});

it('shows the newest first, on page 1, and writes neither', () => {
  expect(parse('')).toEqual({ list: DEFAULT_LIST, ignored: [] });
  expect(toListParams(DEFAULT_LIST)).toBe('');
  expect(toListParams({ ...DEFAULT_LIST, descending: false, page: 3 })).toBe('sort=occurred&page=3');
});

it('says what it cannot read and stays with the default there', () => {
  const { list, ignored } = parse('sort=--number&page=0&trigger=x');
  expect(list).toEqual(DEFAULT_LIST);
  expect(ignored.map(({ parameter, value }) => [parameter, value])).toEqual([
    ['sort', '--number'],
    ['page', '0'],
  ]);
  for (const page of ['-1', '1.5', '1e3', '1000001', 'x'.repeat(3000)]) {
    expect(parse(`page=${page}`).ignored).toHaveLength(1);
  }
});

import { beforeAll, describe, expect, it } from 'vitest';
import { withCopy } from '@/db/testing/both-engines.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeTwelve } from '@/db/testing/twelve-incidents.ts';
import type { ListPlace } from '@/lib/filters/list-place.ts';
import { DEFAULT_LIST, type ListState, SORT_KEYS } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { incidentsReport } from './incidents.ts';

const opened = await testDatabase();
const { records } = opened;
const options = { record: records, now: Date.UTC(2024, 5, 30), rows: 5 };
const ORDERS = SORT_KEYS.flatMap((sort) => [true, false].map((descending) => ({ sort, descending })));

beforeAll(() => makeTwelve(records));

const pageAt = (list: Partial<ListState>, query = 'period=all', atOnce = 10_000) =>
  incidentsReport(
    EVERYBODY,
    parseFilters(new URLSearchParams(query)),
    { ...DEFAULT_LIST, ...list },
    { ...options, atOnce },
  );

/** All pages of five from one end of a list to the other. */
async function pagesFrom(
  place: 'first' | 'last',
  list: Partial<ListState>,
  atOnce?: number,
): Promise<number[][]> {
  const pages: number[][] = [];
  for (let at: ListPlace | null = place; at !== null; ) {
    const { page } = await pageAt({ ...list, place: at }, 'period=all', atOnce);
    pages.push([...page.numbers]);
    at = page[place === 'first' ? 'next' : 'previous'];
  }
  return pages;
}

describe.each(ORDERS)('sorted by $sort, descending $descending', (order) => {
  it.each([
    ['of 12', {}, [5, 5, 2]],
    ['of the 8 that a search found', { search: 'well' }, [5, 3]],
  ])('each %s stands on one page alone, and on the same one backwards', async (_, list, sizes) => {
    const asked = { ...order, ...list };
    const pages = await pagesFrom('first', asked);
    expect(pages.map(({ length }) => length)).toEqual(sizes);
    expect(new Set(pages.flat()).size).toBe(pages.flat().length);
    expect((await pagesFrom('last', asked)).reverse()).toEqual(pages);
  });
});

it('what many say is found by going through the list: the same 8 as one by one, from record and copy', async () => {
  const visit = async (atOnce: number) => {
    const all: number[][] = [];
    for (const order of ORDERS) {
      const list = { ...order, search: 'well' };
      all.push((await pagesFrom('first', list, atOnce)).flat());
      // From the end, what is left over stands on the first page, with some of the next one.
      all.push([...new Set((await pagesFrom('last', list, atOnce)).reverse().flat())]);
    }
    return all;
  };
  const oneByOne = await visit(10_000);
  expect(oneByOne[0]).toHaveLength(8);
  expect(await visit(3)).toEqual(oneByOne);
  await withCopy(opened, async () => expect(await visit(3)).toEqual(oneByOne));
});

it('of what many say the count comes after the page: 8', async () => {
  const { found, page } = await pageAt({ search: 'well' }, 'period=all', 3);
  expect([found?.count, await found?.all]).toEqual([null, 8]);
  expect(page.before).toBe(0);
  expect((await pageAt({ search: 'well', place: 'last' }, 'period=all', 3)).page.before).toBeNull();
});

it('pages are the same from a copy of the facts as from the record', async () => {
  const pagesOfAll = async () => {
    const all: number[][][] = [];
    for (const order of ORDERS) all.push(await pagesFrom('first', order));
    return all;
  };
  const fromRecord = await pagesOfAll();
  await withCopy(opened, async () => expect(await pagesOfAll()).toEqual(fromRecord));
});

it('a page says how many stand before it: 5 before the second, 10 before the last, found or not', async () => {
  for (const list of [{}, { sort: 'trigger' }, { sort: 'severity' }] as const) {
    const { page } = await pageAt(list);
    expect(page.before).toBe(0);
    expect((await pageAt({ ...list, place: page.next ?? 'first' })).page.before).toBe(5);
    expect((await pageAt({ ...list, place: 'last' })).page.before).toBe(10);
  }
  expect((await pageAt({ search: 'well', place: 'last' })).page.before).toBe(5);
});

it('a place whose incident is gone is a place still; one past the end is the last page, one near the beginning the first', async () => {
  const key = { value: null, day: '2024-03-01', minute: 600 };
  const numbersAt = async (side: 'after' | 'before', number: number) =>
    (await pageAt({ place: { side, key: { ...key, number } } })).page.numbers;
  expect(await numbersAt('after', 99)).toEqual([6, 5, 4, 3, 2]);
  expect(await numbersAt('after', 1)).toEqual([2, 1]);
  expect(await numbersAt('before', 7)).toEqual([11, 10, 9, 8, 7]);
  const late = { value: null, day: '2024-03-11', minute: 600, number: 12 };
  expect((await pageAt({ place: { side: 'before', key: late } })).page).toMatchObject({
    numbers: [12, 11, 10, 9, 8],
    previous: null,
  });
});

it('a place beside a value that there is not is the beginning', async () => {
  const key = { value: 'nothing_such', day: '2024-03-01', minute: 600, number: 3 };
  const { page } = await pageAt({ sort: 'trigger', descending: false, place: { side: 'after', key } });
  expect(page).toMatchObject({ before: 0, numbers: [8, 7, 6, 5, 4] });
});

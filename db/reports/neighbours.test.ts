import { beforeAll, describe, expect, it } from 'vitest';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeTwelve } from '@/db/testing/twelve-incidents.ts';
import { DEFAULT_LIST, type ListState } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { neighboursOf } from './neighbours.ts';

const { records } = await testDatabase();
const options = { record: records, now: Date.UTC(2024, 5, 30) };
const filtersOf = (query: string) => parseFilters(new URLSearchParams(query));
const MANAGER = { ...EVERYBODY, roles: ['manager'], teams: [2] } as const;

beforeAll(() => makeTwelve(records));

/** Goes from one end of the list to the other by its neighbours; each has its place, and all others beside it. */
async function walk(state: ListState, query: string, from: number, viewer = EVERYBODY): Promise<number[]> {
  const seen: number[] = [];
  for (let at: number | null = from; at !== null; ) {
    seen.push(at);
    const neighbours = await neighboursOf(viewer, filtersOf(query), state, at, options);
    expect(neighbours?.before).toEqual(seen.slice(0, -1).reverse());
    expect(neighbours?.place).toEqual({ at: seen.length, of: seen.length + (neighbours?.after.length ?? 0) });
    at = neighbours?.after[0] ?? null;
  }
  return seen;
}

describe('the neighbours of an incident in a list', () => {
  it('by the moment, the newest first, are those of its minute by their number', async () => {
    expect(await walk(DEFAULT_LIST, 'period=all', 12)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('by severity go from 3 to 1 and then to those of which it is not known, each newest first', async () => {
    const state: ListState = { ...DEFAULT_LIST, sort: 'severity' };
    expect(await walk(state, 'period=all', 11)).toEqual([11, 7, 3, 10, 6, 2, 9, 5, 1, 12, 8, 4]);
    expect(await walk({ ...state, descending: false }, 'period=all', 9)).toEqual([
      9, 5, 1, 10, 6, 2, 11, 7, 3, 12, 8, 4,
    ]);
  });

  it('are those of the filters, of the search and of the viewer', async () => {
    const byTrigger: ListState = { ...DEFAULT_LIST, sort: 'trigger', descending: false };
    expect(await walk(byTrigger, 'period=all&team=2', 8)).toEqual([8, 6, 4, 2, 12, 10]);
    expect(await walk({ ...byTrigger, search: 'late fee' }, 'period=all', 6)).toEqual([6, 3, 12, 9]);
    expect(await walk(DEFAULT_LIST, 'period=all', 12, MANAGER)).toEqual([12, 10, 8, 6, 4, 2]);
  });

  it('are none where the incident is not in the list, and none where it is alone', async () => {
    expect(
      await neighboursOf(EVERYBODY, filtersOf('period=all&team=2'), DEFAULT_LIST, 3, options),
    ).toBeNull();
    expect(await neighboursOf(MANAGER, filtersOf('period=all'), DEFAULT_LIST, 3, options)).toBeNull();
    const alone: ListState = { ...DEFAULT_LIST, search: '12' };
    expect(await neighboursOf(EVERYBODY, filtersOf('period=all'), alone, 12, options)).toEqual({
      before: [],
      after: [],
      place: { at: 1, of: 1 },
    });
  });

  it('have no place where a search found more than are counted at once: 4 of 12, where 3 are', async () => {
    const late: ListState = { ...DEFAULT_LIST, search: 'late fee' };
    const among = (atOnce: number) =>
      neighboursOf(EVERYBODY, filtersOf('period=all'), late, 9, { ...options, atOnce });
    expect(await among(12)).toEqual({ before: [12], after: [6, 3], place: { at: 2, of: 4 } });
    expect(await among(3)).toEqual({ before: [12], after: [6, 3], place: null });
  });
});

import { expect, test } from 'vitest';
import { MEASURE_IDS } from '../measures/measure-ids.ts';
import { DEFAULT_OVERVIEW, parseOverview, parseOverviewState, toOverviewParams } from './overview-state.ts';
import { parseFilters } from './parse-filters.ts';

test('what is written is read again, for every measure and for none', () => {
  for (const chart of [null, ...MEASURE_IDS]) {
    const query = new URLSearchParams(toOverviewParams({ chart }));
    expect(parseOverviewState(query)).toEqual({ state: { chart }, ignored: [] });
  }
});

test('a measure that is not there is said, and the first card is shown', () => {
  const { state, ignored } = parseOverviewState({ chart: 'happiness', period: 'nonsense' });
  expect(state).toEqual(DEFAULT_OVERVIEW);
  expect(ignored).toEqual([
    { parameter: 'chart', value: 'happiness', reason: 'there is no measure of this name' },
  ]);
});

test('the filters leave the state of the page alone, and the list says that it has no chart', () => {
  const { filters, state } = parseOverview({ chart: 'repeat_rate', channel: 'phone' });
  expect(filters).toEqual(parseFilters({ channel: 'phone' }));
  expect(state.chart).toBe('repeat_rate');
  expect(parseFilters({ chart: 'repeat_rate' }).ignored).toHaveLength(1);
});

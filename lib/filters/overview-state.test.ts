import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURE_IDS } from '../measures/measure-ids.ts';
import { CHART_KINDS } from '../statistics/control-chart.ts';
import {
  DEFAULT_OVERVIEW,
  parseOverview,
  parseOverviewState,
  SPLITS,
  toOverviewParams,
} from './overview-state.ts';
import { parseFilters } from './parse-filters.ts';

test('what is written is read again, for any state', () => {
  const states = fc.record({
    chart: fc.option(fc.constantFrom(...MEASURE_IDS)),
    kind: fc.option(fc.constantFrom(...CHART_KINDS)),
    split: fc.option(fc.constantFrom(...SPLITS)),
    all: fc.boolean(),
    allSignals: fc.boolean(),
  });
  fc.assert(
    fc.property(states, (state) => {
      const query = new URLSearchParams(toOverviewParams(state));
      expect(parseOverviewState(query)).toEqual({ state, ignored: [] });
    }),
  );
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
  expect(parseOverview({ split: 'weekday', measures: 'few', kind: 'pie' }).filters.ignored).toHaveLength(3);
});

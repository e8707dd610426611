import { expect, test } from 'vitest';
import { parseFilters } from './parse-filters.ts';
import { seriesScope } from './series-scope.ts';

const scope = (query: string, teams: 'all' | number[] = 'all', agents: number[] = []) =>
  seriesScope(parseFilters(new URLSearchParams(query)), { teams, agents });

test('period and comparison are no part of a series, filters are, in their one order', () => {
  expect(scope('period=last-12-weeks&compare=none')).toBe('');
  expect(scope('team=7&trigger=service_delay,billing_error&period=all')).toBe(
    'trigger=billing_error,service_delay&team=7',
  );
  expect(scope('measure=escalation_rate')).toBe('measure=escalation_rate');
});

test('who sees teams 3 and 5 looks at the series that all others see under these teams', () => {
  expect(scope('', [5, 3])).toBe('team=3,5');
  expect(scope('team=3,5')).toBe('team=3,5');
});

test('of the teams asked for, those in sight count', () => {
  expect(scope('team=3,9&channel=chat', [3, 5])).toBe('channel=chat&team=3');
});

test('where nothing is in sight there is no series', () => {
  expect(scope('team=9', [3, 5])).toBeNull();
  expect(scope('', [])).toBeNull();
});

test('a manager who is an agent, too, shares the series of the own teams, and not one with own incidents elsewhere', () => {
  expect(scope('team=3', [3, 5], [8])).toBe('team=3');
  expect(scope('', [3, 5], [8])).toBeNull();
  expect(scope('team=3,9', [3, 5], [8])).toBeNull();
  expect(scope('', 'all', [8])).toBe('');
});

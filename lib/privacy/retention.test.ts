import { expect, it } from 'vitest';
import { cutoffsOf, isRetentionDue, KEEP_ALL } from './retention.ts';

it('24 months before 29 February 2024 are 28 February 2022: kept from that day on', () => {
  expect(cutoffsOf({ ...KEEP_ALL, words: 24, incidents: 60 }, '2024-02-29')).toEqual([
    ['words', '2022-02-28'],
    ['incidents', '2019-02-28'],
  ]);
});

it('what has no period has no first day', () => {
  expect(cutoffsOf(KEEP_ALL, '2024-02-29')).toEqual([]);
});

it.each([
  [1, null, false],
  [2, null, true],
  [2, '2024-06-02', true],
  [2, '2024-06-03', false],
  [23, '2024-06-02', true],
  [23, '2024-06-03', false],
])('at %i o’clock on 3 June, done last on %s: due is %s', (hour, lastDay, due) => {
  expect(isRetentionDue({ day: '2024-06-03', hour }, lastDay)).toBe(due);
});

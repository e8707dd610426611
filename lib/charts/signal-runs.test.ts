import { expect, test } from 'vitest';
import type { SignalState } from './chart-model.ts';
import { isInRun, isNewestOfRun } from './signal-runs.ts';

const course = (...states: readonly (SignalState | null)[]) =>
  states.map((state) => ({ state: state ?? 'common', value: state === null ? null : 1, partial: false }));
const newest = (points: ReturnType<typeof course>) =>
  points.flatMap((_, index) => (isNewestOfRun(points, index) ? [index] : []));

test('of three concerns in a row and one alone, the third and the lone one carry the shape', () => {
  const points = course('concern', 'concern', 'concern', 'common', 'concern', 'common');
  expect(newest(points)).toEqual([2, 4]);
  expect(points.map((_, index) => isInRun(points, index, 'concern'))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a bucket with nothing to count does not end a run, another state does', () => {
  expect(newest(course('concern', null, 'concern', 'improvement'))).toEqual([2, 3]);
});

test('a part bucket at the end does not take the shape', () => {
  const points = [...course('change', 'change'), { state: 'common' as const, value: 1, partial: true }];
  expect(newest(points)).toEqual([1]);
});

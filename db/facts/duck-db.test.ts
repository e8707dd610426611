import { expect, test } from 'vitest';
import { threadsPerQuestion } from './duck-db.ts';

test.each([
  [1, 1],
  [2, 1],
  [3, 1],
  [8, 4],
])('of %i cores each of two questions at once has %i', (cores, threads) => {
  expect(threadsPerQuestion(cores)).toBe(threads);
});

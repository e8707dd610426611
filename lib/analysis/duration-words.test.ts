import { expect, test } from 'vitest';
import { describeMinutes } from './duration-words.ts';

test.each([
  [4.98, '4\u00a0min'],
  [59.9, '59\u00a0min'],
  [60, '1\u00a0h'],
  [220, '3\u00a0h\u00a040'],
  [2879.9, '47\u00a0h\u00a059'],
  [2880, '2.0\u00a0d'],
])('%d minutes are "%s": whole minutes, as lengths are stored', (minutes, words) => {
  expect(describeMinutes(minutes)).toBe(words);
});

test('between dates lengths are whole days', () => {
  expect(describeMinutes(0, { wholeDays: true })).toBe('the same day');
  expect(describeMinutes(4320, { wholeDays: true })).toBe('3\u00a0d');
});

import { expect, test } from 'vitest';
import { nextMark } from './next-mark.ts';

// Two rows of three: 0 1 2 above 3 4 5.
const grid = [0, 24].flatMap((y) => [0, 70, 140].map((x) => ({ x, y })));

test('right of the first of two rows of three is the second, and left of it the first again', () => {
  expect(nextMark(grid, 0, 'ArrowRight')).toBe(1);
  expect(nextMark(grid, 1, 'ArrowLeft')).toBe(0);
});

test('down from the second column stays in it: 1 + 3 = 4', () => {
  expect(nextMark(grid, 1, 'ArrowDown')).toBe(4);
});

test('at the edge an arrow leads nowhere', () => {
  expect(nextMark(grid, 2, 'ArrowRight')).toBeNull();
  expect(nextMark(grid, 5, 'ArrowDown')).toBeNull();
});

test('Home and End lead to the first and the last of six', () => {
  expect(nextMark(grid, 3, 'Home')).toBe(0);
  expect(nextMark(grid, 3, 'End')).toBe(5);
});

test('another key leads nowhere, and so does any key where there are no marks', () => {
  expect(nextMark(grid, 3, 'a')).toBeNull();
  expect(nextMark([], 0, 'Home')).toBeNull();
});

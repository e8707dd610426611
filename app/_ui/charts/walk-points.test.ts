import { expect, test } from 'vitest';
import { walkPoints } from './walk-points.ts';

test('of 26 points the first arrow leads to the newest, the next left to 24', () => {
  expect(walkPoints(null, 'ArrowLeft', 26)).toBe(25);
  expect(walkPoints(25, 'ArrowLeft', 26)).toBe(24);
});

test('arrows stop at both ends', () => {
  expect(walkPoints(0, 'ArrowLeft', 26)).toBe(0);
  expect(walkPoints(25, 'ArrowRight', 26)).toBe(25);
});

test('Home, End and Escape lead to the first, the last and none', () => {
  expect(walkPoints(7, 'Home', 26)).toBe(0);
  expect(walkPoints(7, 'End', 26)).toBe(25);
  expect(walkPoints(7, 'Escape', 26)).toBeNull();
});

test('other keys, Escape from nowhere and an empty chart are left alone', () => {
  expect(walkPoints(7, 'a', 26)).toBeUndefined();
  expect(walkPoints(null, 'Escape', 26)).toBeUndefined();
  expect(walkPoints(null, 'Home', 0)).toBeUndefined();
});

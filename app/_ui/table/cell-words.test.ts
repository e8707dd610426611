import { expect, test } from 'vitest';
import { cellWords, isFigure } from './cell-words.ts';

const column = (form: 'text' | 'count' | 'share' | 'decimal' | 'date' | 'minutes', label = 'Head') => ({
  id: 'x',
  label,
  form,
});

test('nothing known is a dash and zero is zero', () => {
  expect(cellWords(null, column('count'))).toBe('–');
  expect(cellWords(0, column('count'))).toBe('0');
});

test('a share carries its sign unless its head does: 455 of 2,412 is 18.9', () => {
  expect(cellWords(455 / 2412, column('share'))).toBe('18.9\u00a0%');
  expect(cellWords(455 / 2412, column('share', '% of all'))).toBe('18.9');
});

test('a date is in words', () => {
  expect(cellWords('2023-05-29', column('date'))).toBe('29 May 2023');
});

test('texts and dates stand at the left, the rest at the right', () => {
  expect(isFigure(column('text'))).toBe(false);
  expect(isFigure(column('date'))).toBe(false);
  expect(isFigure(column('decimal'))).toBe(true);
});

import { expect, test } from 'vitest';
import {
  formatCell,
  formatCount,
  formatCounted,
  formatDate,
  formatDay,
  formatDecimal,
  formatFraction,
  formatList,
  formatMinutes,
  formatMonth,
  formatPercent,
  formatRough,
  formatShare,
  isFigure,
} from './format.ts';

test('2412 is written 2,412, −3 with a true minus, and −0.04 rounds to 0.0 without one', () => {
  expect(formatCount(2412)).toBe('2,412');
  expect(formatCount(-3)).toBe('−3');
  expect(formatDecimal(-0.04, 1)).toBe('0.0');
});

test('655 of 2,331 is 28.1 %, the sign behind a no-break space', () => {
  expect(formatShare(655 / 2331)).toBe('28.1\u00a0%');
  expect(formatPercent(655 / 2331)).toBe('28.1');
  expect(formatFraction(655, 2331)).toBe('655 of 2,331');
});

test('only none is 0 % and only all is 100 %: 1 of 5,000 is under 0.1 %, 4,999 of 5,000 over 99.9 %', () => {
  expect(formatShare(0)).toBe('0\u00a0%');
  expect(formatShare(1)).toBe('100\u00a0%');
  expect(formatShare(1 / 5000)).toBe('under 0.1\u00a0%');
  expect(formatShare(4999 / 5000)).toBe('over 99.9\u00a0%');
});

test('36 minutes, 312 minutes = 5.2 h, 3744 minutes = 2.6 days', () => {
  expect([36, 312, 3744].map((minutes) => formatMinutes(minutes))).toEqual([
    '36\u00a0min',
    '5.2\u00a0h',
    '2.6\u00a0days',
  ]);
});

test('9.42 is told as 9.4, 93.4 as 93, and 7 as 7', () => {
  expect([9.42, 93.4, 7].map(formatRough)).toEqual(['9.4', '93', '7']);
});

test('dates are 3 Nov 2026, 3 Nov and Nov 2026', () => {
  const date = '2026-11-03';
  expect([formatDate(date), formatDay(date), formatMonth(date)]).toEqual(['3 Nov 2026', '3 Nov', 'Nov 2026']);
});

test('one incident, two incidents, and lists with one "and"', () => {
  expect([formatCounted(1, 'incident'), formatCounted(2, 'incident')]).toEqual([
    '1\u00a0incident',
    '2\u00a0incidents',
  ]);
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
});

test('a cell is told by the form of its column, and nothing known is an en dash, never null or 0', () => {
  expect(formatCell(null, 'count')).toBe('–');
  expect(formatCell(0, 'count')).toBe('0');
  expect(formatCell('2026-11-03', 'date')).toBe('3 Nov 2026');
  expect(formatCell(0.25, 'share')).toBe('25.0\u00a0%');
  expect(formatCell(84.857, 'decimal')).toBe('84.9');
  expect(formatCell(90, 'minutes')).toBe('1.5\u00a0h');
  expect(['text', 'date', 'count'].map((form) => isFigure(form as 'text'))).toEqual([false, false, true]);
});

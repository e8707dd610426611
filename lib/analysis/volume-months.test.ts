import { expect, test } from 'vitest';
import { countMissing, missingStretches } from './volume-months.ts';

const phone = { teamId: 1, channel: 1, firstDay: '2026-10-20', lastDay: '2026-11-28' };
const chat = { teamId: 1, channel: 4, firstDay: '2026-11-10', lastDay: '2026-11-10' };

test('of 28 days in November until the last, 26 are there: 2 are missing; before the first and after the last none', () => {
  const counted = [
    { teamId: 1, channel: 1, month: '2026-11-01', days: 26 },
    { teamId: 1, channel: 1, month: '2026-10-01', days: 12 },
    { teamId: 1, channel: 4, month: '2026-11-01', days: 1 },
  ];
  expect(countMissing('2026-11-01', [phone, chat], counted)).toBe(2);
  expect(countMissing('2026-10-01', [phone, chat], counted)).toBe(0);
  expect(countMissing('2026-12-01', [phone, chat], counted)).toBe(0);
});

test('a month without any number between two that have some lacks all of its days', () => {
  const long = { ...phone, firstDay: '2026-01-01', lastDay: '2026-12-31' };
  expect(countMissing('2026-02-01', [long], [])).toBe(28);
});

test('what is missing is told in stretches: 7 and 8 November, and the 20th', () => {
  const present = new Set(
    Array.from({ length: 28 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`).filter(
      (day) => !['2026-11-07', '2026-11-08', '2026-11-20'].includes(day),
    ),
  );
  expect(missingStretches('2026-11-01', phone, present)).toEqual([
    { from: '2026-11-07', until: '2026-11-09' },
    { from: '2026-11-20', until: '2026-11-21' },
  ]);
  expect(missingStretches('2027-01-01', phone, present)).toEqual([]);
});

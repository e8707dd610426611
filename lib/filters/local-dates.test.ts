import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryDate } from './arbitrary-filters.ts';
import {
  daysBetween,
  daysOf,
  intersection,
  isLocalDate,
  localDateAt,
  shiftDays,
  shiftMonths,
  startOfMonths,
  startOfWeek,
  windowOf,
} from './local-dates.ts';

it.each([
  // Clocks go forward in London at 01:00 UTC on 29 Mar 2026 and back at 01:00 UTC on 25 Oct 2026.
  ['2026-03-28T23:59:59.999Z', 'Europe/London', '2026-03-28'],
  ['2026-03-29T00:00:00.000Z', 'Europe/London', '2026-03-29'],
  ['2026-03-29T22:59:59.999Z', 'Europe/London', '2026-03-29'],
  ['2026-03-29T23:00:00.000Z', 'Europe/London', '2026-03-30'],
  ['2026-10-24T22:59:59.999Z', 'Europe/London', '2026-10-24'],
  ['2026-10-24T23:00:00.000Z', 'Europe/London', '2026-10-25'],
  ['2026-10-25T23:59:59.999Z', 'Europe/London', '2026-10-25'],
  ['2026-10-26T00:00:00.000Z', 'Europe/London', '2026-10-26'],
  // In New York on 8 Mar 2026 from 5 to 4 hours behind, and on 1 Nov 2026 from 4 to 5.
  ['2026-03-08T04:59:59.999Z', 'America/New_York', '2026-03-07'],
  ['2026-03-08T05:00:00.000Z', 'America/New_York', '2026-03-08'],
  ['2026-03-09T03:59:59.999Z', 'America/New_York', '2026-03-08'],
  ['2026-03-09T04:00:00.000Z', 'America/New_York', '2026-03-09'],
  ['2026-11-01T03:59:59.999Z', 'America/New_York', '2026-10-31'],
  ['2026-11-01T04:00:00.000Z', 'America/New_York', '2026-11-01'],
  ['2026-11-02T04:59:59.999Z', 'America/New_York', '2026-11-01'],
  ['2026-11-02T05:00:00.000Z', 'America/New_York', '2026-11-02'],
  // A leap day, a new year, and a zone fourteen hours ahead.
  ['2024-02-29T23:30:00.000Z', 'UTC', '2024-02-29'],
  ['2024-02-29T10:00:00.000Z', 'Pacific/Kiritimati', '2024-03-01'],
  ['2026-12-31T23:00:00.000Z', 'Europe/Berlin', '2027-01-01'],
])('at %s it is, in %s, %s', (instant, zone, expected) => {
  expect(localDateAt(Date.parse(instant), zone)).toBe(expected);
});

it('refuses a time zone that does not exist', () => {
  expect(() => localDateAt(0, 'Europe/Atlantis')).toThrow(RangeError);
});

it('knows the dates of the calendar: 2000 and 2024 are leap years, 1900 and 2023 are not', () => {
  const candidates = [
    '2000-02-29',
    '2024-02-29',
    '1900-02-29',
    '2023-02-29',
    '2023-04-31',
    '2023-00-10',
    '2023-1-1',
    '0000-01-01',
    '',
  ];
  expect(candidates.filter(isLocalDate)).toEqual(['2000-02-29', '2024-02-29']);
});

it('finds the Monday of a week, also across the year and in week 53', () => {
  expect(startOfWeek('2026-11-15')).toBe('2026-11-09');
  expect(startOfWeek('2026-11-16')).toBe('2026-11-16');
  expect(startOfWeek('2021-01-03')).toBe('2020-12-28');
  expect(startOfWeek('2024-03-01')).toBe('2024-02-26');
  expect(startOfWeek('1970-01-04')).toBe('1969-12-29');
  expect(startOfWeek('1900-01-01')).toBe('1900-01-01');
});

it('finds the first day of the month, the quarter and the year', () => {
  expect([1, 3, 12].map((months) => startOfMonths('2024-12-31', months as 1 | 3 | 12))).toEqual([
    '2024-12-01',
    '2024-10-01',
    '2024-01-01',
  ]);
  expect(startOfMonths('2024-09-30', 3)).toBe('2024-07-01');
});

it('counts a day as a day when clocks change, and keeps to the end of a short month', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(shiftMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(shiftMonths('2024-03-31', -13)).toBe('2023-02-28');
});

it('shifts by what lies between: from + (until − from) = until', () => {
  fc.assert(
    fc.property(arbitraryDate(), arbitraryDate(), (from, until) => {
      expect(shiftDays(from, daysBetween(from, until))).toBe(until);
    }),
  );
});

it('turns a window into its first and last day and back', () => {
  expect(daysOf({ from: '2024-02-01', until: '2024-03-01' })).toEqual({
    firstDay: '2024-02-01',
    lastDay: '2024-02-29',
  });
  fc.assert(
    fc.property(arbitraryDate(), fc.nat(1000), (firstDay, days) => {
      const range = { firstDay, lastDay: shiftDays(firstDay, days) };
      expect(daysOf(windowOf(range))).toEqual(range);
    }),
  );
});

it('finds no common part of windows that only touch', () => {
  const january = { from: '2026-01-01', until: '2026-02-01' };
  expect(intersection(january, { from: '2026-02-01', until: '2026-03-01' })).toBeNull();
  expect(intersection(january, { from: '2026-01-31', until: '2026-03-01' })).toEqual({
    from: '2026-01-31',
    until: '2026-02-01',
  });
});

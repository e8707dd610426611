import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryDate, arbitraryFilters } from './arbitrary-filters.ts';
import type { Window } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { resolveWindows } from './periods.ts';
import { toSearchParams } from './serialise-filters.ts';
import { stepPeriod } from './step-period.ts';

const context = { today: '2026-11-12', coverage: null };
const step = (query: string, direction: 'back' | 'forward') => {
  const stepped = stepPeriod(parseFilters(new URLSearchParams(query)), direction, context);
  return stepped && toSearchParams(stepped);
};

it('goes back by the length of the whole period, also where that is not over', () => {
  expect(step('period=last-12-weeks', 'back')).toBe('period=2026-05-25..2026-08-16');
  expect(step('trigger=billing_error', 'back')).toBe('period=2025-11-17..2026-05-17&trigger=billing_error');
  expect(step('period=2024-02-29..2024-03-01', 'back')).toBe('period=2024-02-27..2024-02-28');
});

it('moves whole months by months: from February 2024 to January, from 2024 to 2023, from the 3rd quarter to the 2nd', () => {
  expect(step('period=2024-02-01..2024-02-29', 'back')).toBe('period=2024-01-01..2024-01-31');
  expect(step('period=2024-02-01..2024-02-29', 'forward')).toBe('period=2024-03-01..2024-03-31');
  expect(step('period=2024-01-01..2024-12-31', 'back')).toBe('period=2023-01-01..2023-12-31');
  expect(step('period=last-quarter', 'back')).toBe('period=2026-04-01..2026-06-30');
  expect(step('period=this-month', 'back')).toBe('period=2026-10-01..2026-10-31');
});

it('goes forward as long as the period begins by today', () => {
  expect(step('period=last-12-weeks', 'forward')).toBe('period=2026-11-09..2027-01-31');
  expect(step('period=2026-11-11..2026-11-11', 'forward')).toBe('period=2026-11-12..2026-11-12');
  expect(step('period=2026-11-12..2026-11-12', 'forward')).toBeNull();
  expect(step('', 'forward')).toBeNull();
  expect(step('period=this-year', 'forward')).toBeNull();
});

it('does not move all dates, nor into years that a period cannot have', () => {
  expect([step('period=all', 'back'), step('period=all', 'forward')]).toEqual([null, null]);
  expect(step('period=1900-01-02..1900-01-02', 'back')).toBe('period=1900-01-01..1900-01-01');
  expect(step('period=1900-01-01..1900-01-01', 'back')).toBeNull();
});

const isWholeMonths = ({ from, until }: Window) => from.endsWith('-01') && until.endsWith('-01');

it.each([
  ['back', 'forward'],
  ['forward', 'back'],
] as const)('undoes a step %s by a step %s, whatever the period', (there, andBack) => {
  fc.assert(
    fc.property(arbitraryFilters(), arbitraryDate(), (filters, today) => {
      const { asked } = resolveWindows(filters, { today, coverage: null });
      const stepped = stepPeriod(filters, there, { today, coverage: null });
      fc.pre(stepped !== null && asked.from <= today);
      const between = resolveWindows(stepped, { today, coverage: null }).asked;
      fc.pre(isWholeMonths(asked) || !isWholeMonths(between));
      const again = stepPeriod(stepped, andBack, { today, coverage: null });
      expect(again && resolveWindows(again, { today, coverage: null }).asked).toEqual(asked);
    }),
  );
});

it('goes on by months from a month that days led onto: 1 Mar to 28 Mar 2021, then February, then March', () => {
  expect(step('period=2021-03-01..2021-03-28', 'back')).toBe('period=2021-02-01..2021-02-28');
  expect(step('period=2021-02-01..2021-02-28', 'forward')).toBe('period=2021-03-01..2021-03-31');
});

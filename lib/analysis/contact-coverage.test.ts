import { expect, test } from 'vitest';
import { toDay } from '../filters/local-dates.ts';
import { coverContacts } from './contact-coverage.ts';

/** Monday to Sunday of two weeks. */
const fortnight = { from: '2026-05-04', until: '2026-05-18' };

test('without any number of contacts all 14 days are one stretch', () => {
  expect(coverContacts(fortnight, [])).toEqual({ days: 14, missing: [fortnight], missingDays: 14 });
});

test('days with contacts split what is missing; those outside of the window count for nothing', () => {
  const known = ['2026-05-01', '2026-05-04', '2026-05-05', '2026-05-08', '2026-05-17', '2026-05-30'].map(
    toDay,
  );
  expect(coverContacts(fortnight, known)).toEqual({
    days: 14,
    missing: [
      { from: '2026-05-06', until: '2026-05-08' },
      { from: '2026-05-09', until: '2026-05-17' },
    ],
    missingDays: 10,
  });
});

test('of the weekdays that are asked for two Mondays are looked at, and the one that is missing is a stretch', () => {
  expect(coverContacts(fortnight, [toDay('2026-05-04')], (weekday) => weekday === 1)).toEqual({
    days: 2,
    missing: [{ from: '2026-05-11', until: '2026-05-12' }],
    missingDays: 1,
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toInstant, toLocal } from './zones.ts';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/London',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
];

/** What clocks show, by the runtime itself and not by an offset. */
function shown(at: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' } as const),
  }).formatToParts(at);
  const of = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return { on: `${of.year}-${of.month}-${of.day}`, hour: Number(of.hour) };
}

it('local date and hour are those that clocks in the zone show, whatever was asked before', () => {
  const at = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.array(at, { maxLength: 6 }), (zone, moments) => {
      for (const moment of moments) expect(toLocal(moment, zone)).toEqual(shown(moment, zone));
    }),
  );
});

it.each([
  ['Europe/London', '2026-03-29T01:00Z'],
  ['Europe/London', '2026-10-25T01:00Z'],
  ['America/St_Johns', '2005-04-03T03:31Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
])('in %s they do so just before and after the clocks change at %s', (zone, change) => {
  const at = Date.parse(change);
  for (const moment of [at - HOUR, at - 1, at, at + HOUR]) {
    expect(toLocal(moment, zone)).toEqual(shown(moment, zone));
  }
});

it('01:30 is skipped in London on 29 March 2026, doubled on 25 October, and neither a day later', () => {
  const wall = (day: string) => Date.parse(`${day}T01:30Z`);
  expect(toInstant(wall('2026-03-29'), 'Europe/London')).toEqual({
    at: wall('2026-03-29'),
    clock: 'skipped',
  });
  expect(toInstant(wall('2026-10-25'), 'Europe/London')).toEqual({
    at: wall('2026-10-25') - HOUR,
    clock: 'doubled',
  });
  expect(toInstant(wall('2026-10-26'), 'Europe/London')).toEqual({ at: wall('2026-10-26'), clock: 'none' });
});

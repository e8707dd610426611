import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocal } from '../intake/zones.ts';
import { describeRhythm, nextTime, type Rhythm } from './rhythm.ts';

const BERLIN = 'Europe/Berlin';
const daily = (hour: number): Rhythm => ({ kind: 'daily', weekday: 1, monthDay: 1, hour });
const weekly = (weekday: number, hour: number): Rhythm => ({ ...daily(hour), kind: 'weekly', weekday });
const monthly = (monthDay: number, hour: number): Rhythm => ({ ...daily(hour), kind: 'monthly', monthDay });
const next = (rhythm: Rhythm, after: string, zone = BERLIN) =>
  new Date(nextTime(rhythm, zone, Date.parse(after))).toISOString();
const following = (rhythm: Rhythm, after: string, count: number, zone = BERLIN) => {
  const times: string[] = [];
  let last = after;
  for (let at = 0; at < count; at += 1) {
    last = next(rhythm, last, zone);
    times.push(last);
  }
  return times;
};

describe('in March, when clocks in Berlin go from 02:00 to 03:00 on the 29th at 01:00 UTC', () => {
  it('07:00 is 06:00 UTC the day before and 05:00 UTC from that day on', () => {
    expect(following(daily(7), '2026-03-27T12:00:00Z', 3)).toEqual([
      '2026-03-28T06:00:00.000Z',
      '2026-03-29T05:00:00.000Z',
      '2026-03-30T05:00:00.000Z',
    ]);
  });

  it('02:00, which there is not, is done once, at 03:00 summer time = 01:00 UTC', () => {
    expect(following(daily(2), '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T01:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:00:00.000Z',
    ]);
  });
});

describe('in October, when clocks in Berlin go from 03:00 back to 02:00 on the 25th at 01:00 UTC', () => {
  it('07:00 is 05:00 UTC the day before and 06:00 UTC from that day on', () => {
    expect(following(daily(7), '2026-10-23T12:00:00Z', 3)).toEqual([
      '2026-10-24T05:00:00.000Z',
      '2026-10-25T06:00:00.000Z',
      '2026-10-26T06:00:00.000Z',
    ]);
  });

  it('02:00, which comes at 00:00 and at 01:00 UTC, is done the first time only', () => {
    expect(following(daily(2), '2026-10-24T00:00:00Z', 3)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-26T01:00:00.000Z',
      '2026-10-27T01:00:00.000Z',
    ]);
  });
});

describe('elsewhere', () => {
  it('New York: a Monday at 07:00 is 12:00 UTC before 8 March 2026 and 11:00 UTC after it', () => {
    expect(following(weekly(1, 7), '2026-02-27T00:00:00Z', 3, 'America/New_York')).toEqual([
      '2026-03-02T12:00:00.000Z',
      '2026-03-09T11:00:00.000Z',
      '2026-03-16T11:00:00.000Z',
    ]);
  });

  it('Tokyo, which changes no clocks: 00:00 on a Sunday is 15:00 UTC on the Saturday', () => {
    expect(next(weekly(7, 0), '2026-11-22T10:00:00Z', 'Asia/Tokyo')).toBe('2026-11-28T15:00:00.000Z');
  });
});

it('the very moment of a rhythm is followed by the next one, the millisecond before by itself', () => {
  expect(next(daily(7), '2026-11-22T06:00:00.000Z')).toBe('2026-11-23T06:00:00.000Z');
  expect(next(daily(7), '2026-11-22T05:59:59.999Z')).toBe('2026-11-22T06:00:00.000Z');
});

it('day 31 is the 28th in February 2027, the 29th in February 2028, the 30th in April, and never missed', () => {
  expect(following(monthly(31, 7), '2027-01-31T07:00:00Z', 3, 'UTC')).toEqual([
    '2027-02-28T07:00:00.000Z',
    '2027-03-31T07:00:00.000Z',
    '2027-04-30T07:00:00.000Z',
  ]);
  expect(next(monthly(31, 7), '2028-02-01T00:00:00Z', 'UTC')).toBe('2028-02-29T07:00:00.000Z');
});

it('says itself', () => {
  expect([daily(7), weekly(1, 7), monthly(31, 18)].map(describeRhythm)).toEqual([
    'every day at 07:00',
    'every Monday at 07:00',
    'on day 31 of each month at 18:00',
  ]);
});

it('whatever the zone and the hour, the next time lies ahead, on the same local hour unless it is skipped, and daily within 26 hours', () => {
  const zones = [
    'UTC',
    BERLIN,
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/Santiago',
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...zones),
      (after, hour, zone) => {
        const at = nextTime(daily(hour), zone, after);
        expect(at).toBeGreaterThan(after);
        expect(at - after).toBeLessThanOrEqual(26 * 3_600_000);
        expect([hour, (hour + 1) % 24]).toContain(toLocal(at, zone).hour);
      },
    ),
  );
});

import { describe, expect, it } from 'vitest';
import { countTeamChanges, derivePath } from './derive-path.ts';
import { deriveTimes } from './derive-times.ts';
import { deriveWaits, inTimeOrder } from './derive-waits.ts';
import { documentedBits } from './documented.ts';

const minute = (text: string) => ({ at: Date.parse(`${text}:00Z`), precision: 'minute' as const });
const day = (text: string) => ({ at: Date.parse(`${text}T00:00:00Z`), precision: 'day' as const });
const month = (text: string) => ({ at: Date.parse(`${text}-01T00:00:00Z`), precision: 'month' as const });

describe('times', () => {
  it('23:30 UTC on 31 December is 00:30 on 1 January in Berlin', () => {
    const times = deriveTimes(minute('2023-12-31T23:30'), null, null, 'Europe/Berlin');
    expect(times).toMatchObject({ occurredOn: '2024-01-01', occurredHour: 0, minutesToClose: null });
  });

  it('a date keeps its day in a zone behind UTC and has no hour', () => {
    const times = deriveTimes(day('2024-02-29'), null, null, 'America/New_York');
    expect(times).toMatchObject({ occurredOn: '2024-02-29', occurredHour: null });
  });

  it('01:30 to 04:30 across the change to summer time is 2 hours: 120 minutes', () => {
    const times = deriveTimes(minute('2024-03-31T00:30'), null, minute('2024-03-31T02:30'), 'Europe/Berlin');
    expect(times.minutesToClose).toBe(120);
  });

  it('23:00 to the next date counts whole days: 1 × 1,440', () => {
    const times = deriveTimes(minute('2024-05-01T23:00'), null, day('2024-05-02'), 'UTC');
    expect(times.minutesToClose).toBe(1440);
  });

  it('09:00 to the same date is 0 days, not negative', () => {
    const times = deriveTimes(minute('2024-05-01T09:00'), day('2024-05-01'), day('2024-05-01'), 'UTC');
    expect(times).toMatchObject({ minutesToClose: 0, closedBeforeOccurred: false, reportedAfterMinutes: 0 });
  });

  it('closed before it occurred has no duration and is flagged', () => {
    const times = deriveTimes(minute('2024-05-02T09:00'), null, minute('2024-05-02T08:59'), 'UTC');
    expect(times).toMatchObject({ minutesToClose: null, closedBeforeOccurred: true });
  });

  it('a month has no duration', () => {
    const times = deriveTimes(month('2024-05'), null, day('2024-06-03'), 'UTC');
    expect(times).toMatchObject({
      minutesToClose: null,
      closedBeforeOccurred: false,
      occurredOn: '2024-05-01',
    });
  });
});

describe('path', () => {
  const ranks: Record<number, number> = { 0: 0, 1: 1, 2: 2, 3: 3, 6: 6, 7: 6 };
  const path = (...codes: number[]) => derivePath(codes.map((code) => ({ code, rank: ranks[code] ?? 0 })));

  it('unknown levels are skipped before equal neighbours are collapsed: 1 0 1 3 3 is 1 3', () => {
    expect(path(1, 0, 1, 3, 3)).toEqual({
      levels: [1, 3],
      levelReached: 3,
      levelRank: 3,
      escalated: true,
      bounced: false,
    });
  });

  it('1 2 1 bounces and reached 2', () => {
    expect(path(1, 2, 1)).toMatchObject({ levels: [1, 2, 1], levelReached: 2, bounced: true });
  });

  it('beginning on the second line is escalated without a step', () => {
    expect(path(3)).toMatchObject({ levels: [3], escalated: true, bounced: false });
  });

  it('the frontline alone is not escalated', () => {
    expect(path(1, 1)).toMatchObject({ levels: [1], escalated: false, bounced: false });
  });

  it('of two levels of rank 6 the one reached first counts', () => {
    expect(path(1, 7, 6)).toMatchObject({ levelReached: 7, levelRank: 6 });
  });

  it('without a known level nothing is known', () => {
    const unknown = { levels: [], levelReached: 0, levelRank: 0, escalated: null, bounced: null };
    expect(path()).toEqual(unknown);
    expect(path(0, 0)).toEqual(unknown);
  });

  it('teams A ? A B A change 2 times', () => {
    expect(countTeamChanges(['A', null, 'A', 'B', 'A'])).toBe(2);
    expect(countTeamChanges([null])).toBe(0);
  });
});

describe('waits', () => {
  const at = [minute('2024-01-01T10:00'), minute('2024-01-01T10:45'), minute('2024-01-02T10:45')];

  it('45 minutes, then a day, then 15 minutes until closing', () => {
    expect(deriveWaits(at, minute('2024-01-02T11:00'), 'UTC')).toEqual([45, 1440, 15]);
  });

  it('the last stay of an open case is not over', () => {
    expect(deriveWaits(at, null, 'UTC')).toEqual([45, 1440, null]);
  });

  it('a step without a time leaves the stays around it unknown', () => {
    expect(deriveWaits([at[0] ?? null, null, at[2] ?? null], null, 'UTC')).toEqual([null, null, null]);
  });

  it('ties keep their order, and so does everything when one time is missing', () => {
    const steps = [
      { name: 'c', at: 2 },
      { name: 'a', at: 1 },
      { name: 'b', at: 1 },
    ];
    const names = (of: { name: string; at: number | null }[]) =>
      inTimeOrder(of, (step) => step.at).map(({ name }) => name);
    expect(names(steps)).toEqual(['a', 'b', 'c']);
    expect(names([...steps, { name: 'd', at: null }])).toEqual(['c', 'a', 'b', 'd']);
  });
});

describe('documentation', () => {
  const nothing = {
    precision: 'month',
    hasCustomer: false,
    hasBehaviour: false,
    hasTechnique: false,
    stepCount: 1,
    hasOutcome: false,
  } as const;

  it('date 1 + time 2 + customer 4 + behaviours 8 + actions 16 + outcome 32 = 63', () => {
    const all = { hasCustomer: true, hasBehaviour: true, stepCount: 2, hasOutcome: true };
    expect(documentedBits({ ...nothing, ...all, precision: 'minute' })).toBe(63);
  });

  it('a month with one step is nothing: 0; a date is 1; a second step or a technique is 16', () => {
    expect(documentedBits(nothing)).toBe(0);
    expect(documentedBits({ ...nothing, precision: 'day' })).toBe(1);
    expect(documentedBits({ ...nothing, hasTechnique: true })).toBe(16);
    expect(documentedBits({ ...nothing, stepCount: 2 })).toBe(16);
  });
});

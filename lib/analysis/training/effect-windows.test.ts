import { describe, expect, it } from 'vitest';
import { effectWindows, weeksAfter } from './effect-windows.ts';

const COVERAGE = { from: '2024-01-01', until: '2026-11-10' };

describe('the days that the effect of a session is read from', () => {
  it('are 364 before it and up to 364 after it, without its own day and without today', () => {
    expect(effectWindows('2026-03-02', { today: '2026-05-04', coverage: COVERAGE })).toEqual({
      before: { from: '2025-03-03', until: '2026-03-02' },
      after: { from: '2026-03-03', until: '2026-05-04' },
    });
    const long = effectWindows('2025-03-02', { today: '2026-11-04', coverage: COVERAGE });
    expect(long?.after).toEqual({ from: '2025-03-03', until: '2026-03-02' });
  });

  it('end with what the record reaches', () => {
    const coverage = { from: '2026-02-01', until: '2026-04-01' };
    expect(effectWindows('2026-03-02', { today: '2026-05-04', coverage })).toEqual({
      before: { from: '2026-02-01', until: '2026-03-02' },
      after: { from: '2026-03-03', until: '2026-04-01' },
    });
  });

  it('are none on the day itself and the day after, without a record, and before the record began', () => {
    const none = (heldOn: string, today: string, coverage: typeof COVERAGE | null = COVERAGE) =>
      effectWindows(heldOn, { today, coverage });
    expect(none('2026-03-02', '2026-03-02')).toBeNull();
    expect(none('2026-03-02', '2026-03-03')).toBeNull();
    expect(none('2026-03-02', '2026-05-04', null)).toBeNull();
    expect(none('2024-01-01', '2026-05-04')).toBeNull();
  });

  it('3 to 30 March are 4 whole weeks, to 29 March 3', () => {
    const until = (day: string) => ({
      before: COVERAGE,
      after: { from: '2026-03-03', until: day },
    });
    expect([weeksAfter(until('2026-03-31')), weeksAfter(until('2026-03-30'))]).toEqual([4, 3]);
  });
});

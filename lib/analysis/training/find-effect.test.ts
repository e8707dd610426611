import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectSeries } from './effect-series.ts';
import { findEffect, type HandledDay } from './find-effect.ts';

const WINDOWS = {
  before: { from: '2026-01-01', until: '2026-03-02' },
  after: { from: '2026-03-03', until: '2026-05-01' },
};
const day = (
  side: HandledDay['side'],
  when: 'before' | 'after',
  effective: number,
  opportunities: number,
): HandledDay => ({
  side,
  day: when === 'before' ? '2026-02-10' : '2026-04-10',
  effective,
  opportunities,
  incidents: opportunities,
});
const four = (trained: [number, number], compared: [number, number], of = 100) => [
  day('trained', 'before', trained[0], of),
  day('trained', 'after', trained[1], of),
  day('compared', 'before', compared[0], of),
  day('compared', 'after', compared[1], of),
];

describe('the effect of a session', () => {
  it('50 to 80 of 100 and elsewhere 50 to 50 of 100: 30 points, 11.1 to 47.9, so it worked', () => {
    const { verdict, difference } = findEffect(four([50, 80], [50, 50]), WINDOWS);
    expect(verdict).toBe('worked');
    // Wilson: 50 of 100 is 0.4038 to 0.5962, 80 of 100 is 0.7111 to 0.8667.
    expect(difference?.effect).toBeCloseTo(0.3, 10);
    expect(difference?.interval[0]).toBeCloseTo(0.3 - Math.sqrt(0.0889 ** 2 + 3 * 0.0962 ** 2), 3);
    expect(difference?.interval[1]).toBeCloseTo(0.3 + Math.sqrt(0.0667 ** 2 + 3 * 0.0962 ** 2), 3);
  });

  it('50 to 80 of 100 where the others went from 50 to 75 of 100 as well is nothing', () => {
    const { verdict, difference, change } = findEffect(four([50, 80], [50, 75]), WINDOWS);
    expect([verdict, change?.clear]).toEqual(['nothing', true]);
    expect(difference?.effect).toBeCloseTo(0.05, 10);
  });

  it('80 to 50 of 100 beside others who stayed as they were is a fall', () => {
    expect(findEffect(four([80, 50], [50, 50]), WINDOWS).verdict).toBe('fell');
  });

  it('says how large a change would have shown: 2.80 standard errors of the difference', () => {
    const { wouldShow, difference } = findEffect(four([50, 55], [50, 50]), WINDOWS);
    const [low, high] = difference?.interval ?? [0, 0];
    expect(wouldShow).toBeCloseTo(((high - low) / (2 * 1.96)) * (1.96 + 0.8416), 3);
  });

  it('nobody to compare with is no verdict, whatever the trained did', () => {
    const alone = four([10, 90], [0, 0]).filter(({ side }) => side === 'trained');
    const { verdict, difference, change } = findEffect(alone, WINDOWS);
    expect([verdict, difference, change?.effect]).toEqual(['uncompared', null, 0.8]);
  });

  it('9 opportunities in one of the four groups are too few, 10 are not', () => {
    expect(findEffect(four([1, 9], [5, 5], 9), WINDOWS).verdict).toBe('too_few');
    expect(findEffect(four([1, 9], [5, 5], 10), WINDOWS).verdict).toBe('worked');
  });

  it('27 days after the session are too early, 28 are not', () => {
    const until = (end: string) => ({ ...WINDOWS, after: { from: '2026-04-03', until: end } });
    expect(findEffect(four([50, 80], [50, 50]), until('2026-04-30')).verdict).toBe('too_early');
    expect(findEffect(four([50, 80], [50, 50]), until('2026-05-01')).verdict).toBe('worked');
  });

  it('what lies on the day of the session or outside of the windows counts nowhere', () => {
    const stray = ['2026-03-02', '2025-12-31', '2026-05-01'].map((when) => ({
      ...day('trained', 'before', 9, 9),
      day: when,
    }));
    const rows = four([50, 80], [50, 50]);
    expect(findEffect([...rows, ...stray], WINDOWS)).toEqual(findEffect(rows, WINDOWS));
  });
});

describe('the two sides in time', () => {
  const on = (date: string, opportunities: number): HandledDay => ({
    side: 'trained',
    day: date,
    effective: opportunities,
    opportunities,
    incidents: opportunities,
  });

  it('points are counted off from the session: 7 days end with the day before it, 7 begin with the day after', () => {
    const rows = [on('2026-03-01', 2), on('2026-02-23', 3), on('2026-02-22', 5), on('2026-03-03', 7)];
    const { trained, after, bucket } = effectSeries(rows, WINDOWS);
    expect(bucket).toBe('week');
    expect(trained[after - 1]).toMatchObject({ start: '2026-02-23', denominator: 5 });
    expect(trained[after - 2]).toMatchObject({ start: '2026-02-16', denominator: 5 });
    expect(trained[after]).toMatchObject({ start: '2026-03-03', denominator: 7, value: 1 });
  });

  it('60 days before make 8 weeks and a part of 4 days; 59 after make 8 weeks and a part of 3', () => {
    const { trained, after } = effectSeries([], WINDOWS);
    expect([after, trained.length]).toEqual([9, 18]);
    expect(
      trained.map(({ partial }, index) => (partial ? index : null)).filter((one) => one !== null),
    ).toEqual([0, 17]);
    expect(trained[0]?.window).toEqual({ from: '2026-01-01', until: '2026-01-05' });
  });

  it('a year with fewer than 10 opportunities a week among the trained is drawn by fortnights', () => {
    const year = { ...WINDOWS, before: { from: '2025-03-03', until: '2026-03-02' } };
    expect(effectSeries([on('2026-01-10', 519)], year).bucket).toBe('fortnight');
    expect(effectSeries([on('2026-01-10', 520)], year).bucket).toBe('week');
  });

  it('every opportunity of the windows stands in one point', () => {
    const dates = fc.integer({ min: 0, max: 58 });
    fc.assert(
      fc.property(fc.array(fc.tuple(dates, fc.boolean(), fc.nat(20))), (drawn) => {
        const rows = drawn.map(([offset, isAfter, count]) => {
          const first = Date.parse(isAfter ? '2026-03-03' : '2026-01-01');
          return on(new Date(first + offset * 86_400_000).toISOString().slice(0, 10), count);
        });
        const { trained } = effectSeries(rows, WINDOWS);
        const sum = trained.reduce((total, { denominator }) => total + (denominator ?? 0), 0);
        expect(sum).toBe(rows.reduce((total, { opportunities }) => total + opportunities, 0));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier } from './kaplan-meier.ts';

const ended = (times: readonly number[]) => times.map((time) => ({ time, events: 1, censored: 0 }));
const open = (times: readonly number[]) => times.map((time) => ({ time, events: 0, censored: 1 }));

describe('Kaplan-Meier', () => {
  // Freireich et al. 1963, Blood 21:699-716: weeks in remission with 6-mercaptopurine, 9 of 21 ended.
  const remission = kaplanMeier([
    ...ended([6, 6, 6, 7, 10, 13, 16, 22, 23]),
    ...open([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
  ]);

  test('remission of 21 patients: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448, as published', () => {
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    expect(remission?.steps.map(({ survival }) => Number(survival.toFixed(3)))).toEqual(published);
    expect(remission?.steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(remission).toMatchObject({ n: 21, events: 9, censored: 12 });
  });

  test('its log-log band: 0.6197 to 0.9516 at 6 weeks, 0.1881 to 0.6801 at 23', () => {
    const [first] = remission?.steps ?? [];
    const last = remission?.steps.at(-1);
    expect(first?.interval?.[0]).toBeCloseTo(0.6197, 4);
    expect(first?.interval?.[1]).toBeCloseTo(0.9516, 4);
    expect(last?.interval?.[0]).toBeCloseTo(0.1881, 4);
    expect(last?.interval?.[1]).toBeCloseTo(0.6801, 4);
  });

  test('its median is 23 weeks, from 13 on, without an upper end', () => {
    expect(remission).toMatchObject({ median: 23, medianLow: 13, medianHigh: null });
  });

  test('ends at 1, 2 and 3, one open at 2: 0.75, 0.5 and 0; the median is 2', () => {
    const found = kaplanMeier([...open([2]), ...ended([3, 1, 2])]);
    expect(found?.steps.map(({ survival }) => survival)).toEqual([0.75, 0.5, 0]);
    expect(found?.steps.at(-1)?.interval).toBeNull();
    expect(found?.median).toBe(2);
  });

  test('all open: nobody has ended, there is no step and no median; of nothing there is nothing', () => {
    expect(kaplanMeier(open([3, 5]))).toEqual({
      steps: [],
      median: null,
      medianLow: null,
      medianHigh: null,
      n: 2,
      events: 0,
      censored: 2,
    });
    expect(kaplanMeier([])).toBeNull();
    expect(kaplanMeier([{ time: 3, events: 0, censored: 0 }])).toBeNull();
  });

  test('negative times and counts are refused', () => {
    expect(() => kaplanMeier([{ time: -1, events: 1, censored: 0 }])).toThrow('at -1');
    expect(() => kaplanMeier([{ time: 1, events: -1, censored: 0 }])).toThrow('-1 ended');
  });

  test('without open ones it is the share not yet ended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 80 }), (times) => {
        for (const { time, survival } of kaplanMeier(ended(times))?.steps ?? [])
          expect(survival).toBeCloseTo(times.filter((other) => other > time).length / times.length, 9);
      }),
    );
  });

  test('it falls, its band holds it and stays within 0 and 1, and rows may be put together', () => {
    const row = fc.record({ time: fc.nat(40), events: fc.nat(4), censored: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const found = kaplanMeier(rows);
        const single = rows.flatMap(({ time, events, censored }) => [
          ...ended(Array<number>(events).fill(time)),
          ...open(Array<number>(censored).fill(time)),
        ]);
        expect(kaplanMeier(single)).toEqual(found);
        let before = 1;
        for (const { survival, interval } of found?.steps ?? []) {
          expect(survival).toBeLessThan(before);
          before = survival;
          const [low, high] = interval ?? [0, 1];
          expect(low).toBeLessThanOrEqual(survival);
          expect(high).toBeGreaterThanOrEqual(survival);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

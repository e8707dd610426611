import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FittedSeries, interruptedSeries } from './interrupted-series.ts';

// Monthly hospital admissions for acute coronary episodes in Sicily, January 2002 to November 2006, and the
// age-standardised population; smoking was banned in January 2005. Published with Lopez Bernal, Cummins and
// Gasparrini 2017 (gasparrini/2017_lopezbernal_IJE_codedata).
const admissions = [
  728, 659, 791, 734, 757, 726, 760, 740, 720, 814, 795, 858, 887, 766, 851, 769, 781, 756, 766, 752, 765,
  831, 879, 928, 914, 808, 937, 840, 916, 828, 845, 818, 860, 839, 887, 886, 831, 796, 833, 820, 877, 758,
  767, 738, 781, 843, 850, 908, 1021, 859, 976, 888, 962, 838, 810, 876, 843, 936, 912,
];
const population = [
  379875.3, 376495.5, 377040.8, 377116.4, 377383.4, 374113.1, 379513.3, 376295.5, 374653.2, 378485.6,
  375955.5, 378349.7, 376762.4, 379032.3, 379360.4, 376162, 377972.4, 381830.7, 379888.6, 380872.2, 380966.9,
  381240.4, 382104.9, 381802.7, 381656.3, 383680, 383504.2, 386462.9, 383783.1, 380836.8, 383483, 380906.2,
  382926.8, 384052.4, 384449.6, 383428.4, 388153.2, 388373.2, 386470.1, 386033.2, 383686.4, 385509.3,
  385901.9, 386516.6, 388436.5, 383255.2, 390148.7, 385874.9, 391613.6, 391750.4, 394005.6, 391364.9,
  391664.6, 389022.3, 391878.5, 388575.3, 392989, 390018.8, 390712.3,
];
const sicily = admissions.map((numerator, month) => ({ numerator, denominator: population[month] ?? 0 }));
const year = { period: 12, pairs: 2 };

function fitted(...asked: Parameters<typeof interruptedSeries>): FittedSeries {
  const found = interruptedSeries(...asked);
  if (found.kind === 'none') throw new Error(`not fitted: ${found.why}`);
  return found;
}

describe('smoking ban in Sicily', () => {
  test('trend only: 0.894 (published with 0.864 to 0.925); with dispersion 3.559 it is 0.839 to 0.953', () => {
    const found = fitted(sicily, { changeIndex: 36 });
    expect(found.ratio).toBeCloseTo(0.894, 3);
    expect(found.dispersion).toBeCloseTo(3.5591868, 6);
    expect(found.interval[0]).toBeCloseTo(0.8391880404, 5);
    expect(found.interval[1]).toBeCloseTo(0.9531943969, 5);
    const published = Math.log(found.interval[1] / found.ratio) / Math.sqrt(found.dispersion);
    expect(found.ratio * Math.exp(-published)).toBeCloseTo(0.864, 2);
    expect(found.ratio * Math.exp(published)).toBeCloseTo(0.925, 3);
  });

  test('with the season: 0.885, from 0.839 to 0.933, trend 1.0054 a month, as published', () => {
    const found = fitted(sicily, { changeIndex: 36, season: year });
    expect(found.ratio).toBeCloseTo(0.885, 3);
    expect(found.interval[0]).toBeCloseTo(0.839, 3);
    expect(found.interval[1]).toBeCloseTo(0.933, 3);
    expect(found.trend).toBeCloseTo(1.0054037675, 8);
    expect(found.dispersion).toBeCloseTo(2.2621826, 6);
    expect(found.clear).toBe(true);
    expect(found).toMatchObject({ before: 36, after: 23, autocorrelated: false });
    expect(found.autocorrelation).toBeCloseTo(-0.216, 3);
  });

  test('without the ban the line would have gone on by 1 / ratio above, and before it both are one', () => {
    const found = fitted(sicily, { changeIndex: 36, season: year });
    expect(found.counterfactual[35]).toBe(found.fitted[35]);
    expect((found.fitted[36] ?? 0) / (found.counterfactual[36] ?? 1)).toBeCloseTo(found.ratio, 12);
  });
});

describe('series that are made up', () => {
  const line = (points: number, drop: number, from: number) =>
    Array.from({ length: points }, (_, index) => ({
      numerator: 100 * 1.01 ** index * (index < from ? 1 : drop),
      denominator: 1,
    }));

  test('100 a week, growing by 1 %, cut to 80 % from week 21 on: ratio 0.8, trend 1.01, dispersion 0', () => {
    const found = fitted(line(40, 0.8, 20), { changeIndex: 20 });
    expect(found.ratio).toBeCloseTo(0.8, 8);
    expect(found.trend).toBeCloseTo(1.01, 8);
    expect(found.dispersion).toBeCloseTo(0, 8);
  });

  test('where points vary less than counts do, the interval is that of counts, not narrower', () => {
    const found = fitted(line(40, 1, 20), { changeIndex: 20 });
    expect(found.interval[1]).toBeGreaterThan(1.1);
    expect(found.clear).toBe(false);
  });

  test('a gap, or a week without contacts, is left out and stays a gap', () => {
    const points = line(40, 0.8, 20);
    const gaps = points.map((point, index) => (index === 5 ? null : point));
    gaps[30] = { numerator: 0, denominator: 0 };
    const found = fitted(gaps, { changeIndex: 20 });
    expect(found.ratio).toBeCloseTo(0.8, 8);
    expect(found).toMatchObject({ before: 19, after: 19 });
    expect(found.fitted[5]).toBeNull();
    expect(found.counterfactual[30]).toBeNull();
    expect(found.fitted[6]).toBeCloseTo(100 * 1.01 ** 6, 4);
  });

  test('waves that a season does not explain leave neighbours alike: the warning is on', () => {
    const waves = line(60, 1, 30).map(({ numerator }, index) => ({
      numerator: numerator * (1 + 0.3 * Math.sin(index / 4)),
      denominator: 1,
    }));
    expect(fitted(waves, { changeIndex: 30 })).toMatchObject({ autocorrelated: true });
  });

  test('seven points on a side are too few, a side without events has no ratio', () => {
    const why = { kind: 'none', why: 'few_points', before: 7, after: 13 };
    expect(interruptedSeries(line(20, 0.8, 7), { changeIndex: 7 })).toEqual(why);
    expect(interruptedSeries([], { changeIndex: 0 })).toMatchObject({ why: 'few_points' });
    expect(interruptedSeries(line(20, 0, 10), { changeIndex: 10 })).toMatchObject({ why: 'no_events' });
  });

  test('17 terms cannot be told from 16 points, and a wave of two points is refused', () => {
    const points = line(16, 0.8, 8);
    expect(interruptedSeries(points, { changeIndex: 8, season: { period: 16, pairs: 7 } })).toMatchObject({
      why: 'inseparable',
    });
    expect(() => interruptedSeries(points, { changeIndex: 8, season: { period: 2, pairs: 1 } })).toThrow(
      '1 pairs of waves do not fit into 2 points',
    );
  });

  test('a change outside of the points is refused', () => {
    expect(() => interruptedSeries(sicily, { changeIndex: 60 })).toThrow('outside of the 59 points, at 60');
  });

  test('the ratio does not depend on the unit of the exposure, nor on when the count of time begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 45 }), fc.constantFrom(0.001, 7, 1e6), (changeIndex, unit) => {
        const scaled = sicily.map(({ numerator, denominator }) => ({
          numerator,
          denominator: denominator * unit,
        }));
        const found = fitted(sicily, { changeIndex, season: year });
        expect(fitted(scaled, { changeIndex, season: year }).ratio).toBeCloseTo(found.ratio, 8);
        const later = fitted([null, null, ...sicily], { changeIndex: changeIndex + 2, season: year });
        expect(later.ratio).toBeCloseTo(found.ratio, 8);
      }),
      { numRuns: 20 },
    );
  });
});

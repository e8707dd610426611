import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shrinkEffects } from './shrink-effects.ts';
import { taroneTest } from './tarone.ts';

const tens = (...numerators: number[]) => numerators.map((numerator) => ({ numerator, denominator: 10 }));

describe('whether units differ by more than chance', () => {
  test('1 to 9 of 10: squares 60 / 0.25 = 240 against 100 records, z = 140 / √1800 = 3.30, p 0.0005', () => {
    const found = taroneTest(tens(1, 2, 3, 4, 5, 5, 6, 7, 8, 9));
    expect(found?.z).toBeCloseTo(140 / Math.sqrt(1800), 12);
    expect(found?.p).toBeCloseTo(0.000484, 5);
  });

  test('5 of 10 everywhere is more alike than chance: z = −100 / √1800 = −2.36, p 0.991', () => {
    const found = taroneTest(tens(5, 5, 5, 5, 5, 5, 5, 5, 5, 5));
    expect(found?.z).toBeCloseTo(-100 / Math.sqrt(1800), 12);
    expect(found?.p).toBeGreaterThan(0.99);
  });

  test('one unit, units of one record, and all or nothing can tell nothing', () => {
    expect(taroneTest(tens(5))).toBeNull();
    expect(taroneTest([])).toBeNull();
    expect(taroneTest([0, 1, 1].map((numerator) => ({ numerator, denominator: 1 })))).toBeNull();
    expect(taroneTest(tens(0, 0, 0))).toBeNull();
    expect(taroneTest([...tens(3, 7), { numerator: 0, denominator: 0 }])).toEqual(taroneTest(tens(3, 7)));
  });
});

describe('what each of many effects may be expected to be', () => {
  test('0.2 and 0, both ± 0.05: mean 0.1, Q 8, τ² 7 / 400, so 0.1875 and 0.0125', () => {
    const found = shrinkEffects([{ value: 0.2, error: 0.05 }, null, { value: 0, error: 0.05 }]);
    expect(found.tau2).toBeCloseTo(0.0175, 12);
    expect(found.effects.map((effect) => effect?.toFixed(6))).toEqual(['0.187500', '0.100000', '0.012500']);
  });

  test('effects that differ no more than chance are all the mean: 0.1 ± 0.1 and 0.14 ± 0.2 make 0.108', () => {
    const { effects, tau2, mean } = shrinkEffects([
      { value: 0.1, error: 0.1 },
      { value: 0.14, error: 0.2 },
    ]);
    expect(tau2).toBe(0);
    expect(mean).toBeCloseTo((0.1 * 100 + 0.14 * 25) / 125, 12);
    for (const effect of effects) expect(effect).toBeCloseTo(0.108, 12);
  });

  test('one alone is what it is, none is nothing, and an error of 0 is none', () => {
    expect(shrinkEffects([{ value: 0.3, error: 0.2 }]).effects[0]).toBeCloseTo(0.3, 12);
    expect(shrinkEffects([null])).toEqual({ mean: null, tau2: 0, effects: [null] });
    expect(() => shrinkEffects([{ value: 1, error: 0 }])).toThrow(RangeError);
  });

  test('each lies between what was found and the mean', () => {
    const effect = fc.record({
      value: fc.double({ min: -1, max: 1, noNaN: true }),
      error: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(effect, { minLength: 1, maxLength: 30 }), (all) => {
        const { effects, mean } = shrinkEffects(all);
        for (const [index, shrunk] of effects.entries()) {
          const [low, high] = [mean ?? 0, all[index]?.value ?? 0].sort((one, other) => one - other);
          expect(shrunk).toBeGreaterThanOrEqual((low ?? 0) - 1e-9);
          expect(shrunk).toBeLessThanOrEqual((high ?? 0) + 1e-9);
        }
      }),
    );
  });
});

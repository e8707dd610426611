import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nelderMead } from '../nelder-mead.ts';
import { type FittedPrior, fitBetaPrior, type Prior } from './beta-prior.ts';
import { posteriorError, posteriorQValues } from './posterior-error.ts';
import { shrink } from './shrink.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const all = (denominator: number, numerators: readonly number[]) =>
  numerators.map((numerator) => of(numerator, denominator));
const fitted = (alpha: number, beta: number): FittedPrior => ({
  kind: 'fitted',
  alpha,
  beta,
  mean: alpha / (alpha + beta),
  units: 1000,
  records: 1000,
});

describe('prior by maximum likelihood', () => {
  test('twelve units of 20: α 4.9176 and β 10.1874, as scipy finds them', () => {
    const found = fitBetaPrior(all(20, [2, 3, 4, 4, 5, 6, 6, 7, 8, 9, 11, 13]));
    expect(found).toMatchObject({ kind: 'fitted', units: 12, records: 240 });
    if (found.kind !== 'fitted') return;
    expect(found.alpha).toBeCloseTo(4.9176, 3);
    expect(found.beta).toBeCloseTo(10.18737, 2);
    expect(found.mean).toBeCloseTo(found.alpha / (found.alpha + found.beta), 12);
  });

  test('the order of the units and units without records do not matter', () => {
    const units = all(20, [2, 3, 4, 4, 5, 6, 6, 7, 8, 9, 11, 13]);
    const turned = fitBetaPrior([...units].reverse().concat(of(0, 0)));
    const straight = fitBetaPrior(units);
    if (turned.kind !== 'fitted' || straight.kind !== 'fitted') throw new Error('no prior was found');
    expect(turned.alpha).toBeCloseTo(straight.alpha, 3);
    expect(turned.units).toBe(12);
  });

  test('nine units are too few for a prior, unless fewer are asked for', () => {
    const nine = all(20, [1, 2, 3, 5, 6, 8, 9, 12, 15]);
    expect(fitBetaPrior(nine)).toEqual({
      kind: 'none',
      why: 'few_units',
      mean: 61 / 180,
      units: 9,
      records: 180,
    });
    expect(fitBetaPrior(nine, 5).kind).toBe('fitted');
  });

  test('no units, or units without records, have no mean either', () => {
    expect(fitBetaPrior([])).toMatchObject({ why: 'few_units', mean: null, units: 0 });
    expect(fitBetaPrior(all(0, Array(12).fill(0)))).toMatchObject({ why: 'few_units', mean: null, units: 0 });
  });

  test('units that are all alike, all 0 % or all 100 % vary no more than chance', () => {
    for (const count of [0, 3, 9])
      expect(fitBetaPrior(all(9, Array(12).fill(count)))).toMatchObject({
        why: 'no_variation',
        mean: count / 9,
      });
  });

  test('twelve units of one record each cannot tell units from chance', () => {
    expect(fitBetaPrior(all(1, [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]))).toMatchObject({ why: 'no_variation' });
  });

  test('units of 0 % and 100 % only leave no finite prior', () => {
    expect(fitBetaPrior(all(20, [0, 0, 0, 0, 0, 20, 20, 20, 20, 20, 20]))).toMatchObject({
      why: 'all_or_nothing',
      mean: 120 / 220,
    });
  });

  test('a numerator above its denominator is refused', () => {
    expect(() => fitBetaPrior([of(3, 2)])).toThrow('3 of 2');
  });
});

describe('shrunk share', () => {
  test('with α 11.39115 and β 46.0875, the README of ebbr: 66 of 182 is 0.3231651, 238 of 1,046 0.2260045', () => {
    const prior = fitted(11.39115, 46.0875);
    expect(shrink(of(66, 182), prior).estimate).toBeCloseTo(0.3231651, 7);
    expect(shrink(of(238, 1046), prior).estimate).toBeCloseTo(0.2260045, 7);
    const few = shrink(of(1, 5), prior);
    expect(few.estimate).toBeCloseTo(0.1983261, 7);
    expect(few.raw).toBe(0.2);
    expect(few.interval?.[0]).toBeCloseTo(0.11000871, 7);
    expect(few.interval?.[1]).toBeCloseTo(0.30489826, 7);
  });

  test('a unit without records is believed to be like the others', () => {
    const found = shrink(of(0, 0), fitted(2, 6));
    expect(found).toMatchObject({ raw: null, estimate: 0.25, posterior: { alpha: 2, beta: 6 } });
  });

  test('without a prior a unit keeps its own share, and where nothing varies it takes the share of all', () => {
    const none: Prior = { kind: 'none', why: 'few_units', mean: 0.3, units: 5, records: 100 };
    expect(shrink(of(1, 4), none)).toMatchObject({ raw: 0.25, estimate: 0.25, posterior: null });
    expect(shrink(of(0, 0), none)).toMatchObject({ raw: null, estimate: null, interval: null });
    const alike = shrink(of(1, 4), { ...none, why: 'no_variation' });
    expect(alike.estimate).toBe(0.3);
    expect(alike.interval?.[0]).toBeCloseTo(0.2189, 4);
  });

  test('it lies between the own share and the mean of all, nearer to the own one the more records there are', () => {
    const count = fc.integer({ min: 1, max: 500 }).chain((n) => fc.nat(n).map((x) => of(x, n)));
    const shape = fc.double({ min: 0.2, max: 50, noNaN: true });
    fc.assert(
      fc.property(count, shape, shape, (unit, alpha, beta) => {
        const prior = fitted(alpha, beta);
        const { raw, estimate, interval } = shrink(unit, prior);
        const [least, most] = [Math.min(raw ?? 0, prior.mean), Math.max(raw ?? 0, prior.mean)];
        expect(estimate).toBeGreaterThanOrEqual(least - 1e-12);
        expect(estimate).toBeLessThanOrEqual(most + 1e-12);
        const tenfold = shrink(of(unit.numerator * 10, unit.denominator * 10), prior);
        const away = (found: number | null) => Math.abs((found ?? 0) - (raw ?? 0));
        expect(away(tenfold.estimate)).toBeLessThanOrEqual(away(estimate) + 1e-12);
        expect(interval?.[0]).toBeLessThanOrEqual(interval?.[1] ?? 0);
      }),
    );
  });
});

describe('posterior error', () => {
  test('Beta (2, 1) said to lie above 0.3 is wrong with 0.3² = 0.09, said to lie below it with 0.91', () => {
    expect(posteriorError({ alpha: 2, beta: 1 }, 'above', 0.3)).toBeCloseTo(0.09, 9);
    expect(posteriorError({ alpha: 2, beta: 1 }, 'below', 0.3)).toBeCloseTo(0.91, 9);
    expect(() => posteriorError({ alpha: 2, beta: 1 }, 'above', 30)).toThrow('30 is not a share');
  });

  test('errors 0.01, 0.2, 0.03: the list of two is wrong with 0.02, the list of three with 0.08', () => {
    const found = posteriorQValues([0.01, 0.2, null, 0.03]);
    expect(found[0]).toBeCloseTo(0.01, 12);
    expect(found[1]).toBeCloseTo(0.08, 12);
    expect(found[2]).toBeNull();
    expect(found[3]).toBeCloseTo(0.02, 12);
  });

  test('units with equal errors stand or fall together: 0.1, 0.3, 0.3 become 0.1, 0.7 / 3, 0.7 / 3', () => {
    const found = posteriorQValues([0.3, 0.1, 0.3]);
    expect(found[0]).toBeCloseTo(0.7 / 3, 12);
    expect(found[2]).toBe(found[0]);
    expect(posteriorQValues([])).toEqual([]);
  });
});

describe('Nelder-Mead', () => {
  test('finds the minimum of (x − 1)² + (y + 2)² and of Rosenbrock’s valley', () => {
    const bowl = nelderMead(([x = 0, y = 0]) => (x - 1) ** 2 + (y + 2) ** 2, [0, 0]);
    expect(bowl.point[0]).toBeCloseTo(1, 4);
    expect(bowl.point[1]).toBeCloseTo(-2, 4);
    const valley = nelderMead(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
    expect(valley.point[0]).toBeCloseTo(1, 4);
    expect(valley.value).toBeLessThan(1e-8);
  });

  test('stops on a plain that falls for ever', () => {
    expect(nelderMead(([x = 0]) => -x, [0]).iterations).toBe(1000);
    expect(() => nelderMead(() => 0, [])).toThrow('nothing to vary');
  });
});

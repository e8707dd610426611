import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byar } from './byar.ts';
import { exactPoisson } from './exact-poisson.ts';
import { rateInterval } from './rate-interval.ts';
import { rateRatio } from './rate-ratio.ts';
import type { Interval } from './wilson.ts';

const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
const none: Interval = [Number.NaN, Number.NaN];

describe('Byar interval', () => {
  test('20 events: 20 (1 − 1/180 − 0.14609)³ = 12.211 to 21 (1 − 1/189 + 0.14257)³ = 30.890', () => {
    const [low, high] = byar(20);
    expect(low).toBeCloseTo(12.2114, 4);
    expect(high).toBeCloseTo(30.8899, 4);
  });

  test('0 events begin at exactly 0, and a very wide interval of 1 event does not fall below it', () => {
    expect(byar(0)[0]).toBe(0);
    expect(byar(0)[1]).toBeCloseTo(3.668, 3);
    expect(byar(1, 3.09)[0]).toBe(0);
  });

  test('from 10 events on it is within 1 % of the exact interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20_000 }), (count) => {
        const [low, high] = byar(count);
        const [exactLow, exactHigh] = exactPoisson(count);
        expect(Math.abs(low / exactLow - 1)).toBeLessThan(0.01);
        expect(Math.abs(high / exactHigh - 1)).toBeLessThan(0.01);
      }),
    );
  });

  test('a negative count is refused', () => {
    expect(() => byar(-1)).toThrow('-1 is not a count');
  });
});

describe('exact Poisson interval', () => {
  test('15 events in 400 days: 0.0209884653 to 0.0618505472 a day, as R’s exactci has it', () => {
    const [low, high] = exactPoisson(15);
    expect(low / 400).toBeCloseTo(0.0209884653319583, 12);
    expect(high / 400).toBeCloseTo(0.0618505471787146, 12);
  });

  test('0 events: from 0 to −ln 0.025 = 3.689', () => {
    expect(exactPoisson(0)[0]).toBe(0);
    expect(exactPoisson(0)[1]).toBeCloseTo(-Math.log(0.025), 9);
  });

  test('counts that are no counts are refused', () => {
    expect(() => exactPoisson(2.5)).toThrow('2.5 is not a count');
    expect(() => exactPoisson(-1)).toThrow('not a count');
  });
});

describe('interval of a rate', () => {
  test('20 of 4,000 contacts: 12.211 / 4,000 to 30.890 / 4,000 by Byar; 9 of 4,000 exact', () => {
    expect(rateInterval(rate(20, 4000))?.method).toBe('byar');
    expect(rateInterval(rate(20, 4000))?.interval[0]).toBeCloseTo(0.0030529, 7);
    expect(rateInterval(rate(9, 4000))?.method).toBe('exact');
  });

  test('without contacts there is none; 3 incidents in 2 contacts are a rate all the same', () => {
    expect(rateInterval(rate(0, 0))).toBeNull();
    expect(rateInterval(rate(3, 2))?.interval[0]).toBeCloseTo(0.3093, 4);
    expect(() => rateInterval(rate(3, -2))).toThrow('3 in -2');
  });
});

describe('ratio of two rates', () => {
  // Gu, Ng, Tang and Schucany 2008, Biometrical Journal 50:283-298, example 1; p from R's exactci.
  const found = rateRatio(rate(60, 51477.5), rate(30, 54308.7));

  test('60 in 51,477.5 by 30 in 54,308.7: 2.11, z 3.417402, exact p 0.000675182658686', () => {
    expect(found?.ratio).toBeCloseTo(2.10999757175465, 12);
    expect(found?.z).toBeCloseTo(3.417402, 6);
    expect(found?.p).toBeCloseTo(0.000675182658686321, 13);
  });

  test('its interval is the score interval, 1.36596 to 3.25931', () => {
    expect(found?.interval[0]).toBeCloseTo(1.36596, 5);
    expect(found?.interval[1]).toBeCloseTo(3.25931, 5);
  });

  test('no event on the second side leaves the ratio open above, none at all leaves nothing to say', () => {
    const open = rateRatio(rate(5, 100), rate(0, 100));
    expect(open?.ratio).toBe(Number.POSITIVE_INFINITY);
    expect(open?.interval[1]).toBe(Number.POSITIVE_INFINITY);
    expect(open?.p).toBeCloseTo(2 / 2 ** 5, 9);
    expect(rateRatio(rate(0, 100), rate(5, 100))?.ratio).toBe(0);
    expect(rateRatio(rate(0, 100), rate(0, 100))).toBeNull();
    expect(rateRatio(rate(5, 0), rate(5, 100))).toBeNull();
    expect(() => rateRatio(rate(1.5, 10), rate(1, 10))).toThrow('1.5 in 10');
  });

  test('turned round it is 1 / ratio with the same p, and units of the denominators do not matter', () => {
    const side = fc.record({ count: fc.integer({ min: 1, max: 3000 }), n: fc.integer({ min: 1, max: 1e6 }) });
    fc.assert(
      fc.property(side, side, (one, other) => {
        const found = rateRatio(rate(one.count, one.n), rate(other.count, other.n));
        const turned = rateRatio(rate(other.count, other.n), rate(one.count, one.n));
        const scaled = rateRatio(rate(one.count, one.n / 1000), rate(other.count, other.n / 1000));
        const [low, high] = found?.interval ?? none;
        const [turnedLow, turnedHigh] = turned?.interval ?? none;
        expect(low * turnedHigh).toBeCloseTo(1, 6);
        expect(high * turnedLow).toBeCloseTo(1, 6);
        expect(low).toBeLessThanOrEqual(found?.ratio ?? Number.NaN);
        expect(turned?.p).toBeCloseTo(found?.p ?? Number.NaN, 6);
        expect((scaled?.interval ?? none)[0] / low).toBeCloseTo(1, 9);
      }),
    );
  });
});

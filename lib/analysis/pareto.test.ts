import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { rank } from './pareto.ts';

describe('order', () => {
  test('largest first, ties by name, unclassified last whatever its count', () => {
    const { values } = rank(
      [of('unclassified', 90), of('product_failure', 5), of('complex_process', 5), of('billing_error', 9)],
      null,
      TRIGGERS,
    );
    expect(values.map(({ term }) => term.id)).toEqual([
      'billing_error',
      'complex_process',
      'product_failure',
      'unclassified',
    ]);
    expect(values.at(-1)).toMatchObject({ uncoded: true, cumulativeShare: 1 });
  });

  test('452 of 2,412 is 18.7 %, and with 431 more 36.6 %', () => {
    const { values, total } = rank(mock, null, TRIGGERS);
    expect(total).toBe(2412);
    expect(values[0]?.share).toBeCloseTo(0.1874, 4);
    expect(values[1]?.cumulativeShare).toBeCloseTo(0.3661, 4);
  });

  test('seven triggers reach 80 %: six make 78.7 %, seven 84.7 %', () => {
    expect(rank(mock, null, TRIGGERS).vitalFew).toBe(7);
  });

  test('where too much is unclassified the few never reach 80 %', () => {
    expect(rank([of('billing_error', 3), of('unclassified', 7)], null, TRIGGERS).vitalFew).toBeNull();
  });

  test('one value is all of it, and nothing is an empty ranking', () => {
    expect(rank([of('billing_error', 1)], null, TRIGGERS)).toMatchObject({
      total: 1,
      vitalFew: 1,
      brackets: [],
    });
    expect(rank([], null, TRIGGERS)).toEqual({ values: [], total: 0, vitalFew: null, brackets: [] });
  });

  test('the comparison stands beside each bar, 0 where it had none', () => {
    const before = [of('billing_error', 4)];
    const { values } = rank([of('billing_error', 2), of('service_delay', 1)], before, TRIGGERS);
    expect(values.map(({ comparison }) => comparison)).toEqual([4, 0]);
  });

  test('a code that no vocabulary has is a defect', () => {
    expect(() => rank([{ code: 99, count: 1 }], null, TRIGGERS)).toThrow('99');
  });
});

describe('brackets', () => {
  test('452–431, 171–143, 143–118, 61–55 and 34–29 of 2,412 could be chance; overlapping ones lie in two lanes', () => {
    const { values, brackets } = rank(mock, null, TRIGGERS);
    const counts = brackets.map(({ firstIndex, lastIndex, lane }) => [
      values[firstIndex]?.count,
      values[lastIndex]?.count,
      lane,
    ]);
    expect(counts).toEqual([
      [452, 431, 0],
      [171, 143, 0],
      [143, 118, 1],
      [61, 55, 0],
      [34, 29, 0],
    ]);
  });

  test('four equal bars are one bracket', () => {
    const rows = ['billing_error', 'service_delay', 'technical_issue', 'product_failure'].map((id) =>
      of(id, 6),
    );
    expect(rank(rows, null, TRIGGERS).brackets).toEqual([{ firstIndex: 0, lastIndex: 3, lane: 0 }]);
  });
});

test('shares sum to 1, cumulative shares grow to 1, every share lies in its interval', () => {
  const rows = fc.uniqueArray(fc.record({ code: fc.nat(12), count: fc.integer({ min: 1, max: 900 }) }), {
    selector: ({ code }) => code,
    minLength: 1,
  });
  fc.assert(
    fc.property(rows, (drawn) => {
      const { values, total } = rank(drawn, null, TRIGGERS);
      expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      expect(values.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(values.at(-1)?.cumulativeShare).toBe(1);
      for (const { share, interval } of values) {
        expect(share).toBeGreaterThanOrEqual((interval?.[0] ?? 2) - 1e-12);
        expect(share).toBeLessThanOrEqual((interval?.[1] ?? -1) + 1e-12);
      }
    }),
  );
});

const counts = [452, 431, 341, 277, 227, 171, 143, 118, 61, 55, 34, 29];
const mock = [...counts.map((count, index) => ({ code: index + 1, count })), { code: 0, count: 73 }];

function of(id: string, count: number) {
  return { code: TRIGGERS.find((term) => term.id === id)?.code ?? -1, count };
}

test('of hours a few large ones decide: with 40 refunds of 10 and one of 900 no range is told, and no bracket', () => {
  const rows = [
    { code: 1, count: 900, squares: 810_000 },
    { code: 2, count: 400, squares: 4000 },
  ];
  const { values, brackets, total } = rank(rows, null, TRIGGERS);
  expect([total, values[0]?.count, values[0]?.interval, brackets]).toEqual([1300, 900, null, []]);
});

test('weights of 2 each give the ranges and brackets of the plain counts', () => {
  const counts = [60, 55, 20].map((count, index) => ({ code: index + 1, count }));
  const weighed = counts.map(({ code, count }) => ({ code, count: 2 * count, squares: 4 * count }));
  const [plain, double] = [rank(counts, null, TRIGGERS), rank(weighed, null, TRIGGERS)];
  expect(double.brackets).toEqual(plain.brackets);
  expect(plain.brackets).toHaveLength(1);
  for (const [index, { interval }] of plain.values.entries()) {
    expect(double.values[index]?.interval?.[0]).toBeCloseTo(interval?.[0] ?? Number.NaN, 10);
    expect(double.values[index]?.interval?.[1]).toBeCloseTo(interval?.[1] ?? Number.NaN, 10);
  }
});

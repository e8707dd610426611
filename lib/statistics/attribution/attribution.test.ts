import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeRatio } from './attribute-ratio.ts';
import { attributeSum } from './attribute-sum.ts';
import { surprise } from './attribution.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const element = (name: string, before: number, after: number) => ({ element: name, before, after });
const ratio = (name: string, before: [number, number], after: [number, number]) => ({
  element: name,
  before: of(...before),
  after: of(...after),
});

describe('surprise', () => {
  test('half of everything that vanishes: ½ · 0.5 · ln 2 = 0.1733, the same the other way', () => {
    expect(surprise(0.5, 0)).toBeCloseTo(0.25 * Math.LN2, 12);
    expect(surprise(0, 0.5)).toBeCloseTo(0.25 * Math.LN2, 12);
  });

  test('0.2 to 0.6: ½ (0.2 ln 0.5 + 0.6 ln 1.5) = 0.0523', () => {
    expect(surprise(0.2, 0.6)).toBeCloseTo(0.0523248, 7);
  });

  test('what stays is no surprise, and neither is what never was', () => {
    expect(surprise(0.3, 0.3)).toBe(0);
    expect(surprise(0, 0)).toBe(0);
  });
});

describe('what a change of a count consists of', () => {
  // 100 before, 50 after. By device: desktop 50 to 24, phone 25 to 21, tablet 25 to 5. By region: north 94 to 47,
  // south 6 to 3.
  const found = attributeSum([
    { dimension: 'region', elements: [element('north', 94, 47), element('south', 6, 3)] },
    {
      dimension: 'device',
      elements: [element('desktop', 50, 24), element('phone', 25, 21), element('tablet', 25, 5)],
    },
  ]);

  test('100 to 50: desktop is 26 / 50 of it, tablet 20 / 50, phone 4 / 50; north 47 / 50', () => {
    const device = found?.dimensions.find(({ dimension }) => dimension === 'device');
    expect(found).toMatchObject({ before: 100, after: 50, change: -50 });
    expect(device?.contributions.map(({ element }) => element)).toEqual(['desktop', 'tablet', 'phone']);
    expect(device?.contributions.map(({ power }) => power)).toEqual([26 / 50, 20 / 50, 4 / 50]);
  });

  test('the device tells more: tablet fell from 25 % to 10 % of all, regions kept 94 % and 6 %', () => {
    expect(found?.dimensions.map(({ dimension }) => dimension)).toEqual(['device', 'region']);
    const [device, region] = found?.dimensions ?? [];
    expect(region).toMatchObject({ power: 0.94, surprise: 0 });
    expect(region?.explaining.map(({ element }) => element)).toEqual(['north']);
    expect(device?.power).toBeCloseTo(46 / 50, 12);
    expect(device?.surprise).toBeCloseTo(surprise(0.25, 0.1) + surprise(0.5, 0.48), 12);
  });

  test('the phone moved, from 25 % to 42 %, but is 8 % of the change: it explains nothing', () => {
    expect(found?.dimensions[0]?.explaining.map(({ element }) => element)).toEqual(['tablet', 'desktop']);
  });

  test('a change spread over twelve teams is explained by none of them', () => {
    const teams = Array.from({ length: 12 }, (_, team) => element(`team ${team}`, 10, 11));
    const spread = attributeSum([{ dimension: 'team', elements: teams }]);
    expect(spread?.dimensions[0]).toMatchObject({ explaining: [], power: 0, surprise: 0 });
    expect(spread?.dimensions[0]?.contributions).toHaveLength(12);
  });

  test('a value against the change has a power below 0, and the others more than all of it', () => {
    const mixed = attributeSum([
      { dimension: 'team', elements: [element('a', 50, 70), element('b', 50, 40)] },
    ]);
    expect(mixed?.dimensions[0]?.contributions.map(({ power }) => power)).toEqual([2, -1]);
    expect(mixed?.dimensions[0]?.explaining.map(({ element }) => element)).toEqual(['a']);
  });

  test('what is new explains, from nothing at all, too', () => {
    const fresh = attributeSum([
      { dimension: 'team', elements: [element('old', 40, 40), element('new', 0, 20)] },
    ]);
    expect(fresh?.dimensions[0]?.explaining.map(({ element }) => element)).toEqual(['new']);
    expect(attributeSum([{ dimension: 'team', elements: [element('a', 0, 5)] }])?.dimensions[0]?.power).toBe(
      1,
    );
  });

  test('no change is not attributed, and neither is nothing', () => {
    expect(
      attributeSum([{ dimension: 'team', elements: [element('a', 5, 6), element('b', 6, 5)] }]),
    ).toBeNull();
    expect(attributeSum([])).toBeNull();
  });

  test('dimensions that do not add up to the same whole are refused by name, and so are negative numbers', () => {
    const team = { dimension: 'team', elements: [element('a', 5, 6)] };
    expect(() => attributeSum([team, { dimension: 'channel', elements: [element('x', 5, 7)] }])).toThrow(
      'channel adds up to 5, 7, another dimension to 5, 6',
    );
    expect(() => attributeSum([{ dimension: 'team', elements: [element('a', -5, 6)] }])).toThrow('team has');
  });

  test('powers add up to 1, and scaling everything changes no power', () => {
    const counts = fc.array(fc.record({ before: fc.nat(500), after: fc.nat(500) }), { minLength: 1 });
    fc.assert(
      fc.property(counts, (given) => {
        const dimension = (times: number) => ({
          dimension: 'team',
          elements: given.map(({ before, after }, index) =>
            element(`${index}`, before * times, after * times),
          ),
        });
        const one = attributeSum([dimension(1)])?.dimensions[0];
        const seven = attributeSum([dimension(7)])?.dimensions[0];
        if (!one) return;
        expect(one.contributions.reduce((sum, { power }) => sum + power, 0)).toBeCloseTo(1, 9);
        expect(seven?.power).toBeCloseTo(one.power, 9);
        for (const { surprise } of one.contributions) {
          expect(surprise).toBeGreaterThanOrEqual(0);
          expect(surprise).toBeLessThanOrEqual(Math.LN2 / 2 + 1e-12);
        }
      }),
    );
  });
});

describe('what a change of a share consists of', () => {
  test('20 of 100 to 32 of 100, by team 10 of 50 to 21 and to 11: powers 11 / 12 and 1 / 12', () => {
    const found = attributeRatio([
      { dimension: 'team', elements: [ratio('a', [10, 50], [21, 50]), ratio('b', [10, 50], [11, 50])] },
    ]);
    expect(found).toMatchObject({ before: 0.2, after: 0.32 });
    expect(found?.dimensions[0]?.contributions[0]?.power).toBeCloseTo(11 / 12, 12);
    expect(found?.dimensions[0]?.explaining.map(({ element }) => element)).toEqual(['a']);
    expect(found?.dimensions[0]?.contributions[0]).toMatchObject({ before: 0.2, after: 0.42 });
    expect(found?.dimensions[0]?.surprise).toBeCloseTo(surprise(0.5, 21 / 32), 12);
  });

  test('a team at 50 % that grows from 50 to 150 records, beside one at 10 %: only the mix changed, and it explains', () => {
    // Alone it moves 30 / 100 to 80 / 200: (50 · 100 − 100 · 30) / (100 · 200) = 0.1; the other does not move it.
    const found = attributeRatio([
      { dimension: 'team', elements: [ratio('a', [25, 50], [75, 150]), ratio('b', [5, 50], [5, 50])] },
    ]);
    expect(found?.before).toBe(0.3);
    expect(found?.after).toBe(0.4);
    expect(found?.dimensions[0]?.contributions.map(({ power }) => power)).toEqual([1, 0]);
    expect(found?.dimensions[0]?.explaining[0]).toMatchObject({ before: 0.5, after: 0.5 });
  });

  test('a team without records before has no ratio of its own, yet it can explain', () => {
    const found = attributeRatio([
      { dimension: 'team', elements: [ratio('old', [20, 100], [20, 100]), ratio('new', [0, 0], [40, 50])] },
    ]);
    expect(found?.dimensions[0]?.explaining[0]).toMatchObject({ element: 'new', before: null, after: 0.8 });
  });

  test('the same ratio before and after, or a side without records, is not attributed', () => {
    const same = [ratio('a', [10, 50], [20, 100])];
    expect(attributeRatio([{ dimension: 'team', elements: same }])).toBeNull();
    expect(attributeRatio([{ dimension: 'team', elements: [ratio('a', [0, 0], [1, 9])] }])).toBeNull();
    expect(attributeRatio([])).toBeNull();
  });

  test('dimensions of different records and negative numbers are refused', () => {
    const team = { dimension: 'team', elements: [ratio('a', [1, 5], [2, 5])] };
    const channel = { dimension: 'channel', elements: [ratio('x', [1, 5], [2, 6])] };
    expect(() => attributeRatio([team, channel])).toThrow('channel adds up to 1, 5, 2, 6');
    expect(() => attributeRatio([{ dimension: 'team', elements: [ratio('a', [-1, 5], [2, 5])] }])).toThrow(
      'team has a value below 0',
    );
  });

  test('with the same denominators before and after it is the change of the numerators', () => {
    const side = fc.record({ n: fc.integer({ min: 1, max: 200 }), was: fc.nat(200), is: fc.nat(200) });
    fc.assert(
      fc.property(fc.array(side, { minLength: 1, maxLength: 12 }), (given) => {
        const ratios = attributeRatio([
          {
            dimension: 'team',
            elements: given.map(({ n, was, is }, index) => ratio(`${index}`, [was, n], [is, n])),
          },
        ]);
        const sums = attributeSum([
          { dimension: 'team', elements: given.map(({ was, is }, index) => element(`${index}`, was, is)) },
        ]);
        const powers = (found: typeof ratios) =>
          new Map(found?.dimensions[0]?.contributions.map(({ element, power }) => [element, power]));
        for (const [name, power] of powers(sums)) expect(powers(ratios).get(name)).toBeCloseTo(power, 8);
      }),
    );
  });
});

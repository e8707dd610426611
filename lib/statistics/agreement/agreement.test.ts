import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from './cohen-kappa.ts';
import { toConfusionTable } from './confusion-table.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { percentAgreement } from './percent-agreement.ts';
import { randolphKappa } from './randolph-kappa.ts';
import type { Ratings } from './rating-counts.ts';

/** Categories from 1 on, as printed; 0 is a missing rating. */
const printed = (rows: readonly (readonly number[])[]): Ratings =>
  rows.map((row) => row.map((category) => (category === 0 ? null : category - 1)));
/** How many raters chose each category. */
const chosen = (rows: readonly (readonly number[])[]): Ratings =>
  rows.map((counts) => counts.flatMap((count, category) => Array<number>(count).fill(category)));

// The data cac.raw4raters of the R package irrCAC: 12 units, up to 4 raters, with its printed answers.
const raw = printed([
  [1, 1, 0, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [0, 5, 5, 5],
  [0, 0, 1, 1],
  [0, 0, 3, 0],
]);
// distrib.6raters of the same package: 15 patients by 6 psychiatrists.
const patients = chosen([
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
]);
const sas = [
  [0, 4, 1],
  [0, 8, 0],
  [0, 1, 5],
];

describe('percent agreement', () => {
  test('12 units with ratings missing: 9 / 11 = 0.818 over the 11 that two or more rated', () => {
    const found = percentAgreement(raw, 5);
    expect(found).toMatchObject({ units: 11, leftOut: 1 });
    expect(found?.agreement).toBeCloseTo(0.8181818, 7);
  });

  test('two raters agree on 2 of 3: Wilson’s interval of 2 of 3', () => {
    const found = percentAgreement(
      printed([
        [1, 1],
        [2, 2],
        [1, 2],
      ]),
      2,
    );
    expect(found?.agreement).toBeCloseTo(2 / 3, 12);
    expect(found?.interval[0]).toBeCloseTo(0.2077, 4);
    expect(found?.interval[1]).toBeCloseTo(0.9385, 4);
  });

  test('a single rating says nothing', () => {
    expect(
      percentAgreement(
        printed([
          [1, 0],
          [0, 0],
        ]),
        2,
      ),
    ).toBeNull();
    expect(percentAgreement([], 2)).toBeNull();
  });
});

describe('AC1, Fleiss and Randolph', () => {
  test('12 units with ratings missing: AC1 0.77544, error 0.14295, from 0.461 to 1', () => {
    const found = gwetAc1(raw, 5);
    expect(found?.expected).toBeCloseTo(0.1903212, 7);
    expect(found?.coefficient).toBeCloseTo(0.77544, 5);
    expect(found?.standardError).toBeCloseTo(0.14295, 5);
    expect(found?.interval?.[0]).toBeCloseTo(0.461, 3);
    expect(found?.interval?.[1]).toBe(1);
  });

  test('12 units with ratings missing: Brennan-Prediger 0.77273, error 0.14472', () => {
    expect(randolphKappa(raw, 5)?.coefficient).toBeCloseTo(0.77273, 5);
    expect(randolphKappa(raw, 5)?.standardError).toBeCloseTo(0.14472, 5);
  });

  test('15 patients: AC1 0.4448007 ± 0.08418757, Fleiss 0.4139265 ± 0.08119291, Randolph 0.4388889 ± 0.08312142', () => {
    const found = [gwetAc1(patients, 5), fleissKappa(patients, 5), randolphKappa(patients, 5)];
    const expected = [
      [0.4448007, 0.08418757],
      [0.4139265, 0.08119291],
      [0.4388889, 0.08312142],
    ];
    for (const [index, [coefficient = 0, error = 0]] of expected.entries()) {
      expect(found[index]?.coefficient).toBeCloseTo(coefficient, 7);
      expect(found[index]?.standardError).toBeCloseTo(error, 7);
    }
  });

  test('the examples of Randolph’s calculator: 0.161905 and 0.214286, 0.708333 and 0.785714', () => {
    const unlike = chosen([
      [7, 1],
      [3, 5],
    ]);
    expect(fleissKappa(unlike, 2)?.coefficient).toBeCloseTo(0.161905, 6);
    expect(randolphKappa(unlike, 2)?.coefficient).toBeCloseTo(0.214286, 6);
    const nearly = chosen([
      [6, 1, 0],
      [0, 7, 0],
    ]);
    expect(fleissKappa(nearly, 3)?.coefficient).toBeCloseTo(0.708333, 6);
    expect(randolphKappa(nearly, 3)?.coefficient).toBeCloseTo(0.785714, 6);
  });

  test('Fleiss 1971, ten units by 14 raters: 0.210', () => {
    const ten = chosen([
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]);
    expect(fleissKappa(ten, 5)?.coefficient).toBeCloseTo(0.21, 3);
  });

  test('everybody always says the same: agreement 1, Fleiss not defined, AC1 1 without an error to tell', () => {
    const same = chosen([
      [7, 0],
      [7, 0],
    ]);
    expect(fleissKappa(same, 2)).toMatchObject({
      agreement: 1,
      expected: 1,
      coefficient: null,
      interval: null,
    });
    expect(gwetAc1(same, 2)).toMatchObject({ coefficient: 1, standardError: null, interval: null });
    expect(randolphKappa(same, 2)?.coefficient).toBe(1);
  });

  test('a rare fault, 1 unit of 20 doubtful: agreement 95 %, kappa below 0, AC1 near 0.95', () => {
    const rare = printed([[1, 2], ...Array.from({ length: 19 }, () => [1, 1])]);
    expect(fleissKappa(rare, 2)?.coefficient).toBeLessThan(0);
    expect(gwetAc1(rare, 2)?.coefficient).toBeCloseTo(0.9474, 4);
  });

  test('a single unit has a coefficient but no error; no pairs have nothing; scales are checked', () => {
    expect(gwetAc1(printed([[1, 2]]), 2)).toMatchObject({ standardError: null, interval: null, units: 1 });
    expect(gwetAc1(printed([[1], [2]]), 2)).toBeNull();
    expect(() => gwetAc1(printed([[1, 2]]), 1)).toThrow('at least two categories');
    expect(() => fleissKappa(printed([[1, 3]]), 2)).toThrow('rating 2 is outside');
  });
});

describe('Krippendorff’s alpha', () => {
  // Krippendorff 2011: four observers, twelve units, 7 of 48 ratings missing.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ];
  const units = printed(Array.from({ length: 12 }, (_, unit) => observers.map((row) => row[unit] ?? 0)));

  test('four observers: nominal 0.743, ordinal 0.815, interval 0.849', () => {
    expect(krippendorffAlpha(units, 5, 'nominal')?.coefficient).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(units, 5, 'ordinal')?.coefficient).toBeCloseTo(0.815, 3);
    expect(krippendorffAlpha(units, 5, 'interval')?.coefficient).toBeCloseTo(0.849, 3);
  });

  test('the same data in irrCAC: 0.74342, error 0.1455, from 0.419 to 1', () => {
    const found = krippendorffAlpha(raw, 5, 'nominal');
    expect(found).toMatchObject({ units: 11, leftOut: 1 });
    expect(found?.coefficient).toBeCloseTo(0.74342, 5);
    expect(found?.standardError).toBeCloseTo(0.1455, 4);
    expect(found?.interval?.[0]).toBeCloseTo(0.419, 3);
  });

  test('15 patients: 0.4204384', () => {
    expect(krippendorffAlpha(patients, 5, 'nominal')?.coefficient).toBeCloseTo(0.4204384, 7);
  });

  test('one category only is not defined, and without pairs there is nothing', () => {
    expect(
      krippendorffAlpha(
        printed([
          [1, 1],
          [1, 1],
        ]),
        3,
        'ordinal',
      ),
    ).toMatchObject({
      agreement: 1,
      coefficient: null,
    });
    expect(krippendorffAlpha(printed([[1, 0]]), 3, 'nominal')).toBeNull();
  });

  test('with two categories every metric is the same, and an unused category changes nothing', () => {
    const unit = fc.array(fc.option(fc.nat(1), { nil: null }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 20 }), (ratings) => {
        const nominal = krippendorffAlpha(ratings, 2, 'nominal')?.coefficient ?? 9;
        expect(krippendorffAlpha(ratings, 2, 'ordinal')?.coefficient ?? 9).toBeCloseTo(nominal, 9);
        expect(krippendorffAlpha(ratings, 2, 'interval')?.coefficient ?? 9).toBeCloseTo(nominal, 9);
        expect(krippendorffAlpha(ratings, 4, 'ordinal')?.coefficient ?? 9).toBeCloseTo(nominal, 9);
      }),
    );
  });
});

describe('Cohen’s kappa', () => {
  test('a table printed by SAS: 0.4842, errors 0.1380 and 0.1484, from 0.2137 to 0.7547, z 3.2626', () => {
    const found = cohenKappa(sas);
    expect(found?.kappa).toBeCloseTo(0.4842, 4);
    expect(found?.standardError).toBeCloseTo(0.138, 4);
    expect(found?.nullStandardError).toBeCloseTo(0.1484, 4);
    expect(found?.interval?.[0]).toBeCloseTo(0.2137, 4);
    expect(found?.interval?.[1]).toBeCloseTo(0.7547, 4);
    expect(found?.z).toBeCloseTo(3.2626, 4);
  });

  test('the same table, near misses in proportion: 0.4701, errors 0.1457 and 0.1426, z 3.2971', () => {
    const found = cohenKappa(sas, 'linear');
    expect(found?.kappa).toBeCloseTo(0.4701, 4);
    expect(found?.standardError).toBeCloseTo(0.1457, 4);
    expect(found?.nullStandardError).toBeCloseTo(0.1426, 4);
    expect(found?.interval?.[0]).toBeCloseTo(0.1845, 4);
    expect(found?.z).toBeCloseTo(3.2971, 4);
  });

  test('the same table, near misses by their square: 0.450161, error 0.192233, as statsmodels has it', () => {
    const found = cohenKappa(sas, 'quadratic');
    expect(found?.kappa).toBeCloseTo(0.4501607717, 9);
    expect(found?.standardError).toBeCloseTo(0.1922326634, 9);
    expect(found?.nullStandardError).toBeCloseTo(0.1879194683, 9);
  });

  test('both always say the same: agreement 1, kappa not defined; full agreement on two categories is 1', () => {
    const nothing = { kappa: null, standardError: null, interval: null, z: null };
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toEqual({
      agreement: 1,
      expected: 1,
      ...nothing,
      nullStandardError: null,
      n: 9,
    });
    expect(
      cohenKappa([
        [5, 0],
        [0, 4],
      ]),
    ).toMatchObject({ kappa: 1, interval: null });
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  test('an unused category changes what a near miss weighs: agreement 0.6 on 2 categories, 0.8 on 3', () => {
    const table = [
      [3, 2],
      [2, 3],
    ];
    expect(cohenKappa(table, 'linear')?.kappa).toBeCloseTo(0.2, 12);
    const wider = cohenKappa(
      [
        [3, 2, 0],
        [2, 3, 0],
        [0, 0, 0],
      ],
      'linear',
    );
    expect(wider?.agreement).toBeCloseTo(0.8, 12);
    expect(wider?.expected).toBeCloseTo(0.75, 12);
  });

  test('tables that are none are refused', () => {
    expect(() => cohenKappa([[1]])).toThrow('at least two categories');
    expect(() => cohenKappa([[1, 2], [3]])).toThrow('square');
    expect(() =>
      cohenKappa([
        [1, -2],
        [3, 1],
      ]),
    ).toThrow('below 0');
  });

  test('turning the raters round changes nothing', () => {
    const cell = fc.nat(30);
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(table, fc.constantFrom('none', 'linear', 'quadratic'), (rows, weighting) => {
        const turned = rows.map((_, i) => rows.map((row) => row[i] ?? 0));
        const [one, other] = [cohenKappa(rows, weighting), cohenKappa(turned, weighting)];
        expect(other?.kappa ?? 9).toBeCloseTo(one?.kappa ?? 9, 9);
        expect(other?.standardError ?? 9).toBeCloseTo(one?.standardError ?? 9, 7);
        expect(one?.kappa ?? 0).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('ratings 1, 2, missing and 1, 1, 2 make a table of two units and leave one out', () => {
    expect(toConfusionTable([0, 1, null], [0, 0, 1], 2)).toEqual({
      table: [
        [1, 0],
        [1, 0],
      ],
      leftOut: 1,
    });
    expect(() => toConfusionTable([0], [0, 1], 2)).toThrow('1 and 2 ratings');
    expect(() => toConfusionTable([0], [2], 2)).toThrow('ratings 0 and 2');
    expect(() => toConfusionTable([2], [0], 2)).toThrow('ratings 2 and 0');
  });
});

import { describe, expect, test } from 'vitest';
import { gainEffects } from './gain-effects.ts';
import { type EasedRow, easedEffect, strataOf, testTogether } from './technique-effects.ts';

/** For each layer: calmer of so many where it was handled effectively, and where not. */
function rowsOf(
  technique: number,
  ...layers: readonly (readonly [number, number, number, number])[]
): EasedRow[] {
  return layers.flatMap(([a, n1, c, n2], layer) =>
    [
      { technique, trigger: 1, state: layer + 1, effective: 1, incidents: n1, eased: a },
      { technique, trigger: 1, state: layer + 1, effective: 0, incidents: n2, eased: c },
    ].filter(({ incidents }) => incidents > 0),
  );
}

describe('de-escalation with a technique and without', () => {
  test('8 of 106 and 5 of 120, 22 of 98 and 16 of 85: crude 30 of 204 less 21 of 205, 3.5 points layer by layer', () => {
    const found = easedEffect(strataOf(rowsOf(1, [8, 106, 5, 120], [22, 98, 16, 85])));
    expect(found.exposed).toEqual({ numerator: 30, denominator: 204 });
    expect(found.crude?.difference).toBeCloseTo(30 / 204 - 21 / 205, 12);
    expect(found.stratified?.difference).toBeCloseTo(0.0349, 4);
    expect(found.stratified?.ratio).toBeCloseTo(1.33, 2);
    expect(found).toMatchObject({ enough: true, reversed: false });
    expect(found.p).toBeGreaterThan(0.2);
  });

  test('used in the hardest cases it looks harmful and is not: 18 of 90 less 9 of 60 is +5, 9 of 10 less 70 of 100 +20', () => {
    const found = easedEffect(strataOf(rowsOf(1, [18, 90, 9, 60], [9, 10, 70, 100])));
    expect(found.crude?.difference).toBeCloseTo(27 / 100 - 79 / 160, 12);
    expect(found.stratified?.difference).toBeGreaterThan(0.05);
    expect(found.reversed).toBe(true);
  });

  test('nine on one side are not enough: no p-value, so that nothing is tested', () => {
    const found = easedEffect(strataOf(rowsOf(1, [9, 9, 20, 40])));
    expect(found).toMatchObject({ enough: false, reversed: false, p: null });
    expect(easedEffect([])).toMatchObject({ crude: null, stratified: null, enough: false });
  });

  test('layers with one side only compare nothing, and are counted', () => {
    const found = easedEffect(strataOf(rowsOf(1, [10, 20, 5, 20], [10, 20, 0, 0])));
    expect(found.stratified).toMatchObject({ strata: 1, dropped: 1, droppedRecords: 20 });
    expect(found.stratified?.difference).toBeCloseTo(0.25, 12);
  });

  test('false findings are told over all that were tested, and over no others', () => {
    const strong = easedEffect(strataOf(rowsOf(1, [80, 100, 40, 100])));
    const weak = easedEffect(strataOf(rowsOf(2, [50, 100, 48, 100])));
    const few = easedEffect(strataOf(rowsOf(3, [5, 5, 0, 5])));
    const [first, second, third] = testTogether([strong, weak, few]);
    expect(first?.q).toBeCloseTo(2 * (strong.p ?? 1), 12);
    expect(second?.q).toBeCloseTo(weak.p ?? 0, 12);
    expect(third?.q).toBeNull();
  });
});

describe('what a technique may be expected to bring', () => {
  test('is drawn towards the mean; one of which too little is known is the mean', () => {
    const rows = [
      ...rowsOf(1, [80, 100, 40, 100]),
      ...rowsOf(2, [50, 100, 50, 100]),
      ...rowsOf(3, [1, 2, 0, 2]),
    ];
    const effects = gainEffects(rows, [1, 2, 3]);
    const [strong = 0, none = 0, few = 0] = [1, 2, 3].map((code) => effects.get(code) ?? 0);
    expect(strong).toBeLessThan(0.4);
    expect(none).toBeGreaterThan(0);
    expect(few).toBeGreaterThan(none);
    expect(few).toBeLessThan(strong);
  });

  test('is not known where nothing is', () => {
    expect(gainEffects([], [1])).toEqual(new Map([[1, null]]));
  });
});

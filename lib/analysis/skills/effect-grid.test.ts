import { describe, expect, test } from 'vitest';
import type { Term } from '../../filters/vocabulary.ts';
import { LEAP_DONE } from '../../taxonomy/leap.ts';
import { findEffects, standsOut } from './effect-grid.ts';
import { findLeapEffect, type LeapRow } from './leap-effect.ts';
import type { EasedRow } from './technique-effects.ts';

const TECHNIQUES = ['calm_tone', 'patience', 'mirroring'].map((id, index) => ({
  code: index + 1,
  id,
  label: id,
  section: 'x',
}));
const TRIGGERS: Term[] = ['billing_error', 'service_delay'].map((id, index) => ({
  code: index + 1,
  id,
  label: id,
  rank: index,
}));

/** a of n1 calmer where it was handled effectively, c of n2 where not. */
function cell(
  technique: number,
  trigger: number,
  [a, n1]: [number, number],
  [c, n2]: [number, number],
): EasedRow[] {
  return [
    { technique, trigger, state: 1, effective: 1, incidents: n1, eased: a },
    { technique, trigger, state: 1, effective: 0, incidents: n2, eased: c },
  ];
}

describe('technique by trigger', () => {
  const found = findEffects(
    [
      ...cell(1, 1, [50, 100], [49, 100]),
      ...cell(1, 2, [50, 100], [51, 100]),
      ...cell(2, 1, [90, 100], [50, 100]),
      ...cell(2, 2, [5, 8], [20, 40]),
    ],
    TECHNIQUES,
    TRIGGERS,
  );

  test('the most helpful comes first, and one without incidents has no row', () => {
    expect(found.rows.map(({ technique }) => technique.id)).toEqual(['patience', 'calm_tone']);
  });

  test('five of six comparisons are tested: 8 on one side are too few; the 40 points stand out, nought does not', () => {
    expect(found.tested).toBe(5);
    const [patience, calm] = found.rows;
    expect(patience?.byTrigger.map(standsOut)).toEqual([true, false]);
    expect(patience?.byTrigger[1]).toMatchObject({ enough: false, q: null });
    expect(calm && standsOut(calm.all)).toBe(false);
    expect(found.found).toBe(2);
  });

  test('over all triggers each is a layer of its own: patience has two, of which both compare', () => {
    expect(found.rows[0]?.all.stratified).toMatchObject({ strata: 2, dropped: 0 });
  });
});

describe('LEAP in full and in order', () => {
  const row = (
    state: number,
    done: (typeof LEAP_DONE)[number],
    eased: number,
    incidents: number,
  ): LeapRow => ({
    trigger: 1,
    state,
    done: LEAP_DONE.indexOf(done),
    eased,
    incidents,
  });

  test('16 of 20 less 10 of 20 in one state, 9 of 10 less 12 of 20 in another: 30 points in two layers', () => {
    const { done, effect } = findLeapEffect([
      row(1, 'ordered', 16, 20),
      row(1, 'unordered', 4, 8),
      row(1, 'part', 6, 12),
      row(2, 'ordered', 9, 10),
      row(2, 'part', 12, 20),
      row(2, 'unsure', 3, 3),
    ]);
    expect(done.ordered).toEqual({ numerator: 25, denominator: 30 });
    expect(done.unsure).toEqual({ numerator: 3, denominator: 3 });
    expect(effect.stratified?.difference).toBeCloseTo(0.3, 12);
    expect(effect).toMatchObject({ enough: true, unexposed: { numerator: 22, denominator: 40 } });
  });

  test('where nobody wrote down an order there is nothing to compare', () => {
    expect(findLeapEffect([row(1, 'unsure', 3, 30)]).effect).toMatchObject({
      enough: false,
      stratified: null,
    });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURE_IDS } from './measure-ids.ts';
import { MEASURES } from './measures.ts';
import { inCurrency, inWholeUnits } from './money.ts';
import { someSums } from './some-sums.ts';
import { addUp, leftOutOf, measureValue, noSums } from './sums.ts';

test('3 of 4 are 0.75, 7 in 650 contacts 10.77 per 1,000, 4 in 8 agent-weeks 0.5, 10 points of 4 a mean of 2.5', () => {
  const value = (
    id: 'csat' | 'escalation_rate' | 'incident_rate' | 'staff_exposure',
    above: number,
    below: number,
  ) => measureValue(MEASURES[id], someSums(id, { numerator: above, denominator: below }));
  expect(value('escalation_rate', 3, 4)).toBe(0.75);
  expect(value('incident_rate', 7, 650)).toBeCloseTo(10.769, 3);
  expect(value('staff_exposure', 4, 8)).toBe(0.5);
  expect(value('csat', 10, 4)).toBe(2.5);
});

test('13 documented things of 5 incidents are 13 of 30', () => {
  const sums = someSums('documentation_completeness', { numerator: 13, denominator: 5 });
  expect(measureValue(MEASURES.documentation_completeness, sums)).toBeCloseTo(13 / 30, 12);
});

test('of nothing a count and a sum are 0, and everything else is not known', () => {
  for (const id of MEASURE_IDS) {
    const { aggregate } = MEASURES[id];
    expect(measureValue(MEASURES[id], noSums(MEASURES[id])), id).toBe(
      aggregate === 'count' || aggregate === 'sum' ? 0 : null,
    );
  }
});

test('of 8 steps 3 counted leave out 5; of 6 incidents 3 that lie in 650 contacts leave out 3', () => {
  expect(
    leftOutOf(MEASURES.handoff_completeness, someSums('handoff_completeness', { denominator: 3, all: 8 })),
  ).toBe(5);
  const rate = someSums('incident_rate', { numerator: 3, denominator: 650, incidents: 3, all: 6 });
  expect(leftOutOf(MEASURES.incident_rate, rate)).toBe(3);
});

test('parts add up in every figure but the median', () => {
  const counts = fc.record({
    numerator: fc.nat(999),
    denominator: fc.nat(999),
    incidents: fc.nat(999),
    all: fc.nat(999),
  });
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 6 }), (parts) => {
      const sum = addUp(
        MEASURES.resolution_rate,
        parts.map((part) => ({ ...someSums('resolution_rate', part), beside: [1] })),
      );
      expect(sum.numerator).toBe(parts.reduce((all, { numerator }) => all + numerator, 0));
      expect(sum.all).toBe(parts.reduce((all, part) => all + part.all, 0));
      expect([sum.beside, sum.median]).toEqual([[parts.length], null]);
    }),
  );
});

test('2,000 pence are 20 pounds, 2,000 yen are 2,000; a share has no currency', () => {
  const sums = someSums('compensation_cost', { numerator: 2000, denominator: 2 });
  const told = (currency: string) =>
    inWholeUnits(inCurrency(MEASURES.compensation_cost, currency), sums).numerator;
  expect([told('GBP'), told('JPY')]).toEqual([20, 2000]);
  expect(inCurrency(MEASURES.csat, 'GBP')).toBe(MEASURES.csat);
});

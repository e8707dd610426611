import { describe, expect, test } from 'vitest';
import { NO_COUNTS } from './cells.ts';
import { chanceOf, evidenceOf, expectedIn, togetherEvidence, zOf } from './evidence.ts';

const ALL = { ...NO_COUNTS, now: 1000, before: 3000, known: 900, escalated: 300, settled: 800, bad: 200 };
const OWN = { ...NO_COUNTS, now: 40, before: 60, known: 36, escalated: 18, settled: 30, bad: 10 };

describe('what counts say', () => {
  test('rising: 40 of 100 are now, where a quarter of all incidents are: 25 expected', () => {
    const evidence = evidenceOf('rising', OWN, ALL);
    expect(evidence).toEqual({ marked: 40, records: 100, probability: 0.25, whole: 4000 });
    expect(evidence && expectedIn(evidence)).toBe(25);
  });

  test('rising among contacts: twice the contacts now, so two thirds of a quarter to three quarters are expected now', () => {
    const own = { ...OWN, contacts: 200, contactsBefore: 100 };
    const all = { ...ALL, contacts: 1000, contactsBefore: 1000 };
    // 1000 × 200/1000 now against 3000 × 100/1000 before: 200 of 500.
    expect(evidenceOf('rising', own, all)?.probability).toBe(0.4);
  });

  test('a team that had no contacts before is held against all incidents', () => {
    const own = { ...OWN, before: 0, contacts: 200, contactsBefore: 0 };
    const all = { ...ALL, contacts: 1000, contactsBefore: 1000 };
    expect(evidenceOf('rising', own, all)?.probability).toBe(0.25);
  });

  test('contacts: 40 of 1,000 incidents, where 20 of 1,000 contacts let expect 20', () => {
    const evidence = evidenceOf('contacts', { ...OWN, contacts: 20 }, { ...ALL, contacts: 1000 });
    expect(evidence && expectedIn(evidence)).toBe(20);
    expect(evidenceOf('contacts', OWN, ALL)).toBeNull();
  });

  test('escalated: 18 of 36, where 300 of 900 let expect 12; bad: 10 of 30, where 200 of 800 let expect 7.5', () => {
    const [escalated, bad] = [evidenceOf('escalated', OWN, ALL), evidenceOf('bad', OWN, ALL)];
    expect(escalated && expectedIn(escalated)).toBe(12);
    expect(bad && expectedIn(bad)).toBe(7.5);
  });

  test('together: a tenth and a fifth of 1,000 would meet 20 times', () => {
    const parts = [
      { ...NO_COUNTS, now: 100 },
      { ...NO_COUNTS, now: 200 },
    ];
    expect(expectedIn(togetherEvidence(OWN, parts, ALL))).toBeCloseTo(20, 10);
  });

  test('without a comparison nothing rises, and nothing escalated means nothing to compare', () => {
    expect(evidenceOf('rising', OWN, { ...ALL, before: 0 })).toBeNull();
    expect(evidenceOf('escalated', OWN, { ...ALL, escalated: 0 })).toBeNull();
  });
});

describe('how likely chance gives it', () => {
  const coin = { marked: 9, records: 10, probability: 0.5, whole: Number.POSITIVE_INFINITY };

  test('nine heads or more of ten: 11 of 1,024; the z is 4 by the root of 2.5', () => {
    expect(chanceOf(coin)).toBeCloseTo(11 / 1024, 12);
    expect(zOf(coin)).toBeCloseTo(4 / Math.sqrt(2.5), 12);
  });

  test('four times the variance is half the z', () => {
    expect(zOf(coin, 4)).toBeCloseTo(zOf(coin) / 2, 12);
    expect(chanceOf(coin, 4)).toBeGreaterThan(chanceOf(coin));
  });

  test('half of a whole scatters half as much as a draw from an endless one', () => {
    expect(zOf({ ...coin, whole: 20 })).toBeCloseTo(zOf(coin) * Math.SQRT2, 12);
  });
});

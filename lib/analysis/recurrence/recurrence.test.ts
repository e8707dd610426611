import { describe, expect, test } from 'vitest';
import { findRepeats } from './find-repeats.ts';
import { backBy, findReturns } from './find-returns.ts';
import { toLedger } from './follow-up-ledger.ts';
import { toReasons } from './follow-up-reasons.ts';

const term = (code: number, id: string) => ({ code, id, label: id, rank: code });

describe('returns', () => {
  // Broken: of 10 one is back on day 0 and two on day 10, one is followed to day 20 only, then one of 6 comes back.
  const { curves, counts, n } = findReturns([
    { state: 2, days: 0, events: 1, censored: 0 },
    { state: 2, days: 10, events: 2, censored: 0 },
    { state: 2, days: 20, events: 0, censored: 1 },
    { state: 2, days: 30, events: 1, censored: 0 },
    { state: 2, days: 90, events: 0, censored: 5 },
    { state: 1, days: 40, events: 0, censored: 12 },
    { state: 0, days: 90, events: 0, censored: 9 },
    { state: 3, days: 5, events: 1, censored: 0 },
  ]);

  test('1 − 9/10 = 10 % at once, 1 − 9/10 · 7/9 = 30 % by day 10, 1 − 0.7 · 5/6 = 41.7 % by day 30', () => {
    const [broken] = curves;
    expect(broken?.steps.map(({ day, share }) => [day, Number(share.toFixed(3))])).toEqual([
      [0, 0.1],
      [10, 0.3],
      [30, 0.417],
    ]);
    expect(broken && backBy(broken, 29)?.share).toBeCloseTo(0.3, 10);
    expect([0, 1, 10, 11, 30, 31, 90].map((day) => broken?.followedOn(day))).toEqual([10, 9, 9, 7, 6, 5, 5]);
    for (const { share, interval } of broken?.steps ?? []) {
      expect(interval[0]).toBeLessThan(share);
      expect(interval[1]).toBeGreaterThan(share);
    }
  });

  test('nine incidents without a promise are too few for a curve, and none is told past the last day followed', () => {
    expect(curves.map(({ state }) => state)).toEqual(['broken', 'kept']);
    expect(counts).toEqual({ none: 9, kept: 12, broken: 10, pending: 1 });
    expect(n).toBe(32);
    const kept = curves[1];
    expect(kept && [backBy(kept, 40)?.share, backBy(kept, 41)]).toEqual([0, null]);
  });

  test('once all have come back the share is 1', () => {
    const [all] = findReturns([{ state: 0, days: 3, events: 10, censored: 0 }]).curves;
    expect(all?.steps.at(-1)).toEqual({ day: 3, share: 1, interval: [1, 1] });
  });

  test('of nothing there is nothing', () => {
    expect(findReturns([])).toMatchObject({ curves: [], n: 0 });
  });
});

describe('repeats', () => {
  const terms = [term(1, 'billing'), term(2, 'delay'), term(3, 'other'), term(4, 'none')];
  const row = (trigger: number, incidents: number, repeats: number) => ({
    trigger,
    incidents,
    repeats,
    customers: incidents,
    returning: repeats,
  });

  test('60 of 200 stand above 80 of 609, 19 of 400 below, 1 of 9 is too few to stand at all', () => {
    const found = findRepeats([row(1, 200, 60), row(2, 400, 19), row(3, 9, 1), row(4, 0, 0)], terms);
    expect(found).toMatchObject({ incidents: 609, repeats: 80, share: 80 / 609 });
    expect(found.triggers.map(({ term: { id }, stands, few }) => [id, stands, few])).toEqual([
      ['billing', 'above', false],
      ['delay', 'below', false],
      ['other', null, true],
    ]);
    expect(found.triggers[0]?.interval[0]).toBeCloseTo(0.2407, 3);
  });

  test('of nothing there is no share', () => {
    expect(findRepeats([], terms)).toEqual({ triggers: [], incidents: 0, repeats: 0, share: null });
  });
});

test('the ledger: of 10 due 6 kept and 1 late, so 3 broken; teams by name, the unknown one last, without any due none', () => {
  const row = {
    due: 10,
    kept: 6,
    late: 1,
    lateWithReason: 1,
    brokenWithReason: 2,
    notDueYet: 4,
    withoutDay: 3,
    incidents: 8,
  };
  const none = { ...row, due: 0, kept: 0, late: 0, lateWithReason: 0, brokenWithReason: 0, incidents: 0 };
  const { teams, all } = toLedger(
    [
      { ...row, team: 0 },
      { ...row, team: 2 },
      { ...row, team: 1 },
      { ...none, team: 3 },
    ],
    [term(0, 'Unknown'), term(1, 'West'), term(2, 'East'), term(3, 'North')],
  );
  expect(teams.map(({ term: { label } }) => label)).toEqual(['East', 'West', 'Unknown']);
  expect(teams[0]).toMatchObject({ broken: 3, share: 0.6 });
  expect(all).toMatchObject({
    due: 30,
    kept: 18,
    late: 3,
    broken: 9,
    notDueYet: 16,
    withoutDay: 12,
    incidents: 24,
  });
  expect(toLedger([], [])).toMatchObject({ teams: [], all: { due: 0, share: null, interval: null } });
});

test('of 40 missed 20 were forgotten, 12 had no time, 8 say nothing: 50, 30 and 20 %; a reason that nobody has is left out', () => {
  const { reasons, late, broken, missed, given } = toReasons([
    { reason: 0, late: 5, broken: 3 },
    { reason: 1, late: 8, broken: 12 },
    { reason: 2, late: 7, broken: 5 },
    { reason: 6, late: 0, broken: 0 },
  ]);
  expect(reasons.map(({ reason, missed, share }) => [reason, missed, share])).toEqual([
    ['forgotten', 20, 0.5],
    ['no_time', 12, 0.3],
    ['unknown', 8, 0.2],
  ]);
  expect({ late, broken, missed, given }).toEqual({ late: 20, broken: 20, missed: 40, given: 32 });
  // 20 of 40 is 50 %, from 35.2 to 64.8.
  expect(reasons[0]?.interval.map((end) => Number(end.toFixed(3)))).toEqual([0.352, 0.648]);
  expect(toReasons([])).toEqual({ reasons: [], late: 0, broken: 0, missed: 0, given: 0 });
});

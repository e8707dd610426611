import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findings } from '../charts/findings-fixture.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { isTooSmall } from './enough-to-watch.ts';
import { toPlain } from './plain-series.ts';
import { inBrief, judgedLengths, type WatchedSeries, watch } from './watch.ts';

const calm = [9, 10, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11, 10, 9];

function series(counts: readonly number[], id: MeasureId = 'incidents', denominator?: number): WatchedSeries {
  const weeks = counts.map((count) => (denominator ? ([count, denominator] as const) : count));
  return { findings: findings(id, { weeks }), of: null };
}

describe('a series signals when its newest week belongs to a pattern', () => {
  test('14 calm weeks do not; with a 15th of 30 they do, beyond the limit and fired in that week', () => {
    expect(watch([series(calm)])).toMatchObject({ signals: [], few: [] });
    const { signals } = watch([series([...calm, 30])]);
    expect(signals.map(({ pattern, since, fired }) => [pattern.rule, since, fired])).toEqual([
      ['beyond', 14, 14],
    ]);
  });

  test('an outlier three weeks ago is over', () => {
    expect(watch([series([...calm, 30, 10, 9, 11])]).signals).toEqual([]);
  });

  test('9 weeks in a row above the centre began 9 weeks ago and fired with the 7th', () => {
    const low = [4, 6, 5, 4, 6, 5, 4, 6, 5, 4, 6, 5];
    const high = [8, 7, 8, 7, 8, 7, 8, 7, 8];
    const [signal] = watch([series([...low, ...high])]).signals;
    expect(signal?.pattern).toMatchObject({ rule: 'shift', direction: 'up' });
    expect([signal?.since, signal?.fired]).toEqual([12, 18]);
  });
});

test('the latest to fire stands first', () => {
  const old = series([
    ...Array(12)
      .fill(0)
      .map((_, i) => 4 + (i % 3)),
    8,
    7,
    8,
    7,
    8,
    7,
    8,
    7,
    8,
  ]);
  const fresh = series([...calm, 10, 9, 11, 9, 10, 11, 30]);
  expect(watch([old, fresh]).signals.map(({ series: one }) => one)).toEqual([fresh, old]);
});

test('fewer than 12 weeks, none of any, 1 in 4 a week or 2 a week are too few to judge; 4 a week are not', () => {
  const short = series(calm.slice(0, 11));
  const flat = series(Array(14).fill(0), 'escalation_rate', 40);
  const thin = series(
    calm.map((count) => count % 3),
    'escalation_rate',
    4,
  );
  const rare = series(calm.map((count) => count - 8));
  const small = series(calm.map((count) => count - 6));
  const list = watch([short, flat, thin, rare, small]);
  expect(list.few).toEqual([short, flat, thin, rare].map(toFew));
  expect(list.quiet).toMatchObject([{ of: null, n: 14, latest: { value: 3 } }]);
  expect(judgedLengths(list)).toEqual([14]);
});

const toFew = ({ of, findings: found }: WatchedSeries) => inBrief(of, found);

const week = fc
  .tuple(fc.nat(12), fc.nat(12))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
const weeks = fc
  .integer({ min: 5, max: 20 })
  .chain((length) => fc.array(week, { minLength: length, maxLength: length }));

test.each(['incidents', 'escalation_rate', 'incident_rate', 'time_to_close', 'csat'] as const)(
  'no series of %s that is too small beforehand is judged',
  (id) => {
    fc.assert(
      fc.property(weeks, (drawn) => {
        const found = findings(id, { weeks: id === 'incidents' ? drawn.map(([count]) => count) : drawn });
        const { few } = watch([{ findings: found, of: null }]);
        if (isTooSmall(found.measure, toPlain(found.points))) expect(few).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  },
);

test('of 15 weeks with 1 in 5, and with 3 in 10, the first is known to be too small before it is judged', () => {
  const [one, three] = [1, 3].map((above) =>
    series(Array(15).fill(above), 'escalation_rate', above === 1 ? 5 : 10),
  );
  expect(
    [one, three].map((each) => each && isTooSmall(each.findings.measure, toPlain(each.findings.points))),
  ).toEqual([true, false]);
});

test('a share of exactly one half of 6 a week is 3 on either side, which is enough', () => {
  const half = series(Array(14).fill(3), 'escalation_rate', 6);
  expect(isTooSmall(half.findings.measure, toPlain(half.findings.points))).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartOfKind } from './chart-of-kind.ts';
import { type ChartSeries, KINDS_OF_FORM, type SeriesForm } from './chart-series.ts';
import { chooseChart, chooseKind } from './choose-chart.ts';
import type { ControlChart } from './control-chart.ts';
import { judgeNewest } from './judge-newest.ts';
import { RULE_SETS, type RuleSet } from './rules.ts';

const FORMS = ['count', 'duration', 'share', 'rate', 'mean'] as const satisfies readonly SeriesForm[];
type Form = (typeof FORMS)[number];

/** Series of few values, so that ties, runs and trends are as frequent as outliers; with gaps, zeros and a shift at the end. */
const drawnSeries = fc
  .record({
    form: fc.constantFrom<Form>(...FORMS),
    of: fc.constantFrom(1, 7, 60),
    values: fc.array(fc.option(fc.nat(8), { freq: 9 }), { minLength: 0, maxLength: 40 }),
    ending: fc.array(fc.option(fc.nat(30), { freq: 9 }), { maxLength: 12 }),
    unlike: fc.boolean(),
  })
  .map(({ form, of, values, ending, unlike }): ChartSeries => {
    const all = [...values, ...ending];
    if (form === 'count' || form === 'duration') return { form, points: all };
    const points = all.map((value, index) => {
      const denominator = unlike ? of + (index % 5) * of : of;
      if (value === null) return null;
      return { numerator: form === 'share' ? Math.min(value, denominator) : value, denominator };
    });
    return { form, points };
  });

/** As `Judgement` has it, from the chart. */
function isJudged({ kind, segments: [segment] }: ControlChart): boolean {
  if (!segment || segment.centre === null || segment.constant) return false;
  return kind === 'run' ? (segment.runs?.signal ?? null) !== null : !segment.trial;
}

const drawnRules = fc.constantFrom<RuleSet>(...Object.values(RULE_SETS));

test('of 12 counts that rise from 1 to 12 and then 40, the 40 lies above the upper limit of 11.74', () => {
  const points = [...Array.from({ length: 12 }, (_, index) => index + 1), 40];
  const newest = judgeNewest('xmr', { form: 'count', points });
  expect(newest).toMatchObject({ n: 13, isJudged: true, inPattern: true });
  expect(newest?.centre).toBeCloseTo(118 / 13, 12);
  expect(newest?.upper).toBeCloseTo(118 / 13 + 2.66, 12);
});

test('of 10 values that rise about their median of 5.5 the run chart sees one crossing where 2 are the least', () => {
  const points = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const newest = judgeNewest('run', { form: 'count', points });
  expect(newest).toEqual({ n: 10, centre: 5.5, lower: null, upper: null, isJudged: true, inPattern: true });
  expect(judgeNewest('run', { form: 'count', points: points.slice(1) })).toMatchObject({ isJudged: false });
});

test('charts that have to be drawn are not judged, and a kind that does not fit is refused', () => {
  expect(judgeNewest('mr', { form: 'duration', points: [1, 2, 3] })).toBeNull();
  expect(() => judgeNewest('p', { form: 'count', points: [1] })).toThrow('a count cannot be drawn');
});

test('whatever the series, kind and rules, it says what the chart says of its newest point', () => {
  fc.assert(
    fc.property(drawnSeries, drawnRules, fc.constantFrom(1, 1000), (series, rules, times) => {
      const per = series.form === 'rate' ? times : 1;
      for (const kind of KINDS_OF_FORM[series.form]) {
        const told = judgeNewest(kind, series, { rules, per, floor: 0, ceiling: 20 });
        if (kind === 'mr') {
          expect(told).toBeNull();
          continue;
        }
        const chart = chartOfKind(kind, series, { rules, per, floor: 0, ceiling: 20 });
        const newest = chart.points.findLastIndex(({ value }) => value !== null);
        const [segment] = chart.segments;
        const { lower = null, upper = null } = chart.points[newest] ?? {};
        expect(told).toEqual({
          n: chart.method.n,
          centre: segment?.centre,
          lower,
          upper,
          isJudged: isJudged(chart),
          inPattern: isJudged(chart) && (chart.byPoint[newest]?.length ?? 0) > 0,
        });
      }
    }),
    { numRuns: 1000 },
  );
});

test('the kind that is chosen without words is the one that is chosen with them', () => {
  fc.assert(
    fc.property(drawnSeries, (series) => {
      expect(chooseKind(series)).toBe(chooseChart(series).drawable);
    }),
  );
});

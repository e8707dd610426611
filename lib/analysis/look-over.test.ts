import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findings } from '../charts/findings-fixture.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { RULE_SETS } from '../statistics/rules.ts';
import { lookOver } from './look-over.ts';
import { toPlain } from './plain-series.ts';
import { watch } from './watch.ts';

/** A measure of each way to count: counts, shares, rates, means, medians, sums. */
const MEASURES_OF_EACH: readonly MeasureId[] = [
  'incidents',
  'escalation_rate',
  'incident_rate',
  'staff_exposure',
  'csat',
  'documentation_completeness',
  'time_to_close',
  'compensation_cost',
];

test('14 calm weeks are quiet with their limits, 11 are few, and with 30 in a 15th the chart has to be drawn', () => {
  const calm = [9, 10, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11, 10, 9];
  const look = (weeks: readonly number[]) => {
    const { measure, points } = findings('incidents', { weeks });
    return lookOver(measure, toPlain(points));
  };
  expect(look(calm)).toEqual({
    verdict: 'quiet',
    n: 14,
    usual: { lower: expect.any(Number), upper: expect.any(Number) },
  });
  expect(look([...calm, 30])).toEqual({ verdict: 'drawn' });
  expect(look(calm.slice(0, 9))).toEqual({ verdict: 'few' });
});

test('whatever the measure, its weeks and the rules, it tells what the findings tell', () => {
  const week = fc.option(fc.tuple(fc.nat(60), fc.nat(60)), { freq: 12 });
  fc.assert(
    fc.property(
      fc.constantFrom(...MEASURES_OF_EACH),
      fc.array(week, { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(...Object.values(RULE_SETS)),
      (id, drawn, isSteady, lastWeekDays, rules) => {
        const weeks = drawn.map((each): readonly [number, number] | null => {
          if (each === null) return null;
          const [above, below] = isSteady ? [each[0] % 7, 30 + (each[1] % 10)] : each;
          return [id === 'incidents' ? below : Math.min(above, below), below];
        });
        const found = findings(id, { weeks, lastWeekDays, judging: { rules } });
        const looked = lookOver(found.measure, toPlain(found.points), rules);
        const { signals, quiet, few } = watch([{ findings: found, of: null }]);
        if (looked.verdict === 'quiet') {
          const { verdict: _, ...told } = looked;
          expect(quiet).toMatchObject([told]);
        } else if (looked.verdict === 'few') expect(few).toHaveLength(1);
        else expect(signals.length === 1 || found.judgement.chart.kind === 'run').toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

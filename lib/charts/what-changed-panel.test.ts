import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairParts, splitChange } from '../analysis/what-changed.ts';
import { MEASURES } from '../measures/measures.ts';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { findings } from './findings-fixture.ts';
import { type ToldChange, toWaterfall, waterfallTable } from './waterfall-chart.ts';
import { waterfallHeadline } from './waterfall-headline.ts';
import { whatChangedPanel } from './what-changed-panel.ts';

type Row = [code: number, numerator: number, denominator: number];
const rows = (all: Row[]) => all.map(([code, numerator, denominator]) => ({ code, numerator, denominator }));

/** Escalated: 30 of 100 before and 22 of 100 now. */
const before = rows([
  [1, 12, 40],
  [2, 10, 30],
  [3, 8, 30],
]);
const now = rows([
  [1, 5, 40],
  [2, 8, 30],
  [3, 9, 30],
]);
const told = (measure = MEASURES.escalation_rate): ToldChange => ({
  measure,
  split: some(splitChange(measure, [{ dimension: 'trigger', parts: pairParts(before, now) }])?.[0]),
  terms: TRIGGERS,
  beforeLabel: '12 weeks before',
  nowLabel: 'These 12 weeks',
});
function some<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing was found');
  return value;
}
const labels = (code: number) => TRIGGERS.find((term) => term.code === code)?.label;

describe('30 of 100 to 22 of 100', () => {
  test('steps of −7.0, −2.0 and +1.0 points lead from 30.0 to 22.0', () => {
    const chart = toWaterfall(told());
    expect(chart.steps.map(({ label, change, counted }) => [label, change, counted])).toEqual([
      [labels(1), '−7.0', '12 to 5'],
      [labels(2), '−2.0', '10 to 8'],
      [labels(3), '+1.0', '8 to 9'],
    ]);
    expect([chart.start.figure, chart.end.figure]).toEqual(['30.0', '22.0']);
    expect([chart.start.counted, chart.end.counted]).toEqual(['30 of 100', '22 of 100']);
  });

  test('the first explains 7.0 of 8.0 points, which is more than two thirds; the third pulled the other way', () => {
    expect(waterfallHeadline(told())).toMatch(
      /^.+ explains 7\.0 of the 8\.0 points by which escalation rate fell; .+ pulled the other way$/,
    );
  });

  test('the table adds up: contributions −7, −2 and +1 make −8 points', () => {
    const table = waterfallTable(told());
    expect(table.rows.map(({ cells }) => cells.at(-1))).toEqual([
      expect.closeTo(-0.07, 9),
      expect.closeTo(-0.02, 9),
      expect.closeTo(0.01, 9),
    ]);
    expect(table.total?.slice(1)).toEqual([30, 100, 22, 100, expect.closeTo(-0.08, 9)]);
  });
});

test('of counts, 30 to 22: 8 fewer, told in incidents', () => {
  expect(toWaterfall(told(MEASURES.incidents)).steps.map(({ change }) => change)).toEqual(['−7', '−2', '+1']);
  expect(waterfallHeadline(told(MEASURES.incidents))).toContain(
    '7 of the 8 incidents by which incidents fell',
  );
});

test('rounded steps always add up to the rounded whole, also where many are folded into one', () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count, count, count), { minLength: 1, maxLength: 25 }), (parts) => {
      const split = splitChange(MEASURES.escalation_rate, [
        {
          dimension: 'team',
          parts: parts.map(([a, b, c, d], code) => ({
            code,
            before: { numerator: a, denominator: a + b },
            now: { numerator: c, denominator: c + d },
          })),
        },
      ])?.[0];
      if (!split) return;
      const { steps, start, end } = toWaterfall({ ...told(), split });
      const number = (words: string) => Math.round(Number(words.replace('−', '-').replace(/[+,]/g, '')) * 10);
      const sum = steps.reduce((all, { change }) => all + number(change), 0);
      expect(number(start.figure) + sum).toBe(number(end.figure));
      expect(steps.length).toBeLessThanOrEqual(10);
    }),
    // 44 of 64 are 68.75 %, between 68.7 and 68.8.
    {
      examples: [
        [
          [
            [0, 3, 1, 1],
            [0, 17, 38, 17],
            [5, 18, 5, 2],
          ].map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d]),
        ],
      ],
    },
  );
});

describe('the panel', () => {
  const context = { periodWords: '', comparisonWords: 'the 12 weeks before' };
  const weeks = (count: number) =>
    Array.from({ length: 12 }, (_, index) => [count + (index % 3), 100] as const);
  const panelOf = (
    given: Parameters<typeof findings>[1],
    comparisonWords: string | null = context.comparisonWords,
  ) => {
    const found = findings('escalation_rate', given);
    return whatChangedPanel(
      { told: told(), findings: found, splits: ['trigger', 'team'] },
      { ...context, windows: found.windows, comparisonWords },
    );
  };

  test('is drawn where the period lies outside of the range of the one before', () => {
    const panel = panelOf({ weeks: weeks(20), before: weeks(50) });
    expect(panel.picture?.kind).toBe('waterfall');
    // 20 of 100 lie below limits of 50 ± 15 each week, and 12 in a row below their centre; the last week completes both.
    expect(panel.subtitle).toContain(
      'Shown because by the limits of the period before a rule fires: below the lower limit, last in the week of',
    );
  });

  test('says that there is nothing to explain where it lies inside', () => {
    const panel = panelOf({ weeks: weeks(30), before: weeks(30) });
    expect(panel.picture).toBeNull();
    expect(panel.headline).toBe('Escalation rate: no real change against the 12 weeks before');
    expect(panel.empty).toContain('nothing to explain');
  });

  test('says that it is too early with 8 weeks before, and that there is nothing to compare with without any', () => {
    expect(panelOf({ weeks: weeks(20), before: weeks(50).slice(4) }).headline).toMatch(
      /^Too early to say what changed: 8\u00a0whole weeks in/,
    );
    expect(panelOf({ weeks: weeks(20) }, null).headline).toBe('Nothing to compare with');
  });
});

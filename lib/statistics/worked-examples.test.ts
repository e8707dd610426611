import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cohenKappa } from './agreement/cohen-kappa.ts';
import type { ControlChart } from './control-chart.ts';
import { benjaminiHochberg } from './false-discovery.ts';
import { pChart } from './p-chart.ts';
import { tracePaths } from './paths/trace-paths.ts';
import { runChart } from './run-chart.ts';
import { uChart } from './u-chart.ts';
import { wilson } from './wilson.ts';
import { xmrChart } from './xmr-chart.ts';

// Published examples with their answers, kept beside the project. Without the file they are skipped; the tests of
// each function hold the same sources, worked by hand.
const file = fileURLToPath(new URL('../../../shared/stats-examples.json', import.meta.url));
const here = existsSync(file);
if (!here) console.log(`skipped: ${file} is not here`);

const limits = z.object({ lower_limit: z.number(), upper_limit: z.number() });
const numbers = z.array(z.number());

describe.skipIf(!here)('published examples', () => {
  test('XmR of 18 points with one outlier: limits screened and not, one point beyond', () => {
    const { input, expected, tolerance } = example('xmr-one-outlier-screened-and-not', {
      input: z.object({ values: numbers }),
      expected: z.object({
        mean: z.number(),
        screened: limits,
        unscreened: limits,
        point_types: z.array(z.string()),
      }),
    });
    const screened = xmrChart(input.values);
    const raw = xmrChart(input.values, { screen: false });
    const of = ({ segments, points }: ControlChart) => [
      segments[0]?.centre,
      points[0]?.lower,
      points[0]?.upper,
    ];
    near(of(screened), [expected.mean, ...ends(expected.screened)], tolerance);
    near(of(raw), [expected.mean, ...ends(expected.unscreened)], tolerance);
    const types = screened.byPoint.map(([first]) =>
      first ? `${first.direction === 'up' ? 'above_upper' : 'below_lower'}_limit` : 'common_cause',
    );
    expect(types).toEqual(expected.point_types);
  });

  test('p chart of 21 weeks: pooled centre, one pair of limits for each week', () => {
    const { input, expected, tolerance } = example('p-chart-21-weeks', {
      input: z.object({ counts: numbers, denominators: numbers }),
      expected: z.object({ centre: z.number(), lower_limit: numbers, upper_limit: numbers }),
    });
    const chart = pChart(
      input.counts.map((numerator, index) => ({ numerator, denominator: input.denominators[index] ?? 0 })),
    );
    expect(chart.kind).toBe('p');
    near([chart.segments[0]?.centre], [expected.centre], tolerance);
    near(lowers(chart), expected.lower_limit, tolerance);
    near(uppers(chart), expected.upper_limit, tolerance);
  });

  test('u chart of ten rolls of varying size, per 50 m: one centre, one pair of limits for each roll', () => {
    const { input, expected, tolerance } = example('u-chart-10-rolls-varying-size', {
      input: z.object({ counts: numbers, denominators: numbers, per: z.number() }),
      expected: z.object({
        centre: numbers,
        lower_limit: numbers,
        upper_limit: numbers,
        beyond_limits: numbers,
      }),
    });
    const chart = uChart(
      input.counts.map((numerator, index) => ({ numerator, denominator: input.denominators[index] ?? 0 })),
      { per: input.per, widening: 'never' },
    );
    near([chart.segments[0]?.centre], expected.centre, tolerance);
    near(lowers(chart), expected.lower_limit, tolerance);
    near(uppers(chart), expected.upper_limit, tolerance);
    expect(chart.points.filter(({ value, upper }) => (value ?? 0) > (upper ?? 0))).toEqual(
      expected.beyond_limits,
    );
  });

  test('run chart of 17 months: longest run 4 of 7, 7 crossings of at least 4', () => {
    const { input, expected, tolerance } = example('run-chart-17-months', {
      input: z.object({ values: numbers }),
      expected: z.object({
        centre: z.number(),
        n_useful: z.number(),
        longest_run: z.number(),
        longest_run_max: z.number(),
        crossings: z.number(),
        crossings_min: z.number(),
        signal: z.boolean(),
      }),
    });
    const [segment] = runChart(input.values).segments;
    near([segment?.centre], [expected.centre], tolerance);
    expect(segment?.runs).toMatchObject({
      useful: expected.n_useful,
      longest: expected.longest_run,
      longestAllowed: expected.longest_run_max,
      crossings: expected.crossings,
      crossingsNeeded: expected.crossings_min,
      signal: expected.signal,
    });
  });

  test('Wilson intervals of seven areas', () => {
    const { input, expected, tolerance } = example('wilson-95-seven-areas', {
      input: z.object({ pairs: z.array(z.tuple([z.number(), z.number()])) }),
      expected: z.object({ low: numbers, high: numbers }),
    });
    const intervals = input.pairs.map(([count, n]) => wilson(count, n));
    near(
      intervals.map((interval) => interval?.[0]),
      expected.low,
      tolerance,
    );
    near(
      intervals.map((interval) => interval?.[1]),
      expected.high,
      tolerance,
    );
  });

  test('Benjamini-Hochberg of ten p-values, five of them findings', () => {
    const { input, expected, tolerance } = example('bh-10-sorted', {
      input: z.object({ p_values: numbers, alpha: z.number() }),
      expected: z.object({ bh_adjusted: numbers, rejected_bh: z.array(z.boolean()) }),
    });
    const q = benjaminiHochberg(input.p_values);
    near(q, expected.bh_adjusted, tolerance);
    expect(q.map((value) => value !== null && value <= input.alpha)).toEqual(expected.rejected_bh);
  });

  test('Cohen’s kappa of three tables, near misses of the third in proportion and squared', () => {
    const { input, expected, tolerance } = example('cohen-kappa-three-tables', {
      input: z.object({ tables: z.array(z.array(numbers)) }),
      expected: z.object({ kappa: numbers, linear_of_third: z.number(), quadratic_of_third: z.number() }),
    });
    const third = input.tables[2] ?? [];
    near(
      [
        ...input.tables.map((table) => cohenKappa(table)?.kappa),
        cohenKappa(third, 'linear')?.kappa,
        cohenKappa(third, 'quadratic')?.kappa,
      ],
      [...expected.kappa, expected.linear_of_third, expected.quadratic_of_third],
      tolerance,
    );
  });

  test('six requests for compensation in 42 events: what follows what, where they begin and end, what is done twice', () => {
    const counted = z.record(z.string(), z.number());
    const { input, expected } = example('dfg-6-compensation-requests', {
      input: z.object({ events: z.array(z.tuple([z.string(), z.string(), z.string()])) }),
      expected: z.object({
        cases: z.number(),
        events: z.number(),
        directly_follows: z.array(z.tuple([z.string(), z.string(), z.number()])),
        start: counted,
        end: counted,
        variants: z.array(z.tuple([z.array(z.string()), z.number()])),
        rework_cases: counted,
      }),
    });
    const ids = [...new Set(input.events.map(([id]) => id))];
    const found = tracePaths(
      ids.map((one) => ({
        events: input.events
          .filter(([id]) => id === one)
          .map(([, activity, at]) => ({ activity, at: Date.parse(at) })),
      })),
    );
    expect([found.cases, found.events]).toEqual([expected.cases, expected.events]);
    expect(found.follows.map(({ from, to, count }) => [from, to, count])).toEqual(expected.directly_follows);
    expect(Object.fromEntries(found.starts)).toEqual(expected.start);
    expect(Object.fromEntries(found.ends)).toEqual(expected.end);
    expect(found.variants.map(({ activities, cases }) => [activities, cases])).toEqual(expected.variants);
    expect(Object.fromEntries(found.rework)).toEqual(expected.rework_cases);
  });
});

function example<I, E>(name: string, shape: { input: z.ZodType<I>; expected: z.ZodType<E> }) {
  const one = z.object({ name: z.literal(name), tolerance: z.number(), ...shape });
  const all: unknown[] = JSON.parse(readFileSync(file, 'utf8'));
  const found = all.map((candidate) => one.safeParse(candidate)).find((parsed) => parsed.success);
  if (!found?.success) throw new Error(`${name} is not among the examples, or has another shape`);
  return found.data;
}

const lowers = ({ points }: ControlChart) => points.map(({ lower }) => lower);
const uppers = ({ points }: ControlChart) => points.map(({ upper }) => upper);
const ends = ({ lower_limit, upper_limit }: z.infer<typeof limits>) => [lower_limit, upper_limit];

function near(got: readonly (number | null | undefined)[], expected: readonly number[], tolerance: number) {
  expect(got.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) {
    const error = Math.abs((got[index] ?? Number.NaN) - value);
    expect(error, `value ${index + 1}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
  }
}

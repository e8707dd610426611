import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pChart } from './p-chart.ts';
import { findPatterns, patternsByPoint } from './patterns.ts';
import { wilson } from './wilson.ts';
import { xmr } from './xmr.ts';

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
    const screened = xmr(input.values);
    const raw = xmr(input.values, { screen: false });
    near(
      [screened?.centre, screened?.lower, screened?.upper],
      [expected.mean, ...ends(expected.screened)],
      tolerance,
    );
    near([raw?.centre, raw?.lower, raw?.upper], [expected.mean, ...ends(expected.unscreened)], tolerance);
    const judged = input.values.map((value) => ({ value, centre: 0, lower: 0, upper: 0, ...screened }));
    const types = patternsByPoint(findPatterns(judged), judged.length).map(([first]) =>
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
    expect(chart?.prime).toBe(false);
    near([chart?.centre], [expected.centre], tolerance);
    near(chart?.lower ?? [], expected.lower_limit, tolerance);
    near(chart?.upper ?? [], expected.upper_limit, tolerance);
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
});

function example<I, E>(name: string, shape: { input: z.ZodType<I>; expected: z.ZodType<E> }) {
  const one = z.object({ name: z.literal(name), tolerance: z.number(), ...shape });
  const all: unknown[] = JSON.parse(readFileSync(file, 'utf8'));
  const found = all.map((candidate) => one.safeParse(candidate)).find((parsed) => parsed.success);
  if (!found?.success) throw new Error(`${name} is not among the examples, or has another shape`);
  return found.data;
}

const ends = ({ lower_limit, upper_limit }: z.infer<typeof limits>) => [lower_limit, upper_limit];

function near(got: readonly (number | null | undefined)[], expected: readonly number[], tolerance: number) {
  expect(got.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) {
    const error = Math.abs((got[index] ?? Number.NaN) - value);
    expect(error, `value ${index + 1}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
  }
}

import { expect, test } from 'vitest';
import { seedRandom } from '@/db/seed/random.ts';
import { suggestRebases } from '@/lib/statistics/suggest-rebases.ts';
import { xmrChart } from '@/lib/statistics/xmr-chart.ts';

// What docs/methods.md tells about suggestions in series of 104 weeks.
const SERIES = 2000;

function suggestionsIn(shift: number) {
  const { normal } = seedRandom(7);
  return Array.from({ length: SERIES }, () => {
    const values = Array.from({ length: 104 }, (_, week) => normal() + (week >= 52 ? shift : 0));
    return suggestRebases((settings) => xmrChart(values, settings)).suggestions;
  });
}

test('without any change about one series in three gets one, nine in ten of them below one standard deviation', () => {
  const drawn = suggestionsIn(0);
  const share = drawn.filter((suggestions) => suggestions.length > 0).length / SERIES;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.37);
  const sizes = drawn.flat().map(({ sigmas }) => Math.abs(sigmas ?? Number.NaN));
  expect(sizes.filter((size) => size < 1).length / sizes.length).toBeGreaterThan(0.9);
});

test('with a level one and a half higher, nine in ten of those near it move by more than one', () => {
  const near = suggestionsIn(1.5)
    .flat()
    .filter(({ index }) => Math.abs(index - 52) <= 4);
  expect(near.length / SERIES).toBeGreaterThan(0.6);
  expect(near.filter(({ sigmas }) => (sigmas ?? 0) > 1).length / near.length).toBeGreaterThan(0.9);
});

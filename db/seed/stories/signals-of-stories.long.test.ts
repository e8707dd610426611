import { expect, it } from 'vitest';
import { findStorySignals } from './signals-of-stories.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

it('over 20 samples the stories are told rightly in at least 18 each', () => {
  const found = SEEDS.map((seed) => findStorySignals(seed));
  const count = (is: (one: (typeof found)[number]) => boolean) => found.filter(is).length;
  expect(count(({ process }) => process === 'improvement')).toBeGreaterThanOrEqual(18);
  expect(count(({ training }) => training === 'improvement')).toBeGreaterThanOrEqual(18);
  expect(count(({ idle }) => idle === 'nothing')).toBeGreaterThanOrEqual(18);
  expect(count(({ rush }) => rush.before)).toBeGreaterThanOrEqual(18);
  expect(count(({ rush }) => !rush.lastYear)).toBeGreaterThanOrEqual(18);
});

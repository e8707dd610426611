import { expect, it } from 'vitest';
import { findStoryEffects } from './effects-of-stories.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

it('over 20 samples the training that worked is shown as working, and the other as nothing, in at least 18 each', () => {
  const found = SEEDS.map((seed) => findStoryEffects(seed));
  expect(found.filter(({ listening }) => listening === 'worked').length).toBeGreaterThanOrEqual(18);
  expect(found.filter(({ greeting }) => greeting === 'nothing').length).toBeGreaterThanOrEqual(18);
});

import { expect, it } from 'vitest';
import { findStoryEffects } from './effects-of-stories.ts';

it.each([1, 2])(
  'sample %i: the training that worked is seen to work, the one that did nothing is not',
  (seed) => {
    expect(findStoryEffects(seed)).toEqual({ listening: 'worked', greeting: 'nothing' });
  },
);

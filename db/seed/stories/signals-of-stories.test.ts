import { expect, it } from 'vitest';
import { findStorySignals } from './signals-of-stories.ts';

it.each([1, 2, 3])(
  'sample %i: what worked is an improvement, what did nothing is nothing, the rush is the season',
  (seed) => {
    expect(findStorySignals(seed)).toEqual({
      process: 'improvement',
      training: 'improvement',
      idle: 'nothing',
      rush: { before: true, lastYear: false },
    });
  },
);

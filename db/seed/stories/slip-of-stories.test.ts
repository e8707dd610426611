import { expect, it } from 'vitest';
import { documentationSlipTruth } from './documentation-slip.ts';
import { findStorySlips } from './slip-of-stories.ts';

it.each([
  [1, 12_000],
  [2, 12_000],
  [3, 12_000],
  [1, 6000],
  [1, 24_000],
])(
  'sample %i of %i incidents: its newest week says that the site that slips has fallen, and no other',
  (seed, incidents) => {
    expect(findStorySlips(seed, incidents)).toEqual([documentationSlipTruth.site]);
  },
);

import { describe, expect, test } from 'vitest';
import { layStretches } from './chart-stretches.ts';

const values = [1, 2, null, 4, 5, 6, 7, 8];

describe('stretches', () => {
  test('without a rebase there is one, and an empty series has an empty one', () => {
    expect(layStretches(values, {})).toMatchObject([{ from: 0, until: 8, reason: null }]);
    expect(layStretches([], {})).toMatchObject([{ from: 0, until: 0, base: [] }]);
  });

  test('rebases at 5 and 3 make three, in order, each with its reason', () => {
    const rebases = [
      { index: 5, reason: 'New script' },
      { index: 3, reason: 'New team' },
    ];
    expect(layStretches(values, { rebases })).toMatchObject([
      { from: 0, until: 3, reason: null },
      { from: 3, until: 5, reason: 'New team' },
      { from: 5, until: 8, reason: 'New script' },
    ]);
  });
});

describe('the baseline', () => {
  test('of the first 3 is the first 3 with a value that are not excluded: 0, 1 and 4', () => {
    const [stretch] = layStretches(values, {
      baseline: { first: 3 },
      exclusions: [{ index: 3, reason: 'Strike' }],
    });
    expect(stretch).toMatchObject({ baseline: { from: 0, until: 5 }, base: [0, 1, 2, 4] });
  });

  test('of more points than there are is all of them', () => {
    expect(layStretches(values, { baseline: { first: 12 } })).toMatchObject([
      { baseline: { from: 0, until: 8 } },
    ]);
  });

  test('of a span holds for the stretches that it meets, the others have their own points', () => {
    const rebases = [{ index: 4, reason: 'New team' }];
    expect(layStretches(values, { baseline: { from: 1, until: 4 }, rebases })).toMatchObject([
      { base: [1, 2, 3] },
      { base: [4, 5, 6, 7] },
    ]);
  });
});

describe('refused', () => {
  test.each([
    [{ exclusions: [{ index: 8, reason: 'Strike' }] }, 'no point 8 to set an exclusion at'],
    [{ rebases: [{ index: 0, reason: 'Start' }] }, 'no point 0 to set a rebase at'],
    [{ rebases: [{ index: 1.5, reason: 'Half' }] }, 'no point 1.5'],
    [{ rebases: [{ index: 3, reason: ' ' }] }, 'has no reason'],
    [
      {
        exclusions: [
          { index: 3, reason: 'Strike' },
          { index: 3, reason: 'Flood' },
        ],
      },
      'two reasons for an exclusion',
    ],
    [{ baseline: { first: 1 } }, 'at least its first 2'],
    [{ baseline: { from: 4, until: 4 } }, 'no part of 8 points'],
    [{ baseline: { from: 4, until: 9 } }, 'no part of 8 points'],
  ])('%j', (settings, words) => {
    expect(() => layStretches(values, settings)).toThrow(words);
  });
});

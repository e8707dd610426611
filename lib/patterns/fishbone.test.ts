import { expect, it } from 'vitest';
import { toFishbone } from './fishbone.ts';

const coded = (rootCause: number, label: string, group: string | null, count: number) => ({
  rootCause,
  label,
  group,
  count,
});
const FACTORS = [
  coded(0, 'Not known', null, 9),
  coded(1, 'Skill gap', 'people', 4),
  coded(4, 'Unclear ownership', 'process', 3),
  coded(5, 'Step missed', 'process', 5),
  coded(40, 'Our own', 'weather', 1),
];
const entry = { factorId: 7, category: 'place', text: 'Leeds', rootCause: null, isLeftOut: false } as const;

it('the heaviest branch comes first, 5 + 3 of process before 4 of people; what is not known is no factor', () => {
  const { branches, total } = toFishbone(FACTORS, [entry]);
  expect(branches.map(({ category, count }) => [category, count])).toEqual([
    ['process', 8],
    ['people', 4],
    ['other', 1],
    ['place', 0],
  ]);
  expect(branches[0]?.entries.map(({ label }) => label)).toEqual(['Step missed', 'Unclear ownership']);
  expect(branches[3]?.entries).toEqual([{ label: 'Leeds', count: null, rootCause: null, factorId: 7 }]);
  expect(total).toBe(13);
});

it('a coded factor takes the words and the branch that people gave it, with its count', () => {
  const moved = { ...entry, text: 'Never shown how', category: 'process', rootCause: 1 } as const;
  const { branches } = toFishbone(FACTORS, [moved]);
  expect(branches[0]).toMatchObject({ category: 'process', count: 12 });
  expect(branches[0]?.entries[1]).toEqual({
    label: 'Never shown how',
    count: 4,
    rootCause: 1,
    factorId: 7,
  });
});

it('one that is left out is named apart and counts nowhere: 13 − 5 = 8', () => {
  const out = { ...entry, text: 'Step missed', category: 'process', rootCause: 5, isLeftOut: true } as const;
  const { leftOut, total } = toFishbone(FACTORS, [out]);
  expect(leftOut).toEqual([
    { label: 'Step missed', count: 5, rootCause: 5, factorId: 7, category: 'process' },
  ]);
  expect(total).toBe(8);
});

it('nothing coded and nothing entered is no branch', () => {
  expect(toFishbone([], [])).toEqual({ branches: [], leftOut: [], total: 0 });
});

import { expect, it } from 'vitest';
import type { RankedLevel } from '../intake/derive-path.ts';
import { pathEffect } from './path-effect.ts';

const RANKS = [0, 1, 2, 3];
const now = (code: number): RankedLevel => ({ code, rank: RANKS[code] ?? 0 });
const PATHS = [
  { levels: [1], incidents: 10 },
  { levels: [1, 2], incidents: 4 },
  { levels: [2, 1, 3], incidents: 3 },
  { levels: [1, 3, 1], incidents: 2 },
];

it('level 2 merged into 3: 7 of 19 cases have another path, 3 more bounce, as many are escalated', () => {
  const merged = (code: number) => now(code === 2 ? 3 : code);
  expect(pathEffect(PATHS, now, merged)).toEqual({
    changed: 7,
    escalated: { before: 9, after: 9 },
    bounced: { before: 2, after: 5 },
  });
});

it('level 2 of rank 1: 4 of 9 are not escalated any more, and they reached the front line alone', () => {
  const ranked = (code: number) => (code === 2 ? { code, rank: 1 } : now(code));
  expect(pathEffect(PATHS, now, ranked)).toEqual({
    changed: 4,
    escalated: { before: 9, after: 5 },
    bounced: { before: 2, after: 2 },
  });
});

it('nothing changes where levels count as they did', () => {
  expect(pathEffect(PATHS, now, now).changed).toBe(0);
  expect(pathEffect([], now, now)).toMatchObject({ escalated: { before: 0, after: 0 } });
});

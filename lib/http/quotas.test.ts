import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CountedTurns, countTurn, QUOTAS } from './quotas.ts';

const QUOTA = { most: 3, seconds: 60 };
const at = (seconds: number) => new Date(1_000_000 + seconds * 1000);

it('of three in a minute the third says when the next may come: 60 s after the first', () => {
  const first = countTurn(null, QUOTA, at(0));
  const second = countTurn(first, QUOTA, at(50));
  const third = countTurn(second, QUOTA, at(59));
  expect([first, second, third]).toEqual([
    { count: 1, since: at(0), waitUntil: null },
    { count: 2, since: at(0), waitUntil: null },
    { count: 3, since: at(0), waitUntil: at(60) },
  ]);
});

it('a minute after the first a new one begins, whatever was counted', () => {
  expect(countTurn({ count: 3, since: at(0) }, QUOTA, at(60))).toMatchObject({ count: 1, since: at(60) });
  expect(countTurn({ count: 2, since: at(0) }, QUOTA, at(59.9))).toMatchObject({ count: 3 });
});

it('a quota of one lets one pass', () => {
  expect(countTurn(null, { most: 1, seconds: 5 }, at(0)).waitUntil).toEqual(at(5));
});

it('in no stretch of 60 s that begins with a turn do more than three pass for whoever waits as told', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 40 }), (gaps) => {
      const passed: number[] = [];
      let counted: (CountedTurns & { waitUntil: Date | null }) | null = null;
      let clock = 0;
      for (const gap of gaps) {
        clock += gap;
        const now = at(clock);
        if (counted?.waitUntil && now < counted.waitUntil) continue;
        counted = countTurn(counted, QUOTA, now);
        if (counted.count === 1) passed.length = 0;
        passed.push(clock);
        expect(passed.length).toBeLessThanOrEqual(QUOTA.most);
      }
    }),
  );
});

it('every quota lets something pass', () => {
  for (const { most, seconds } of Object.values(QUOTAS)) expect(Math.min(most, seconds)).toBeGreaterThan(0);
});

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { scratchFolder } from '@/db/testing/scratch-home.ts';
import { withStartLock } from './start-lock.ts';

test('of ten that come at once, one is inside at a time and each gets its turn', async () => {
  const folder = join(scratchFolder(), 'starting');
  let inside = 0;
  let most = 0;
  const turns = Array.from({ length: 10 }, (_, index) =>
    withStartLock(folder, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await turn();
      inside -= 1;
      return index;
    }),
  );
  expect(await Promise.all(turns)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('what dead processes left is passed over and cleared away, a recycled number included', async () => {
  const folder = scratchFolder();
  for (const dead of [
    'ticket.000001.999999999-7.aa',
    `ticket.000002.${process.pid}-1.bb`,
    'choosing.999999999-7.cc',
  ]) {
    writeFileSync(join(folder, dead), '');
  }
  expect(await withStartLock(folder, async () => 'in')).toBe('in');
  expect(readdirSync(folder)).toEqual([]);
});

test('a living process that was there first is waited for', async () => {
  const folder = scratchFolder();
  const order: string[] = [];
  const first = withStartLock(folder, async () => {
    await expect.poll(() => readdirSync(folder).length).toBe(2);
    order.push('first');
  });
  const second = withStartLock(folder, async () => order.push('second'));
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

test('an error inside gives the lock up', async () => {
  const folder = scratchFolder();
  await expect(withStartLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});

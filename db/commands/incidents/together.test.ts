import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { together } from './together.ts';

it('of 2 failures the one that came first is thrown, when the third task is done, too', async () => {
  const notes: string[] = [];
  const failing = async (turns: number, name: string) => {
    for (let turn = 0; turn < turns; turn++) await later();
    notes.push(name);
    throw new Error(name);
  };
  const longest = async () => {
    for (let turn = 0; turn < 5; turn++) await later();
    notes.push('done');
  };
  await expect(together([failing(3, 'late'), failing(1, 'early'), longest()])).rejects.toThrow('early');
  expect(notes).toEqual(['early', 'late', 'done']);
});

it('without a failure the results come in the order of the tasks', async () => {
  const slow = later().then(() => 1);
  expect(await together([slow, Promise.resolve('two')])).toEqual([1, 'two']);
});

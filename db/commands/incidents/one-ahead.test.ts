import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneAhead } from './one-ahead.ts';

/** Makes 1 to `most` and notes each when it is made, and that it was closed; fails at `failsAt`. */
async function* making(notes: string[], most: number, failsAt = Number.NaN): AsyncGenerator<number, void> {
  try {
    for (let number = 1; number <= most; number++) {
      await later();
      if (number === failsAt) throw new Error(`no ${number}`);
      notes.push(`made ${number}`);
      yield number;
    }
  } finally {
    notes.push('closed');
  }
}

it('the second is made while the first is dealt with, the third not before the second is taken', async () => {
  const notes: string[] = [];
  for await (const number of oneAhead(making(notes, 3))) {
    for (let turn = 0; turn < 5; turn++) await later();
    notes.push(`dealt with ${number}`);
  }
  expect(notes).toEqual([
    'made 1',
    'made 2',
    'dealt with 1',
    'made 3',
    'dealt with 2',
    'closed',
    'dealt with 3',
  ]);
});

it('a failure is thrown in its turn, after those before it', async () => {
  const notes: string[] = [];
  const dealtWith: number[] = [];
  const deal = async () => {
    for await (const number of oneAhead(making(notes, 3, 3))) {
      for (let turn = 0; turn < 5; turn++) await later();
      dealtWith.push(number);
    }
  };
  await expect(deal()).rejects.toThrow('no 3');
  expect(dealtWith).toEqual([1, 2]);
});

it('whoever fails leaves nothing half made behind: the next one is made and the source closed before it is thrown', async () => {
  const notes: string[] = [];
  const deal = async () => {
    for await (const number of oneAhead(making(notes, 3))) throw new Error(`cannot deal with ${number}`);
  };
  await expect(deal()).rejects.toThrow('cannot deal with 1');
  expect(notes).toEqual(['made 1', 'made 2', 'closed']);
});

it('nothing stays nothing', async () => {
  const notes: string[] = [];
  for await (const number of oneAhead(making(notes, 0))) notes.push(`dealt with ${number}`);
  expect(notes).toEqual(['closed']);
});

import { expect, test } from 'vitest';
import { toColumns } from './columns.ts';
import { type Lane, openReader } from './copy-reader.ts';
import type { SharedDuckDb } from './shared-duck-db.ts';

const DATABASE = {} as SharedDuckDb;

/** Lanes that say by which of them they were asked, and hold their answer until they are told. */
function lanes(versions: readonly (number | Error)[]) {
  const closed: number[] = [];
  const asked: number[] = [];
  const goOn: (() => void)[] = [];
  let next = 0;
  const openOne = async (): Promise<Lane> => {
    const place = next++;
    const version = versions[place] ?? 0;
    if (version instanceof Error) throw version;
    let waiting = 0;
    const ask = async () => {
      asked.push(place);
      waiting += 1;
      await new Promise<void>((resolve) => goOn.push(resolve));
      waiting -= 1;
      return [[place]];
    };
    return {
      version,
      waiting: () => waiting,
      ask,
      askInColumns: async () => toColumns(await ask()),
      close: async () => {
        closed.push(place);
      },
    };
  };
  return { openOne, closed, asked, goOn };
}

test('three questions at once go to two lanes in turn, and closing closes both', async () => {
  const two = lanes([4, 4]);
  const reader = await openReader(DATABASE, two.openOne);
  const answers = [reader.ask('', []), reader.askInColumns('', []), reader.ask('', [])];
  expect(two.asked).toEqual([0, 1, 0]);
  for (const go of two.goOn) go();
  await Promise.all(answers);
  await reader.close();
  expect([reader.version, two.closed]).toEqual([4, [0, 1]]);
});

test.each([
  [[4, 5], 5, 0],
  [[5, 4], 5, 1],
])('where the lanes see versions %s, version %i alone is read', async (versions, version, left) => {
  const two = lanes(versions);
  const reader = await openReader(DATABASE, two.openOne);
  const answers = [reader.ask('', []), reader.ask('', [])];
  expect([reader.version, two.closed, two.asked]).toEqual([version, [left], [1 - left, 1 - left]]);
  for (const go of two.goOn) go();
  await Promise.all(answers);
});

test('where one cannot be opened the other is given back', async () => {
  const two = lanes([4, new Error('no memory')]);
  await expect(openReader(DATABASE, two.openOne)).rejects.toThrow('no memory');
  expect(two.closed).toEqual([0]);
});

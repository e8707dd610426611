import { expect, it } from 'vitest';
import type { OrderKey, Stretch } from '@/db/list-order.ts';
import { walkList } from './walk-list.ts';

/** 40 incidents in the order of their numbers; every third is wanted. */
const ALL = Array.from(
  { length: 40 },
  (_, index): OrderKey => ({ value: null, occurredOn: '2024-03-01', occurredMinute: 0, number: index + 1 }),
);
const list = async ({ limit, from, backwards }: Stretch) => {
  const at = from ? from.number - 1 : -1;
  if (!backwards) return ALL.slice(at + 1, at + 1 + limit);
  return ALL.slice(0, from ? at : ALL.length).slice(-limit);
};
const thirds = async (numbers: readonly number[]) => numbers.filter((number) => number % 3 === 0);
const numbersOf = async (stretch: Stretch, steps = { first: 4, most: 100 }) =>
  (await walkList(list, thirds, stretch, steps))?.map(({ number }) => number);

it('goes on until there are enough, and no further than the list', async () => {
  expect(await numbersOf({ limit: 4, from: null, backwards: false })).toEqual([3, 6, 9, 12]);
  expect(await numbersOf({ limit: 4, from: ALL[11] ?? null, backwards: false })).toEqual([15, 18, 21, 24]);
  expect(await numbersOf({ limit: 4, from: ALL[32] ?? null, backwards: false })).toEqual([36, 39]);
});

it('goes backwards, and answers in the order of the list', async () => {
  expect(await numbersOf({ limit: 4, from: null, backwards: true })).toEqual([30, 33, 36, 39]);
  expect(await numbersOf({ limit: 9, from: ALL[11] ?? null, backwards: true })).toEqual([3, 6, 9]);
});

it('gives up where so many were asked without enough: 4 and 8 of 40 hold 4 of the 5 that are wanted', async () => {
  const steps = { first: 4, most: 12 };
  expect(await numbersOf({ limit: 5, from: null, backwards: false }, steps)).toBeUndefined();
  expect(await numbersOf({ limit: 4, from: null, backwards: false }, steps)).toEqual([3, 6, 9, 12]);
});

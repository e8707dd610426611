import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCKS, both, DIMENSION_SETS, isWithin, parentsOf, SCANNED } from './combinations.ts';

const trigger = { dimension: 'trigger', code: 1 } as const;
const phone = { dimension: 'channel', code: 2 } as const;
const chat = { dimension: 'channel', code: 3 } as const;
const monday = { dimension: 'weekday', code: 1 } as const;

describe('what is scanned', () => {
  test('nine dimensions make 9 singles, 36 pairs less team and site, and 84 triples less 7 with both: 121', () => {
    const sizes = [1, 2, 3].map((size) => DIMENSION_SETS.filter(({ length }) => length === size).length);
    expect(sizes).toEqual([9, 35, 77]);
  });

  test('each set is summed up from one block of up to four dimensions that hold it, all from 25 at most', () => {
    expect(BLOCKS.flatMap(({ sets }) => sets).toSorted()).toEqual(DIMENSION_SETS.toSorted());
    expect(BLOCKS.length).toBeLessThanOrEqual(25);
    for (const { dimensions, sets } of BLOCKS) {
      expect(dimensions.length).toBeLessThanOrEqual(4);
      expect(new Set(sets.flat())).toEqual(new Set(dimensions));
    }
  });
});

describe('combinations', () => {
  test('two that share a value have three together, in the order of the dimensions', () => {
    expect(both([phone, monday], [trigger, phone])).toEqual([trigger, phone, monday]);
  });

  test('no incident came by phone and by chat', () => {
    expect(both([trigger, phone], [chat])).toBeNull();
  });

  test('a pair lies within each of its values, and not the other way round', () => {
    expect([isWithin([trigger, phone], [phone]), isWithin([phone], [trigger, phone])]).toEqual([true, false]);
    expect(parentsOf([trigger, phone])).toEqual([[phone], [trigger]]);
    expect(parentsOf([trigger])).toEqual([]);
  });

  test('what two have together lies within both, whatever they are', () => {
    const combination = fc
      .uniqueArray(fc.constantFrom(...SCANNED), { minLength: 1, maxLength: 3 })
      .chain((dimensions) =>
        fc.tuple(
          ...dimensions.map((dimension) =>
            fc.integer({ min: 1, max: 2 }).map((code) => ({ dimension, code })),
          ),
        ),
      );
    fc.assert(
      fc.property(combination, combination, (one, other) => {
        const joined = both(one, other);
        if (joined) expect([isWithin(joined, one), isWithin(joined, other)]).toEqual([true, true]);
        expect(joined === null).toBe(both(other, one) === null);
      }),
    );
  });
});

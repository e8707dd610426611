import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkOn } from './walk-on.ts';

const TOLD = 3;

/** What is told round an incident of the list 1, 2 … length. */
function aroundIn(length: number, shown: number) {
  const list = Array.from({ length }, (_, index) => index + 1);
  return {
    shown,
    before: list.slice(Math.max(0, shown - 1 - TOLD), shown - 1).reverse(),
    after: list.slice(shown, shown + TOLD),
    told: TOLD,
  };
}

describe('walking through a list', () => {
  it('two presses while the first of 10 is shown ask for the third', () => {
    const once = walkOn({ asked: 1, owed: 0 }, 1, aroundIn(10, 1));
    expect(once).toEqual({ asked: 2, owed: 0 });
    expect(walkOn(once, 1, aroundIn(10, 1))).toEqual({ asked: 3, owed: 0 });
  });

  it('six presses where three are told ask for the fourth and owe 3, made when the fourth is shown: the seventh', () => {
    let walk = { asked: 1, owed: 0 };
    for (let press = 0; press < 6; press += 1) walk = walkOn(walk, 1, aroundIn(10, 1));
    expect(walk).toEqual({ asked: 4, owed: 3 });
    expect(walkOn(walk, 0, aroundIn(10, 4))).toEqual({ asked: 7, owed: 0 });
  });

  it('nothing is owed beyond an end of the list: 5 steps from the ninth of 10 are one', () => {
    expect(walkOn({ asked: 9, owed: 0 }, 5, aroundIn(10, 9))).toEqual({ asked: 10, owed: 0 });
    expect(walkOn({ asked: 2, owed: 0 }, -5, aroundIn(10, 2))).toEqual({ asked: 1, owed: 0 });
  });

  it('goes on from what is shown where something else was opened', () => {
    expect(walkOn({ asked: 90, owed: 0 }, -1, aroundIn(10, 5))).toEqual({ asked: 4, owed: 0 });
  });

  it('however many presses come before the page follows, it ends where they lead', () => {
    const presses = fc.array(fc.constantFrom(1, -1), { maxLength: 30 });
    fc.assert(
      fc.property(presses, fc.integer({ min: 31, max: 69 }), (steps, from) => {
        let walk = { asked: from, owed: 0 };
        for (const by of steps) walk = walkOn(walk, by, aroundIn(100, from));
        while (walk.owed !== 0) walk = walkOn(walk, 0, aroundIn(100, walk.asked));
        expect(walk.asked).toBe(steps.reduce((sum, by) => sum + by, from));
      }),
    );
  });
});

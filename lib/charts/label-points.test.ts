import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelPoints, overlap } from './label-points.ts';

const bounds = { left: 0, right: 400, top: 0, bottom: 300 };
const nothing = { bounds, words: [], lines: [] };

test('a point alone has its label beside it, at its right', () => {
  expect(labelPoints([{ x: 100, y: 100, width: 60 }], nothing)).toEqual([
    { x: 108, y: 104, anchor: 'start', box: { left: 108, right: 168, top: 94, bottom: 107 }, lead: null },
  ]);
});

test('at the right end the label stands at the left; a word that stands there already is not covered', () => {
  expect(labelPoints([{ x: 380, y: 100, width: 60 }], nothing)[0]).toMatchObject({ x: 372, anchor: 'end' });
  const words = [{ left: 100, right: 200, top: 95, bottom: 105 }];
  const [label] = labelPoints([{ x: 92, y: 100, width: 60 }], { ...nothing, words });
  expect(label && overlap(label.box, words[0] ?? bounds)).toBe(false);
});

test('a line is covered only where nothing else is free', () => {
  const line = [
    [0, 100],
    [400, 100],
  ] as const;
  expect(labelPoints([{ x: 100, y: 100, width: 60 }], { ...nothing, lines: [line] })[0]?.y).toBe(93);
});

test('of many points upon each other the first wanted one is named, and what has no place is null', () => {
  const points = Array.from({ length: 60 }, () => ({ x: 200, y: 150, width: 120 }));
  const labels = labelPoints(points, nothing, [7, ...points.keys()]);
  expect(labels[7]?.lead).toBeNull();
  expect(labels.filter((label) => label === null).length).toBeGreaterThan(30);
});

test('no label covers a point, a word or another label, and none leaves the bounds', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 5, max: 200 }),
  });
  const words = [{ left: 340, right: 400, top: 140, bottom: 160 }];
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), (points) => {
      const found = labelPoints(points, { ...nothing, words });
      expect(found).toHaveLength(points.length);
      const labels = found.filter((label) => label !== null);
      for (const [index, { box }] of labels.entries()) {
        expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true);
        for (const { x, y } of points) {
          expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
        }
        for (const word of words) expect(overlap(box, word)).toBe(false);
        for (const other of labels.slice(index + 1)) expect(overlap(box, other.box)).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

import { expect, test } from 'vitest';
import type { ControlSegment } from './chart-model.ts';
import { segmentLines } from './layout-limits.ts';

const toX = (index: number) => 10 * index;
const toY = (value: number) => 100 - value;

test('limits that stay the same are one line: three buckets from 10 to 40 at 80 and at 20', () => {
  const { upper, lower, band, centre } = lines({ upper: [20, 20, 20], lower: [80, 80, 80] });
  expect(upper).toBe('M10 80H40');
  expect(lower).toBe('M10 20H40');
  expect(band).toBe('M10 80H40L40 20H10Z');
  expect(centre).toBe('M10 50H40');
});

test('a limit that changes with its buckets steps where they meet, and the band goes back the same way', () => {
  const { upper, band } = lines({ upper: [20, 30, 30], lower: [90, 80, 70] });
  expect(upper).toBe('M10 80H20V70H40');
  expect(band).toBe('M10 80H20V70H40L40 30H30V20H20V10H10Z');
});

test('a bucket without limits breaks them', () => {
  expect(lines({ upper: [20, null, 30], lower: [80, null, 80] })).toMatchObject({
    upper: 'M10 80H20M30 70H40',
    lower: 'M10 20H20M30 20H40',
    band: 'M10 80H20L20 20H10ZM30 70H40L40 20H30Z',
  });
});

function lines(limits: Pick<ControlSegment, 'upper' | 'lower'>) {
  const segment = { firstIndex: 1, lastIndex: 3, centre: 50, centreName: 'mean', trial: false, ...limits };
  return segmentLines(segment as ControlSegment, toX, toY);
}

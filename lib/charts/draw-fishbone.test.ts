import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draw } from './draw.ts';
import type { FishboneChart } from './fishbone-model.ts';

const bone = (label: string, twigs: number) => ({
  label,
  count: twigs,
  twigs: Array.from({ length: twigs }, (_, index) => ({
    id: `${index}`,
    label: `${label} ${index + 1}`,
    count: 1,
  })),
});
const chart = (bones: FishboneChart['bones']): FishboneChart => ({
  kind: 'fishbone',
  head: 'Wrong bills',
  note: '2 of 9 coded',
  bones,
});
const drawn = (bones: FishboneChart['bones']) =>
  draw(chart(bones), { width: 704, theme: 'css', label: 'Fishbone' });
const xs = (svg: string) => [...svg.matchAll(/ x="(-?[\d.]+)"/g)].map(([, x]) => Number(x));

it('of 7 twigs 4 are drawn and the rest is counted: 3 more', () => {
  const svg = drawn([bone('Process', 7)]);
  expect(svg).toContain('Process 4');
  expect(svg).not.toContain('Process 5');
  expect(svg).toContain('3\u00a0more');
});

it('one bone needs no room below the spine: 30 + 128 + 40 = 198 high, two of them 316', () => {
  expect(drawn([bone('Process', 1)])).toContain('height="198"');
  expect(drawn([bone('Process', 1), bone('Place', 1)])).toContain('height="316"');
});

it('every text stands within the picture, however long its words are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 90 }), { minLength: 1, maxLength: 7 }), (labels) => {
      const svg = drawn(
        labels.map((label) => ({ label, count: null, twigs: [{ id: 'a', label, count: 12 }] })),
      );
      expect(xs(svg).every((x) => x >= 0 && x <= 704)).toBe(true);
      expect(svg).not.toContain('NaN');
    }),
    { numRuns: 60 },
  );
});

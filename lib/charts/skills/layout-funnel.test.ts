import { expect, test } from 'vitest';
import { unitFunnel } from '../../analysis/skills/unit-funnel.ts';
import { MEASURES } from '../../measures/measures.ts';
import { overlap } from '../label-points.ts';
import { textWidth } from '../text-fit.ts';
import { funnelPanel } from './funnel-panel.ts';
import { layoutFunnel } from './layout-funnel.ts';

const measure = MEASURES.de_escalation_rate;

/** Teams of 60 to 99 cases with 65 %, but for two: one with 95 %, one with 30 %. */
function plotOf(count: number, name: (index: number) => string) {
  const units = Array.from({ length: count }, (_, index) => {
    const denominator = 60 + ((index * 17) % 40);
    const share = index === count - 1 ? 0.95 : index === count - 2 ? 0.3 : 0.65;
    const term = { code: index + 1, id: `t${index}`, label: name(index), rank: 0 };
    return {
      term,
      numerator: Math.round(denominator * share),
      denominator,
      squares: 0,
      incidents: denominator,
    };
  });
  const context = {
    measure,
    by: 'team',
    periodWords: 'today',
    shown: 9,
    incidents: 9,
    records: 9,
    hidden: 0,
  } as const;
  const { picture } = funnelPanel(unitFunnel(measure, units), context);
  if (!picture) throw new Error('teams are compared');
  return picture;
}

test.each([704, 358])(
  'of 40 teams the two outside of the limits are named first, %i wide, and it is said how many are',
  (width) => {
    const { points, unnamed } = layoutFunnel(
      plotOf(40, (index) => `Harbour Billing ${index}`),
      width,
    );
    const named = points.filter(({ label }) => label !== null);
    expect(named.map(({ mark }) => mark.id)).toEqual(expect.arrayContaining(['t38', 't39']));
    expect(unnamed).toBe(`${named.length} of 40 named; all are in the table`);
  },
);

test.each([704, 358])(
  'names meet neither each other nor the names of the limits, %i wide, however long they are',
  (width) => {
    const { points, ends } = layoutFunnel(
      plotOf(12, (index) => `Team ${index} ${'of the north '.repeat(9)}`),
      width,
    );
    const boxes = points.flatMap(({ label, name }) => {
      if (label) expect(label.box.right - label.box.left).toBeCloseTo(textWidth(name), 6);
      return label ? [label.box] : [];
    });
    for (const { x, y, label } of ends) {
      boxes.push({ left: x, right: x + textWidth(label), top: y - 9, bottom: y + 3 });
    }
    for (const [index, one] of boxes.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(width);
      for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
    }
  },
);

test('where there is room for all names none is left out: 5 teams', () => {
  expect(
    layoutFunnel(
      plotOf(5, (index) => `Team ${index}`),
      704,
    ).unnamed,
  ).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDays } from '../filters/local-dates.ts';
import { toControlChart } from './control-chart.ts';
import { valueTicks } from './control-ticks.ts';
import { FIRST_WEEK, findings } from './findings-fixture.ts';
import { layoutControl } from './layout-control.ts';
import { textWidth } from './text-fit.ts';

const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];
const wide = { width: 704, height: 347 };

test('a picture of 704 × 347 has margins 34, 96, 44 and 26; at 358 × 300 they are 24, 10, 58 and 26', () => {
  const chart = toControlChart(findings('incidents', { weeks: calm }), null);
  expect(layoutControl(chart, wide).plot).toEqual({ left: 34, right: 608, top: 44, bottom: 321 });
  const narrow = layoutControl(chart, { width: 358, height: 300 });
  expect(narrow.plot.right).toBe(348);
  expect(narrow.plot.top).toBe(58);
  expect(narrow.plot.bottom).toBe(274);
});

test('point i stands in the middle of its bucket, zero on the axis and the top of the domain at the top', () => {
  const chart = toControlChart(findings('incidents', { weeks: calm }), null);
  const { points, plot, step } = layoutControl(chart, wide);
  expect(step).toBeCloseTo((608 - 34) / 12, 9);
  expect(points[3]?.x).toBeCloseTo(34 + 3.5 * step, 9);
  const y = (value: number) => plot.bottom - (value / chart.domain[1]) * (plot.bottom - plot.top);
  expect(points[3]?.y).toBeCloseTo(y(11), 9);
});

test('a gap and a part week break the line; the part week keeps its place', () => {
  const weeks = [...calm.map((count) => [count, 40] as const), null, [4, 10] as const];
  const chart = toControlChart(findings('escalation_rate', { weeks, lastWeekDays: 3 }), null);
  const { points, series } = layoutControl(chart, wide);
  expect(points[12]?.y).toBeNull();
  expect(points[13]?.y).not.toBeNull();
  expect(series?.match(/[ML]/g)).toHaveLength(12);
});

test('limits are labelled in the margin in words, trial ones as trial, and a trial limit at zero not at all', () => {
  const chart = toControlChart(findings('incidents', { weeks: calm }), null);
  expect(layoutControl(chart, wide).ends.map(({ text }) => text)).toEqual([
    'upper\u00a020.2',
    'centre\u00a010.5',
    'lower\u00a00.8',
  ]);
  const trial = toControlChart(findings('incidents', { weeks: [4, 6, 3, 5, 7, 4, 6, 5] }), null);
  expect(layoutControl(trial, wide).ends.map(({ text }) => text)).toEqual(['trial\u00a010.7', '5.0']);
});

test('a run chart of eleven weeks has a median, in words, and no limits', () => {
  const { ends, segments } = layoutControl(
    toControlChart(findings('incidents', { weeks: calm.slice(1) }), null),
    wide,
  );
  expect(ends.map(({ text }) => text)).toEqual(['median\u00a011.0']);
  expect(segments).toMatchObject([{ band: '', upper: '', lower: '', trial: false }]);
});

test('one week has no line and no labels of limits: a bar is drawn', () => {
  const layout = layoutControl(toControlChart(findings('incidents', { weeks: [4] }), null), wide);
  expect(layout).toMatchObject({ series: null, segments: [], ends: [] });
});

test('% stands beside the topmost label only, days beside the topmost of a time', () => {
  const rate = toControlChart(
    findings('escalation_rate', { weeks: calm.map((n) => [n, 20] as const) }),
    null,
  );
  expect(valueTicks(rate)).toMatchObject({ unit: '%' });
  expect(valueTicks(rate).ticks.at(0)?.label).toBe('0');
  const time = toControlChart(
    findings('time_to_close', { weeks: calm.map((n) => [n * 1000, 6] as const) }),
    null,
  );
  expect(valueTicks(time).unit).toBe('days');
});

describe('labels', () => {
  const series = fc.array(fc.nat(400), { minLength: 2, maxLength: 80 });

  test('of time never meet, and those of limits stand 14 apart within the plot', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 320, max: 1600 }), (weeks, width) => {
        const chart = toControlChart(findings('incidents', { weeks }), null);
        const { xTicks, ends, plot } = layoutControl(chart, { width, height: 347 });
        let free = Number.NEGATIVE_INFINITY;
        for (const { x, label } of xTicks) {
          if (label === null) continue;
          expect(x).toBeGreaterThanOrEqual(free);
          free = x + 4 + textWidth(label);
        }
        const places = ends.map(({ y }) => y).sort((one, other) => one - other);
        for (const [index, y] of places.entries()) {
          expect(y).toBeLessThanOrEqual(plot.bottom + 4);
          if (index > 0) expect(y - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(13.99);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('beside marks stay inside the picture and off each other', () => {
    fc.assert(
      fc.property(series, (weeks) => {
        const chart = toControlChart(
          findings('incidents', { weeks: [...weeks, 900], before: weeks }),
          'the weeks before',
        );
        const { notes, width, plot } = layoutControl(chart, wide);
        const boxes = notes.map(({ x, y, anchor, lines }) => {
          const w = Math.max(...lines.map((line) => textWidth(line)));
          const left = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
          return { left, right: left + w, top: y - 11, bottom: y + 4 + (lines.length - 1) * 14 };
        });
        for (const [index, one] of boxes.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(plot.left);
          expect(one.right).toBeLessThanOrEqual(width);
          for (const other of boxes.slice(index + 1)) {
            const meet =
              one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom;
            expect(meet).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('the name of the comparison keeps off the rule of an event while there is room beside it', () => {
  const weeks = Array.from({ length: 26 }, (_, index) => 10 + (index % 3));
  const found = findings('incidents', { weeks, before: weeks.map((count) => count + 14) });
  const day = shiftDays(FIRST_WEEK, 23 * 7);
  const chart = toControlChart(found, 'the 26 weeks before', [{ day, label: 'billing release' }]);
  const { events, notes } = layoutControl(chart, wide);
  const [rule] = events;
  const name = notes.find(({ lines }) => lines[0]?.startsWith('the 26 weeks before'));
  const half = textWidth(name?.lines[0] ?? '') / 2;
  expect(Math.abs((rule?.x ?? 0) - (name?.x ?? 0))).toBeGreaterThan(half);
});

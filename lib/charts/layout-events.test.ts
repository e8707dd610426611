import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDays } from '../filters/local-dates.ts';
import { toControlChart } from './control-chart.ts';
import { draw, sizeOf } from './draw.ts';
import { FIRST_WEEK, findings } from './findings-fixture.ts';
import { layoutControl } from './layout-control.ts';
import type { EventRule } from './layout-events.ts';
import { textWidth } from './text-fit.ts';

const [WIDE, NARROW] = [704, 358];
const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];
type Event = readonly [day: string, label: string];

function chartOf(events: readonly Event[]) {
  const dated = events.map(([day, label]) => ({ day, label }));
  return toControlChart(findings('incidents', { weeks: calm }), null, dated);
}

function layoutOf(events: readonly Event[], width = WIDE) {
  const chart = chartOf(events);
  return layoutControl(chart, sizeOf(chart, width));
}

function boxOf({ x, y, anchor, day, words }: NonNullable<EventRule['label']>) {
  const width = textWidth(words ? `${day} ${words}` : day);
  const left = anchor === 'end' ? x - width : x;
  return { left, right: left + width, y };
}

describe('events with room for their words', () => {
  test('a rule stands at its day: Thursday 11 Jan 2024 is 1 week and 3 of 7 days from the first Monday', () => {
    const { events, plot, step, legend } = layoutOf([['2024-01-11', 'billing release']]);
    expect(events[0]?.x).toBeCloseTo(plot.left + (1 + 3 / 7) * step, 9);
    expect(events[0]?.label).toMatchObject({
      day: '11 Jan',
      words: 'billing release',
      y: 12,
      anchor: 'start',
    });
    expect(legend).toEqual({ height: 0, items: [] });
  });

  test('days outside of the buckets are not drawn, and the rest stand in their order', () => {
    const { events } = layoutOf([
      ['2023-12-31', 'before'],
      ['2024-02-05', 'second'],
      ['2024-01-08', 'first'],
      ['2024-03-25', 'after'],
    ]);
    expect(events.map(({ label }) => label?.words)).toEqual(['first', 'second']);
  });

  test('a label runs on over later rules, which begin in the row below it', () => {
    const long = 'supervisor call-backs begin, limits re-based, everyone informed';
    const { events } = layoutOf([
      ['2024-01-08', long],
      ['2024-01-29', 'training'],
      ['2024-02-12', 'x'],
    ]);
    expect(events.map(({ top }) => top)).toEqual([3, 19, 19]);
    expect(events[0]?.label?.words).toBe(long);
  });

  test('at the right end the words stand left of their rule, whole', () => {
    const words = 'supervisor call-backs begin, limits re-based';
    const { events } = layoutOf([['2024-03-20', words]], NARROW);
    expect(events[0]?.label).toMatchObject({ anchor: 'end', words });
  });
});

describe('events without it', () => {
  test('no word is lost when a neighbour is added: three long ones are numbered 1 to 3 and told below the plot', () => {
    const words = 'a change with a very long name that runs on';
    const { events, legend } = layoutOf([
      ['2024-01-08', words],
      ['2024-01-09', words],
      ['2024-01-10', words],
    ]);
    expect(events.map(({ label }) => label?.day)).toEqual(['1', '2–3', undefined]);
    expect(legend.items.map(({ number, day, lines }) => [number, day, lines.join(' ')])).toEqual([
      ['1', '8 Jan', words],
      ['2', '9 Jan', words],
      ['3', '10 Jan', words],
    ]);
  });

  test('the legend comes to the height of the picture, and the plot keeps its own: 347 less 44 and 26', () => {
    const crowd = Array.from(
      { length: 9 },
      (_, index): Event => [shiftDays('2024-01-03', index * 8), 'a new form'],
    );
    for (const [width, tall] of [
      [WIDE, 347 - 44 - 26],
      [NARROW, 300 - 58 - 26],
    ] as const) {
      const { plot, legend, height } = layoutOf(crowd, width);
      expect(plot.bottom - plot.top).toBe(tall);
      expect(legend.height).toBeGreaterThan(0);
      for (const { y, lines } of legend.items)
        expect(y + (lines.length - 1) * 16).toBeLessThan(legend.height);
      expect(plot.bottom + 26 + legend.height).toBe(height);
    }
  });

  test('of 30 events a wide picture tells 24 and that 6 more are in the table, a narrow one 12 and 18', () => {
    const crowd = Array.from(
      { length: 30 },
      (_, index): Event => [shiftDays('2024-01-03', index * 2), `change ${index}`],
    );
    const last = (width: number) => layoutOf(crowd, width).legend.items.at(-1)?.lines;
    expect(last(WIDE)).toEqual(['and 6 more, which are in the table']);
    expect(last(NARROW)).toEqual(['and 18 more, which are in the table']);
    expect(draw(chartOf(crowd), { width: WIDE, theme: 'light', label: 'x' })).toContain('change 23');
  });
});

test('labels never meet, no rule crosses one, all stay inside, and every word stands above the plot or below it', () => {
  const event = fc.tuple(
    fc.nat(83).map((day) => shiftDays(FIRST_WEEK, day)),
    fc.oneof(
      fc.constantFrom('x', 'billing release', 'training: Listening first, Harbour Billing and 3 more teams'),
      fc.string({ minLength: 1, maxLength: 60 }),
    ),
  );
  const crowd = fc.array(event, { maxLength: 24 });
  const late: [string, string][] = [
    ['2024-03-21', 'x'],
    ['2024-03-13', ' '],
    ['2024-03-17', 'x'],
    ['2024-03-21', ' '],
  ];
  const onLastDay = Array.from({ length: 24 }, (_, place): [string, string] => [
    '2024-03-26',
    `change ${place}`,
  ]);
  fc.assert(
    fc.property(crowd, fc.constantFrom(WIDE, NARROW, 1224, 480), (events, width) => {
      const chart = chartOf(events);
      const { events: rules, legend, plot } = layoutControl(chart, sizeOf(chart, width));
      const labels = rules.flatMap(({ label }) => (label ? [boxOf(label)] : []));
      for (const [index, { left, right, y }] of labels.entries()) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width);
        for (const other of labels.slice(index + 1)) {
          if (other.y === y) expect(other.left >= right || left >= other.right).toBe(true);
        }
        for (const rule of rules) {
          const isAbove = y < rule.top;
          expect(isAbove || rule.x < left || rule.x > right).toBe(true);
        }
      }
      for (const { wordsX, dayX, day, lines } of legend.items) {
        expect(dayX + textWidth(day)).toBeLessThanOrEqual(wordsX + 0.01);
        for (const line of lines) expect(wordsX + textWidth(line)).toBeLessThanOrEqual(width);
      }
      expect(plot.bottom - plot.top).toBeGreaterThan(200);
      if (legend.items.length === 0) {
        expect(rules.map(({ label }) => label?.words)).toEqual(chart.events.map(({ words }) => words));
      }
    }),
    {
      numRuns: 200,
      examples: [
        [late, NARROW],
        [onLastDay, NARROW],
        [onLastDay, WIDE],
      ],
    },
  );
});

import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rank } from '../analysis/pareto.ts';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import type { Picture } from './chart-model.ts';
import { toControlChart } from './control-chart.ts';
import { draw, drawFile, drawSparkline, sizeOf } from './draw.ts';
import { findings } from './findings-fixture.ts';
import { flowPanel } from './flow-chart.ts';
import { hourHeat } from './hour-heat.ts';
import { LIGHT } from './light-values.ts';
import { outcomeHeat } from './outcome-heat.ts';
import { triggerPareto } from './pareto-chart.ts';
import { toSpark } from './spark.ts';

const context = { periodWords: '1 Jan to 24 Aug 2023', comparisonWords: 'the weeks before' };
const weeks = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 30, 4];
const hostile = `<script>alert("x")</script>&'${'w'.repeat(200)}`;
const triggers = TRIGGERS.map((term) => (term.code === 1 ? { ...term, label: hostile } : term));

const pictures: Record<string, Picture> = {
  control: toControlChart(
    findings('incidents', { weeks, before: weeks, lastWeekDays: 2 }),
    'the weeks before',
    [{ day: '2024-02-06', label: hostile }],
  ),
  pareto: some(
    triggerPareto(
      rank(
        by((code) => 30 - code),
        by((code) => 20 + code),
        triggers,
      ),
      context,
    ).picture,
  ),
  outcomes: some(
    outcomeHeat(
      by(() => 3).map(({ code, count }) => ({ trigger: code, outcome: code % 7, count })),
      triggers,
      context,
    ).picture,
  ),
  hours: some(
    hourHeat(
      [
        { weekday: 1, hour: 9, count: 5 },
        { weekday: 3, hour: 11, count: 50 },
      ],
      context,
    ).picture,
  ),
  flow: some(
    flowPanel(
      by((code) => code + 1).map(({ code, count }) => ({ trigger: code, path: 0, outcome: 0, count })),
      {
        trigger: triggers,
        level: [],
        path: [{ code: 0, id: 'unknown', label: 'Path not known', rank: 0 }],
        outcome: [{ code: 0, id: 'unknown', label: 'Unknown', rank: 0 }],
      },
      context,
    ).picture,
  ),
};

describe.each(Object.entries(pictures))('%s', (_, picture) => {
  const light = draw(picture, { width: 704, theme: 'light', label: 'A picture' });

  test('is a well-formed drawing of its own size, without holes in its figures', () => {
    const { width, height } = sizeOf(picture, 704);
    const drawn = new Resvg(light, { font: { loadSystemFonts: false } });
    expect([drawn.width, drawn.height]).toEqual([Math.round(width), Math.round(height)]);
    expect(light).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test('stands alone: no class, no custom property, nothing from elsewhere', () => {
    expect(light).not.toMatch(/class=|var\(|href=/);
  });

  test('writes hostile names as text, cut for the eye and whole in the title', () => {
    for (const svg of [light, draw(picture, { width: 358, theme: 'css', label: hostile })])
      expect(svg).not.toContain('<script');
  });

  test('as a file says what it shows, of what and when', () => {
    const svg = drawFile(picture, {
      width: 752,
      headline: 'A headline',
      subtitle: hostile,
      filters: 'All incidents',
      made: '3 Nov 2026',
    });
    expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
    for (const words of ['A headline', 'All incidents', '3 Nov 2026', LIGHT.paper])
      expect(svg).toContain(words);
    expect(svg).not.toContain('<script');
  });
});

test('a name of 200 letters is drawn with an ellipsis and has its full text in the title', () => {
  const svg = draw(some(pictures.pareto), { width: 704, theme: 'light', label: '' });
  expect(svg).toContain('w'.repeat(200));
  expect(svg.match(/<text[^>]*>[^<]*…<\/text>/)).not.toBeNull();
});

test('a control chart has one mark a point: 12 dots, one diamond for the change, one hollow for the part week', () => {
  const svg = draw(some(pictures.control), { width: 704, theme: 'css', label: '' });
  expect(svg.match(/class="pt"/g)).toHaveLength(12);
  expect(svg.match(/class="pt-change"/g)).toHaveLength(1);
  expect(svg.match(/class="pt-open"/g)).toHaveLength(1);
  expect(svg).toContain('<title>25 Mar 2024: 30, above the upper limit</title>');
});

test('the direction of a signal decides its shape: a triangle for concern, a diamond for improvement', () => {
  const shares = [...Array.from({ length: 12 }, () => [20, 100] as const), [80, 100] as const];
  const shape = (id: 'escalation_rate' | 'resolution_rate') =>
    draw(toControlChart(findings(id, { weeks: shares }), null), { width: 704, theme: 'css', label: '' });
  expect(shape('escalation_rate')).toMatch(/class="pt-concern" d="M[^"]*h-11.6z"/);
  expect(shape('resolution_rate')).toMatch(/class="pt-improvement" d="M[^"]*l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/);
});

test('trial limits are dotted and have no band; one week is a bar', () => {
  const trial = draw(toControlChart(findings('incidents', { weeks: weeks.slice(0, 8) }), null), {
    width: 392,
    theme: 'css',
    label: '',
  });
  expect(trial).toContain('class="limit trial"');
  expect(trial).not.toContain('class="band"');
  expect(
    draw(toControlChart(findings('incidents', { weeks: [4] }), null), {
      width: 392,
      theme: 'css',
      label: '',
    }),
  ).toContain('class="few"');
});

describe('a sparkline', () => {
  test('of 184 × 36 carries a run as a line with its shape on the newest point only', () => {
    const run = [20, 22, 19, 21, 20, 22, 19, 21, 10, 12, 9, 11, 10, 12, 9, 11];
    const svg = drawSparkline(toSpark(findings('incidents', { weeks: run })), {
      width: 184,
      theme: 'css',
      label: 'x',
    });
    expect(svg).toContain('viewBox="0 0 184 36"');
    expect(svg).toContain('class="picture spark"');
    expect(svg.match(/class="run-change"/g)).toHaveLength(1);
    expect(svg.match(/class="pt-change"/g)).toHaveLength(1);
  });

  test('stays inside its frame for any series, and is what the chart itself would be as small', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 60 }), (drawn) => {
        const found = findings('incidents', { weeks: drawn });
        const svg = drawSparkline(toSpark(found), { width: 184, theme: 'light', label: 'x' });
        expect(svg).toBe(
          drawSparkline(toControlChart(found, null), { width: 184, theme: 'light', label: 'x' }),
        );
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        for (const [, y] of svg.matchAll(/ cy="([\d.-]+)"/g)) {
          expect(Number(y)).toBeGreaterThanOrEqual(3);
          expect(Number(y)).toBeLessThanOrEqual(33);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function by(count: (code: number) => number) {
  return TRIGGERS.map(({ code }) => ({ code, count: count(code) }));
}

function some<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('there is no picture');
  return value;
}

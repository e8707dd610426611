import { expect, test } from 'vitest';
import type { ControlChart, ControlPoint } from '@/lib/charts/chart-model.ts';
import { pointTips } from './point-tip.ts';

const point: ControlPoint = {
  start: '2026-06-29',
  label: '29 Jun 2026',
  value: 58 / 114,
  numerator: 58,
  denominator: 114,
  counted: '58 of 114',
  incidents: 114,
  state: 'concern',
  rules: ['above the upper limit', '2 of 3 near the upper limit'],
  partial: false,
  few: false,
  comparison: 0.387,
  also: 0.301,
  open: {},
};

const chart: ControlChart = {
  kind: 'control',
  measure: 'escalation_rate',
  unit: 'share',
  currency: null,
  valueName: 'Rate',
  bucket: 'week',
  points: [point],
  segments: [
    {
      firstIndex: 0,
      lastIndex: 0,
      centre: 0.344,
      centreName: 'centre',
      lower: [0.21],
      upper: [0.48],
      trial: false,
    },
  ],
  domain: [0, 0.6],
  yTicks: [0, 0.2, 0.4, 0.6],
  xTicks: [],
  target: null,
  events: [{ index: 0.4, day: '2 Jul', words: 'billing release 4.2' }],
  notes: [],
  comparisonLabel: 'the 26 weeks before, 33.9 %',
  alsoLabel: 'the same period last year, 30.2 %',
  howComputed: '',
};

test('58 of 114 = 50.9 %, with its usual range, its comparison and the first rule', () => {
  expect(pointTips(chart, () => '/incidents')).toEqual([
    {
      title: 'Week of 29 Jun 2026',
      facts: [
        { name: 'Counted', value: '58 of 114' },
        { name: 'Rate', value: '50.9\u00a0%' },
        { name: 'Usual range', value: '21.0–48.0\u00a0%' },
        { name: 'Before', value: '38.7\u00a0%' },
        { name: 'The same period last year', value: '30.1\u00a0%' },
        { name: '2 Jul', value: 'billing release 4.2' },
      ],
      state: 'concern',
      verdict: 'above the upper limit',
      opens: 'Enter opens 114\u00a0incidents',
      href: '/incidents',
    },
  ]);
});

test('a partial week says that it is not judged, and nothing counted is not zero', () => {
  const partial = { ...chart, points: [{ ...point, value: null, partial: true }], segments: [] };
  const [tip] = pointTips(partial, () => '/incidents');
  expect(tip?.verdict).toBe('part of a week, not judged');
  expect(tip?.facts[0]).toEqual({ name: 'Value', value: 'nothing counted' });
});

test('3 of 4 are too few for a percentage, and a run chart has a median in place of a range', () => {
  const few: ControlPoint = { ...point, value: 0.75, counted: '3 of 4', few: true };
  const [segment] = chart.segments;
  if (!segment) throw new Error('the chart has a segment');
  const run = { ...segment, centreName: 'median', lower: [null], upper: [null] } as const;
  const [tip] = pointTips({ ...chart, points: [few], segments: [run] }, () => '/incidents');
  expect(tip?.facts.slice(0, 3)).toEqual([
    { name: 'Counted', value: '3 of 4' },
    { name: 'Rate', value: 'too few' },
    { name: 'Median', value: '34.4\u00a0%' },
  ]);
});

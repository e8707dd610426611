import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Spark } from './chart-model.ts';
import { segmentLines } from './layout-limits.ts';
import { look, type Theme } from './looks.ts';
import { signalShape } from './shapes.ts';
import { isInRun, isNewestOfRun, SIGNAL_STATES } from './signal-runs.ts';
import { element, rounded } from './svg.ts';

type SparkPoint = Spark['points'][number];

const INSET = 3;
const SIZE = 3.6;

/** A control chart as a sparkline: range, line, signals, the newest whole point and a part bucket; no words. */
export function drawSpark(chart: Spark, size: { width: number; height: number }, theme: Theme): string {
  const { width, height } = size;
  const values = [
    ...chart.points.map(({ value }) => value),
    ...chart.segments.flatMap(({ lower, upper }) => [...lower, ...upper]),
    chart.target?.value ?? null,
  ].filter((value) => value !== null);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const toY = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - INSET, INSET]);
  const step = (width - 2 * INSET) / Math.max(1, chart.points.length);
  const toX = (index: number) => INSET + index * step;
  const place = (point: SparkPoint, index: number) => ({ x: toX(index + 0.5), y: toY(point.value ?? low) });
  const whole = (point: SparkPoint) => !point.partial && point.value !== null;
  const newest = chart.points.findLastIndex(whole);
  const path = line<SparkPoint>(
    (point, index) => place(point, index).x,
    (point, index) => place(point, index).y,
  )
    .defined(whole)
    .digits(1);
  return [
    ...chart.segments.flatMap((segment) => {
      const { band, lower, upper, centre, trial } = segmentLines(segment, toX, toY);
      return [
        ...(trial || !band ? [] : [element('path', { ...look(theme, 'band'), d: band })]),
        ...(band ? [element('path', { ...quiet(theme, trial), d: upper + lower })] : []),
        element('path', { ...quiet(theme, trial, 'centre'), d: centre }),
      ];
    }),
    ...(chart.target
      ? [
          element('path', {
            ...look(theme, 'target'),
            d: `M${INSET} ${rounded(toY(chart.target.value))}H${width - INSET}`,
          }),
        ]
      : []),
    element('path', {
      ...look(theme, 'series'),
      d: path(chart.points as SparkPoint[]),
      ...(theme === 'light' ? { 'stroke-width': 1 } : {}),
    }),
    ...runs(chart, path, theme),
    ...chart.points.flatMap((point, index) =>
      mark(chart, point, index, index === newest, place(point, index), theme),
    ),
  ].join('');
}

/** In a sparkline limits and centre are hairlines; the page says so by the class of the picture. */
function quiet(theme: Theme, trial: boolean, which: 'limit' | 'centre' = 'limit') {
  if (theme === 'css') return look(theme, which, ...(trial ? (['trial'] as const) : []));
  return look(theme, 'axis', ...(trial ? (['trial'] as const) : []));
}

/** Neighbouring signals of one kind are a coloured line that carries its shape on the newest point only. */
function runs(chart: Spark, path: (points: SparkPoint[]) => string | null, theme: Theme): string[] {
  return SIGNAL_STATES.flatMap((state) => {
    const only = chart.points.map((point, index) =>
      isInRun(chart.points, index, state) ? point : { ...point, value: null },
    );
    const d = path(only);
    return d ? [element('path', { ...look(theme, `run-${state}`), d })] : [];
  });
}

function mark(
  { points }: Spark,
  point: SparkPoint,
  index: number,
  newest: boolean,
  { x, y }: { x: number; y: number },
  theme: Theme,
): string[] {
  if (point.value === null) return [];
  if (point.partial) return [element('circle', { ...look(theme, 'pt-open'), cx: x, cy: y, r: 2.25 })];
  if (point.state !== 'common' && isNewestOfRun(points, index)) {
    return [
      element('path', { ...look(theme, `pt-${point.state}`), d: signalShape(point.state, x, y, SIZE) }),
    ];
  }
  return newest ? [element('circle', { ...look(theme, 'pt'), cx: x, cy: y, r: 2.25 })] : [];
}

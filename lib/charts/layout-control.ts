import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ControlChart } from './chart-model.ts';
import { valueTicks } from './control-ticks.ts';
import type { EventLegend } from './event-legend.ts';
import { type EventPlaces, type EventRule, layoutEvents } from './layout-events.ts';
import { type EndLabel, endLabels, limitRules, type SegmentLines, segmentLines } from './layout-limits.ts';
import { type NoteBox, placeNotes } from './layout-notes.ts';
import { isInRun, isNewestOfRun, SIGNAL_STATES, type Signal } from './signal-runs.ts';
import { textWidth } from './text-fit.ts';

/** Where everything of a control chart stands, in pixels; drawings of any kind place their marks by it. */
export interface ControlLayout {
  width: number;
  height: number;
  /** Narrower than 480: smaller margins, limits labelled inside. */
  narrow: boolean;
  /** The edges of the plot. */
  plot: { left: number; right: number; top: number; bottom: number };
  /** The width of one bucket. */
  step: number;
  /** y is null at a gap. */
  points: readonly { x: number; y: number | null; ghostY: number | null; alsoY: number | null }[];
  /** 0 where points stand too close for dots of their own. */
  dotRadius: number;
  /** Which points carry the shape of a signal: all that signal, or the newest of each run where points stand close. */
  shaped: readonly boolean[];
  /** Half the height of such a shape. */
  shapeSize: number;
  /** Runs of signals as lines in their colour, where points stand close. */
  runs: readonly { state: Signal; path: string }[];
  /** Path of the joined whole points; null where there are too few for limits and bars are drawn. */
  series: string | null;
  ghost: string | null;
  /** The second comparison. */
  also: string | null;
  segments: readonly SegmentLines[];
  yTicks: readonly { y: number; label: string }[];
  /** The unit, beside the topmost label. */
  yUnit: { y: number; label: string } | null;
  /** Labels that would meet the one before are null; their ticks stay. */
  xTicks: readonly { x: number; label: string | null }[];
  /** The height of the target, which runs over the whole plot. */
  targetY: number | null;
  ends: readonly EndLabel[];
  events: readonly EventRule[];
  /** What the numbers of events stand for, at the foot of the picture. */
  legend: EventLegend;
  notes: readonly NoteBox[];
}

const NARROW = 480;
/** Buckets narrower than this have no room for a shape each. */
const CLOSE = 8;
const SHAPE = { least: 3.6, most: 5.5 };
/** Rows of events above the plot are so high. */
const EVENT_ROW = 16;
const MARGINS = {
  wide: { left: 34, right: 96, top: 44, bottom: 26 },
  narrow: { left: 24, right: 10, top: 58, bottom: 26 },
};

/** Places every mark and label of a control chart in so many pixels. */
export function layoutControl(chart: ControlChart, size: { width: number; height: number }): ControlLayout {
  const { width, height } = size;
  const { narrow, margin, ticks, unit, left, right, step, toX } = frameOf(chart, width);
  const { rules: events, legend } = eventsOf(chart, width);
  const plot = { left, right, top: margin.top, bottom: height - margin.bottom - legend.height };
  const toY = scaleLinear(chart.domain, [plot.bottom, plot.top]);
  const points = chart.points.map(({ value, comparison, also }, index) => ({
    x: toX(index + 0.5),
    y: value === null ? null : toY(value),
    ghostY: comparison === null ? null : toY(comparison),
    alsoY: also === null ? null : toY(also),
  }));
  const layout = {
    width,
    height,
    narrow,
    plot,
    step,
    points,
    shaped: chart.points.map(({ state }, index) =>
      step < CLOSE ? isNewestOfRun(chart.points, index) : state !== 'common',
    ),
    shapeSize: Math.max(SHAPE.least, Math.min(SHAPE.most, step)),
    runs: step < CLOSE ? runsOf(chart, points) : [],
    dotRadius: step >= CLOSE ? (narrow ? 2.25 : 2.75) : step >= 4 ? 1.5 : 0,
    series: chart.segments.length === 0 ? null : joined(chart, points),
    ghost: polyline(points.map(({ x, ghostY }) => ({ x, y: ghostY }))),
    also: polyline(points.map(({ x, alsoY }) => ({ x, y: alsoY }))),
    segments: chart.segments.map((segment) => segmentLines(segment, toX, toY)),
    yTicks: ticks.map(({ value, label }) => ({ y: toY(value), label })),
    yUnit: unit === null ? null : { y: toY(ticks.at(-1)?.value ?? 0), label: unit },
    xTicks: timeTicks(chart, toX, plot.right),
    events,
    legend,
    targetY: chart.target && toY(chart.target.value),
    ends: endLabels(chart, plot, narrow, toX, toY),
  };
  return { ...layout, notes: placeNotes(chart, layout, limitRules(chart, toX, toY)) };
}

const HEIGHTS = { wide: 347, narrow: 300 };

/** How high a control chart is drawn in such a width: the legend of its events comes to what every chart has. */
export function controlHeight(chart: ControlChart, width: number): number {
  return HEIGHTS[width < NARROW ? 'narrow' : 'wide'] + eventsOf(chart, width).legend.height;
}

/** What of a layout the width alone decides. */
function frameOf(chart: ControlChart, width: number) {
  const narrow = width < NARROW;
  const margin = narrow ? MARGINS.narrow : MARGINS.wide;
  const { ticks, unit } = valueTicks(chart);
  const widest = Math.max(0, ...ticks.map(({ label }) => textWidth(label)));
  const left = Math.max(margin.left, widest + 12);
  const right = width - margin.right;
  const step = (right - left) / Math.max(1, chart.points.length);
  return { narrow, margin, ticks, unit, left, right, step, toX: (index: number) => left + index * step };
}

function eventsOf(chart: ControlChart, width: number): EventPlaces {
  const { margin, left, toX } = frameOf(chart, width);
  return layoutEvents(chart.events, {
    rows: Math.floor(margin.top / EVENT_ROW),
    left,
    right: width - 2,
    toX,
  });
}

type Place = { x: number; y: number | null };

function joined(chart: ControlChart, points: readonly Place[]): string | null {
  return polyline(points.map(({ x, y }, index) => ({ x, y: chart.points[index]?.partial ? null : y })));
}

function runsOf(chart: ControlChart, points: readonly Place[]): ControlLayout['runs'] {
  return SIGNAL_STATES.flatMap((state) => {
    const path = polyline(
      points.map(({ x, y }, index) => ({ x, y: isInRun(chart.points, index, state) ? y : null })),
    );
    return path ? [{ state, path }] : [];
  });
}

function polyline(places: readonly Place[]): string | null {
  const path = line<Place>()
    .defined(({ y }) => y !== null)
    .x(({ x }) => x)
    .y(({ y }) => y ?? 0)
    .digits(1);
  return path(places as Place[]);
}

function timeTicks({ xTicks }: ControlChart, toX: (index: number) => number, right: number) {
  let free = Number.NEGATIVE_INFINITY;
  return xTicks.map(({ index, label }) => {
    const x = toX(index);
    const end = x + 4 + textWidth(label);
    if (x < free || end > right + 40) return { x, label: null };
    free = end + 4;
    return { x, label };
  });
}

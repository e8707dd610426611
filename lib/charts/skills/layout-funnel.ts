import { type Box, labelPoints, type PointLabel } from '../label-points.ts';
import { spread } from '../spread.ts';
import { fitText, textWidth } from '../text-fit.ts';
import type { FunnelMark, FunnelPlot } from './funnel-model.ts';

export const FUNNEL_HEIGHT = 336;
const LEFT = 40;
const RIGHT = 64;
const TOP = 26;
const BOTTOM = 30;
const LINE = 13;
/** Names longer than this part of the picture are cut; they stand whole in the title and the table. */
const LONGEST = 0.3;

type Place = readonly [x: number, y: number];

/** Where everything of a funnel plot stands, in pixels. */
export interface FunnelLayout {
  left: number;
  right: number;
  foot: number;
  inner: readonly (readonly Place[])[];
  outer: readonly (readonly Place[])[];
  targetY: number;
  xTicks: readonly { x: number; label: string }[];
  yTicks: readonly { y: number; label: string }[];
  /** The names of the lines at their right ends. */
  ends: readonly { x: number; y: number; label: string; strong: boolean }[];
  points: readonly { mark: FunnelMark; x: number; y: number; name: string; label: PointLabel | null }[];
  /** "9 of 12 named; all are in the table"; null where all are. */
  unnamed: string | null;
}

/** Places a funnel plot in so many pixels: units outside of the limits are named first, then as many as there is room for. */
export function layoutFunnel(plot: FunnelPlot, width: number): FunnelLayout {
  const right = width - RIGHT;
  const foot = FUNNEL_HEIGHT - BOTTOM;
  const toX = (at: number) => LEFT + at * (right - LEFT);
  const toY = (at: number) => foot - at * (foot - TOP);
  const lines = (pair: FunnelPlot['inner']) =>
    pair.map((line) => line.map(([x, y]): Place => [toX(x), toY(y)]));
  const [inner, outer] = [lines(plot.inner), lines(plot.outer)];
  const targetY = toY(plot.target.at);
  const ends = endsOf(plot, [outer[1], inner[1], inner[0], outer[0]], { x: right + 6, y: targetY, foot });
  const points = plot.points.map((mark) => {
    const name = fitText(mark.label, width * LONGEST);
    return { mark, x: toX(mark.x), y: toY(mark.y), name, width: textWidth(name) };
  });
  const labels = labelPoints(
    points,
    {
      bounds: { left: LEFT - 6, right: width, top: TOP - 8, bottom: foot - 2 },
      words: ends.map(boxOf),
      lines: [...inner, ...outer, [[LEFT, targetY] as const, [right, targetY] as const]],
    },
    wantedOf(plot),
  );
  const named = labels.filter((label) => label !== null).length;
  return {
    left: LEFT,
    right,
    foot,
    inner,
    outer,
    targetY,
    xTicks: plot.xTicks
      .filter(({ at }) => at >= 0 && at <= 1)
      .map(({ at, label }) => ({ x: toX(at), label })),
    yTicks: plot.yTicks.map(({ at, label }) => ({ y: toY(at), label })),
    ends,
    points: points.map((point, index) => ({ ...point, label: labels[index] ?? null })),
    unnamed:
      named === points.length ? null : unnamedWords(named, points.length, width - textWidth(plot.valueLabel)),
  };
}

function unnamedWords(named: number, all: number, room: number): string {
  const few = `${named} of ${all} named`;
  const whole = `${few}; all are in the table`;
  return textWidth(whole) + 16 <= room ? whole : few;
}

/** Those outside of the limits, and the others up to the number that is named. */
function wantedOf({ points, named }: FunnelPlot): number[] {
  const indexes = points.map((_, index) => index);
  const outside = indexes.filter((index) => points[index]?.state !== 'common');
  const others = indexes.filter((index) => points[index]?.state === 'common');
  return [...outside, ...others.slice(0, Math.max(0, named - outside.length))];
}

/** From top to bottom, none upon another. */
function endsOf(
  { target }: FunnelPlot,
  [outerHigh, innerHigh, innerLow, outerLow]: readonly (readonly Place[] | undefined)[],
  { x, y, foot }: { x: number; y: number; foot: number },
): FunnelLayout['ends'] {
  const told = [
    { line: outerHigh, label: '99.8\u00a0%' },
    { line: innerHigh, label: '95\u00a0%' },
    { line: [[x, y] as const], label: target.label, strong: true },
    { line: innerLow, label: '95\u00a0%' },
    { line: outerLow, label: '99.8\u00a0%' },
  ].flatMap(({ line, label, strong = false }) => {
    const last = line?.at(-1);
    return last ? [{ y: last[1], label, strong }] : [];
  });
  const places = spread(
    told.map((one) => one.y),
    LINE,
    TOP - 4,
    foot - 2,
  );
  return told.map(({ label, strong }, index) => ({ x, y: (places[index] ?? 0) + 4, label, strong }));
}

function boxOf({ x, y, label }: { x: number; y: number; label: string }): Box {
  return { left: x - 2, right: x + textWidth(label) + 2, top: y - 10, bottom: y + 3 };
}

import { look, type Mark, type Theme, textLook } from '../looks.ts';
import { signalShape } from '../shapes.ts';
import { element, escapeText, rounded, title } from '../svg.ts';
import { textWidth } from '../text-fit.ts';
import type { FunnelMark, FunnelPlot } from './funnel-model.ts';

export const FUNNEL_HEIGHT = 336;
const LEFT = 40;
const RIGHT = 64;
const TOP = 26;
const BOTTOM = 30;

interface Frame {
  x(at: number): number;
  y(at: number): number;
  right: number;
  foot: number;
}

/** A funnel plot as the inside of an SVG of this width. */
export function drawFunnel(plot: FunnelPlot, width: number, theme: Theme): string {
  const right = width - RIGHT;
  const foot = FUNNEL_HEIGHT - BOTTOM;
  const frame: Frame = {
    x: (at) => LEFT + at * (right - LEFT),
    y: (at) => foot - at * (foot - TOP),
    right,
    foot,
  };
  return [axes(plot, frame, theme), limits(plot, frame, theme), points(plot, frame, theme)].join('');
}

function axes({ valueLabel, sizeLabel, xTicks, yTicks }: FunnelPlot, frame: Frame, theme: Theme): string {
  const { x, y, right, foot } = frame;
  return [
    text(theme, 0, 12, valueLabel),
    element('path', { ...look(theme, 'axis'), d: `M${LEFT} ${foot}H${rounded(right)}` }),
    ...yTicks.map((tick) => text(theme, LEFT - 8, y(tick.at) + 4, tick.label, 'end')),
    ...xTicks
      .filter(({ at }) => at >= 0 && at <= 1)
      .flatMap((tick) => [
        element('path', { ...look(theme, 'tick'), d: `M${rounded(x(tick.at))} ${foot}v4` }),
        text(theme, x(tick.at), foot + 18, tick.label, 'mid'),
      ]),
    text(theme, right + RIGHT, foot + 18, `${sizeLabel}, n`, 'end'),
  ].join('');
}

function limits({ inner, outer, target }: FunnelPlot, { x, y, right }: Frame, theme: Theme): string {
  const path = (line: FunnelPlot['inner'][0]) =>
    line
      .map(([at, value], place) => `${place === 0 ? 'M' : 'L'}${rounded(x(at))} ${rounded(y(value))}`)
      .join('');
  const said = (line: FunnelPlot['inner'][0], words: string, by: number) => {
    const last = line.at(-1);
    return last ? text(theme, right + 6, y(last[1]) + 4 + by, words) : '';
  };
  const [innerLow, innerHigh] = inner;
  const [outerLow, outerHigh] = outer;
  return [
    ...inner.map((line) => element('path', { ...look(theme, 'reference'), d: path(line) })),
    ...outer.map((line) => element('path', { ...look(theme, 'limit'), d: path(line) })),
    element('path', { ...look(theme, 'centre'), d: `M${LEFT} ${rounded(y(target.at))}H${rounded(right)}` }),
    text(theme, right + 6, y(target.at) + 4, target.label, 't-strong'),
    said(outerHigh, '99.8\u00a0%', -3),
    said(innerHigh, '95\u00a0%', 3),
    said(innerLow, '95\u00a0%', -3),
    said(outerLow, '99.8\u00a0%', 3),
  ].join('');
}

function points(plot: FunnelPlot, frame: Frame, theme: Theme): string {
  const { points: marks, named } = plot;
  const taken: Box[] = [...marks.map((mark) => around(mark, frame)), beside(plot.target, frame)];
  const drawn = marks.map((mark) => drawPoint(mark, frame, theme));
  const outsideFirst = [...marks].sort(
    (one, other) => Number(other.state !== 'common') - Number(one.state !== 'common'),
  );
  const labels = outsideFirst
    .slice(0, Math.max(named, outsideFirst.filter(({ state }) => state !== 'common').length))
    .map((mark) => {
      const place = placeLabel(mark, frame, taken);
      if (!place) return '';
      taken.push(place.box);
      const marks2: Mark[] = mark.state === 'common' ? ['halo'] : ['halo', 't-strong'];
      const ends = place.isLeft ? (['end'] as const) : [];
      const lead = place.isFar
        ? element('path', {
            ...look(theme, 'reference'),
            d: `M${rounded(frame.x(mark.x))} ${rounded(frame.y(mark.y))}L${rounded(place.x)} ${rounded(place.y - 4)}`,
          })
        : '';
      return lead + text(theme, place.x, place.y, mark.label, ...marks2, ...ends);
    });
  return [...drawn, ...labels].join('');
}

function drawPoint(mark: FunnelMark, { x, y }: Frame, theme: Theme): string {
  const [at, up] = [x(mark.x), y(mark.y)];
  const shape =
    mark.state === 'common'
      ? element('circle', { ...look(theme, 'pt'), cx: at, cy: up, r: 3.5 })
      : element('path', { ...look(theme, `pt-${mark.state}`), d: signalShape(mark.state, at, up, 5.5) });
  return element('g', {}, title(mark.title), shape);
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function around({ x, y }: FunnelMark, frame: Frame): Box {
  const [at, up] = [frame.x(x), frame.y(y)];
  return { left: at - 4, right: at + 4, top: up - 4, bottom: up + 4 };
}

/** Where the target is told, at the right of the plot. */
function beside({ at, label }: FunnelPlot['target'], { y, right }: Frame): Box {
  return { left: right + 4, right: right + 8 + textWidth(label), top: y(at) - 8, bottom: y(at) + 8 };
}

/** Beside its point, above or below it, else further off on a line: the first place that nothing else takes. */
function placeLabel({ x, y, label }: FunnelMark, frame: Frame, taken: readonly Box[]) {
  const [at, up, width] = [frame.x(x), frame.y(y), textWidth(label)];
  const places = [
    { dx: 8, dy: 4, isLeft: false },
    { dx: -8, dy: 4, isLeft: true },
    { dx: 6, dy: -7, isLeft: false },
    { dx: 6, dy: 15, isLeft: false },
    { dx: -6, dy: -7, isLeft: true },
    { dx: -6, dy: 15, isLeft: true },
    ...[-20, 28, -34, 42].flatMap((dy) => [
      { dx: 12, dy, isLeft: false },
      { dx: -12, dy, isLeft: true },
    ]),
  ];
  for (const { dx, dy, isLeft } of places) {
    const left = isLeft ? at + dx - width : at + dx;
    const box = { left, right: left + width, top: up + dy - 10, bottom: up + dy + 3 };
    const isInside =
      box.left >= 0 && box.right <= frame.right + RIGHT && box.top >= 0 && box.bottom <= frame.foot;
    if (isInside && !taken.some((other) => overlaps(box, other)))
      return { x: at + dx, y: up + dy, isLeft, isFar: dy < -7 || dy > 15, box };
  }
  return null;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function text(theme: Theme, x: number, y: number, words: string, ...marks: readonly Mark[]): string {
  return element('text', { ...textLook(theme, ...marks), x, y }, escapeText(words));
}

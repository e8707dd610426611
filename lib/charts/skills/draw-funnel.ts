import { look, type Mark, type Theme, textLook } from '../looks.ts';
import { signalShape } from '../shapes.ts';
import { element, escapeText, rounded, title } from '../svg.ts';
import { fitText, textWidth } from '../text-fit.ts';
import type { FunnelPlot } from './funnel-model.ts';
import { type FunnelLayout, layoutFunnel } from './layout-funnel.ts';

/** A funnel plot as the inside of an SVG of this width. */
export function drawFunnel(plot: FunnelPlot, width: number, theme: Theme): string {
  const layout = layoutFunnel(plot, width);
  return [
    axes(plot, layout, width, theme),
    limits(layout, theme),
    ...layout.points.map((point) => drawPoint(point, theme)),
    ...layout.points.map((point) => drawName(point, theme)),
  ].join('');
}

function axes(
  { valueLabel, sizeLabel }: FunnelPlot,
  { left, right, foot, xTicks, yTicks, unnamed }: FunnelLayout,
  width: number,
  theme: Theme,
): string {
  const size = `${sizeLabel}, n`;
  const free = width - textWidth(size) - 8;
  return [
    text(theme, 0, 12, fitText(valueLabel, width - (unnamed === null ? 0 : textWidth(unnamed) + 8))),
    unnamed === null ? '' : text(theme, width, 12, unnamed, 'end'),
    element('path', { ...look(theme, 'axis'), d: `M${left} ${foot}H${rounded(right)}` }),
    ...yTicks.map(({ y, label }) => text(theme, left - 8, y + 4, label, 'end')),
    ...xTicks.flatMap(({ x, label }) => [
      element('path', { ...look(theme, 'tick'), d: `M${rounded(x)} ${foot}v4` }),
      x + textWidth(label) / 2 > free ? '' : text(theme, x, foot + 18, label, 'mid'),
    ]),
    text(theme, width, foot + 18, size, 'end'),
  ].join('');
}

function limits({ left, right, inner, outer, targetY, ends }: FunnelLayout, theme: Theme): string {
  const path = (line: FunnelLayout['inner'][number]) =>
    line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('');
  return [
    ...inner.map((line) => element('path', { ...look(theme, 'reference'), d: path(line) })),
    ...outer.map((line) => element('path', { ...look(theme, 'limit'), d: path(line) })),
    element('path', { ...look(theme, 'centre'), d: `M${left} ${rounded(targetY)}H${rounded(right)}` }),
    ...ends.map(({ x, y, label, strong }) =>
      text(theme, x, y, label, ...(strong ? (['t-strong'] as const) : [])),
    ),
  ].join('');
}

type Point = FunnelLayout['points'][number];

function drawPoint({ mark, x, y }: Point, theme: Theme): string {
  const shape =
    mark.state === 'common'
      ? element('circle', { ...look(theme, 'pt'), cx: x, cy: y, r: 3.5 })
      : element('path', { ...look(theme, `pt-${mark.state}`), d: signalShape(mark.state, x, y, 5.5) });
  return element('g', {}, title(mark.title), shape);
}

function drawName({ mark, name, label }: Point, theme: Theme): string {
  if (!label) return '';
  const looks: Mark[] = mark.state === 'common' ? ['halo'] : ['halo', 't-strong'];
  const side = label.anchor === 'end' ? (['end'] as const) : [];
  const [from, to] = label.lead ?? [];
  const lead =
    from && to
      ? element('path', {
          ...look(theme, 'reference'),
          d: `M${rounded(from[0])} ${rounded(from[1])}L${rounded(to[0])} ${rounded(to[1])}`,
        })
      : '';
  return lead + text(theme, label.x, label.y, name, ...looks, ...side);
}

function text(theme: Theme, x: number, y: number, words: string, ...marks: readonly Mark[]): string {
  return element('text', { ...textLook(theme, ...marks), x, y }, escapeText(words));
}

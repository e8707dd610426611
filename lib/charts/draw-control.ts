import type { ControlChart, ControlPoint } from './chart-model.ts';
import { drawEvent, drawLegendItem } from './draw-events.ts';
import { type ControlLayout, layoutControl } from './layout-control.ts';
import type { NoteBox } from './layout-notes.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import { valueWords } from './measure-words.ts';
import { signalShape } from './shapes.ts';
import { element, escapeText, rounded, title } from './svg.ts';

/** A control chart as the inside of an SVG of this size. */
export function drawControl(
  chart: ControlChart,
  size: { width: number; height: number },
  theme: Theme,
): string {
  const layout = layoutControl(chart, size);
  return [
    valueLabels(layout, theme),
    ...layout.segments.flatMap(({ band, lower, upper, centre, trial }) => [
      ...(trial || !band ? [] : [element('path', { ...look(theme, 'band'), d: band })]),
      ...(band ? [element('path', { ...look(theme, 'limit', ...trialMark(trial)), d: upper + lower })] : []),
      element('path', { ...look(theme, 'centre', ...trialMark(trial)), d: centre }),
    ]),
    ...(layout.ghost ? [element('path', { ...look(theme, 'ghost'), d: layout.ghost })] : []),
    ...(layout.also ? [element('path', { ...look(theme, 'ghost', 'second'), d: layout.also })] : []),
    ...target(layout, theme),
    timeLabels(layout, theme),
    ...layout.events.map((rule, index) => drawEvent(rule, chart.events[index], layout.plot.bottom, theme)),
    ...(layout.series ? [element('path', { ...look(theme, 'series'), d: layout.series })] : []),
    ...layout.runs.map(({ state, path }) => element('path', { ...look(theme, `run-${state}`), d: path })),
    ...marks(chart, layout, theme),
    ...limitLabels(layout, theme),
    ...layout.notes.map((note) => drawNote(note, theme)),
    ...layout.legend.items.map((item) => drawLegendItem(item, layout.height - layout.legend.height, theme)),
  ].join('');
}

/** What a point is, for its tooltip: "29 May 2023: 58 of 114, 50.9 %, above the upper limit". */
export function pointWords(
  chart: ControlChart,
  { label, value, counted, few, rules, partial }: ControlPoint,
): string {
  const figures =
    value === null
      ? ['nothing to count']
      : [
          ...(counted === null ? [] : [counted]),
          ...(few ? ['too few'] : [chart.unit === 'count' ? String(value) : valueWords(chart, value)]),
        ];
  return `${label}: ${[...figures, ...(partial ? [`part ${chart.bucket}`] : []), ...rules].join(', ')}`;
}

function trialMark(trial: boolean): Mark[] {
  return trial ? ['trial'] : [];
}

function valueLabels({ yTicks, yUnit, plot }: ControlLayout, theme: Theme): string {
  const labels = yTicks.map(({ y, label }) =>
    element('text', { ...textLook(theme, 'end'), x: plot.left - 8, y: y + 4 }, escapeText(label)),
  );
  const unit = yUnit
    ? [
        element(
          'text',
          { ...textLook(theme, 'halo'), x: plot.left - 6, y: yUnit.y + 4 },
          escapeText(yUnit.label),
        ),
      ]
    : [];
  return element('g', { 'aria-hidden': 'true' }, ...labels, ...unit);
}

function timeLabels({ xTicks, plot }: ControlLayout, theme: Theme): string {
  const base = Math.round(plot.bottom) + 0.5;
  const ticks = xTicks.flatMap(({ x, label }) => [
    element('path', { ...look(theme, 'tick'), d: `M${Math.floor(x) + 0.5} ${rounded(base)}v5` }),
    ...(label === null
      ? []
      : [element('text', { ...textLook(theme), x: x + 4, y: plot.bottom + 16 }, escapeText(label))]),
  ]);
  const axis = element('path', {
    ...look(theme, 'axis'),
    d: `M${rounded(plot.left)} ${base}H${rounded(plot.right)}`,
  });
  return element('g', { 'aria-hidden': 'true' }, axis, ...ticks);
}

/** Common dots first, so that a signal is never covered by its neighbour. */
function marks(chart: ControlChart, layout: ControlLayout, theme: Theme): string[] {
  const drawn = chart.points.flatMap((point, index) => {
    const place = layout.points[index];
    if (!place || place.y === null) return [];
    const mark =
      layout.series === null
        ? fewBar(layout, point.partial, place.x, place.y, theme)
        : pointMark(point, index, layout, { x: place.x, y: place.y }, theme);
    return mark
      ? [{ signal: point.state !== 'common', text: element('g', {}, title(pointWords(chart, point)), mark) }]
      : [];
  });
  return drawn.sort((one, other) => Number(one.signal) - Number(other.signal)).map(({ text }) => text);
}

function pointMark(
  point: ControlPoint,
  index: number,
  layout: ControlLayout,
  { x, y }: { x: number; y: number },
  theme: Theme,
): string | null {
  if (point.partial) return element('circle', { ...look(theme, 'pt-open'), cx: x, cy: y, r: 3 });
  if (point.state !== 'common') {
    const shape = signalShape(point.state, x, y, layout.shapeSize);
    return layout.shaped[index] ? element('path', { ...look(theme, `pt-${point.state}`), d: shape }) : null;
  }
  return layout.dotRadius === 0
    ? null
    : element('circle', { ...look(theme, 'pt'), cx: x, cy: y, r: layout.dotRadius });
}

/** A part bucket is hollow as a bar too. */
function fewBar({ step, plot }: ControlLayout, partial: boolean, x: number, y: number, theme: Theme): string {
  const width = Math.min(14, step * 0.6);
  const box = { x: x - width / 2, y, width, height: plot.bottom - y };
  return element('rect', { ...look(theme, partial ? 'pt-open' : 'few'), ...box });
}

function limitLabels({ ends }: ControlLayout, theme: Theme): string[] {
  return ends.flatMap(({ x, y, text, anchor, strong, leader }) => {
    const marked: Mark[] = [
      ...(strong ? (['t-strong'] as const) : []),
      ...(anchor === 'end' ? (['halo', 'end'] as const) : []),
    ];
    return [
      ...(leader ? [element('path', { ...look(theme, 'tick'), d: leader })] : []),
      element('text', { ...textLook(theme, ...marked), x, y }, escapeText(text)),
    ];
  });
}

function target({ targetY, plot }: ControlLayout, theme: Theme): string[] {
  if (targetY === null) return [];
  const d = `M${rounded(plot.left)} ${rounded(targetY)}H${rounded(plot.right)}`;
  return [element('path', { ...look(theme, 'target'), d })];
}

function drawNote({ x, y, anchor, lines, state }: NoteBox, theme: Theme): string {
  const marked: Mark[] = [
    ...(state && state !== 'common' ? ([`t-${state}`] as const) : []),
    'halo',
    ...(anchor === 'end' ? (['end'] as const) : anchor === 'middle' ? (['mid'] as const) : []),
  ];
  return lines
    .map((line, index) =>
      element('text', { ...textLook(theme, ...marked), x, y: y + index * 14 }, escapeText(line)),
    )
    .join('');
}

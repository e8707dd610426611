import { scaleLinear } from 'd3-scale';
import { formatCount, formatFraction, formatPercent, formatShare } from './format.ts';
import { hatched, hatchPatterns } from './hatch.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import type { ParetoBar, ParetoChart } from './pareto-model.ts';
import { element, escapeText, pointList, rounded, title } from './svg.ts';
import { fitText, textWidth } from './text-fit.ts';

const ROW = 24;
const HEAD = 22;
const FOOT = 16;
const LABEL = 162;
const SHARE = 42;
const DOTS = 70;
const FIGURE = 46;
const NARROW = 480;

/** The height that so many bars need. */
export function paretoHeight({ bars }: ParetoChart): number {
  return HEAD + bars.length * ROW + FOOT;
}

/** Where the columns of a Pareto chart begin; narrow ones have no cumulative column. */
function columns({ brackets }: ParetoChart, width: number) {
  const lanes = Math.max(2, ...brackets.map(({ lane }) => lane + 1));
  const wide = width >= NARROW;
  const figure = width;
  const dots = wide ? width - FIGURE - DOTS : width;
  const share = wide ? dots - 4 : width;
  const bracket = share - SHARE - lanes * 6 - 4;
  const label = Math.min(LABEL, width * 0.42);
  return { label, bars: label + 8, bracket, share, dots, figure, wide };
}

type Columns = ReturnType<typeof columns>;

/** A Pareto chart as the inside of an SVG of this width. */
export function drawPareto(chart: ParetoChart, width: number, theme: Theme): string {
  const at = columns(chart, width);
  const largest = Math.max(1, ...chart.bars.flatMap(({ count, comparison }) => [count, comparison ?? 0]));
  const room = at.bracket - at.bars - textWidth(formatCount(largest), 13) - 10;
  const toX = scaleLinear([0, largest], [at.bars, at.bars + Math.max(10, room)]);
  return [
    hatchPatterns(theme),
    heads(chart, at, theme),
    ...chart.bars.map((bar, index) => drawBar(bar, index, chart, at, toX, theme)),
    ...chart.brackets.map(({ firstIndex, lastIndex, lane }) => {
      const x = at.bracket + 2 + lane * 6;
      const d = `M${rounded(x)} ${middle(firstIndex) - 7}h4V${middle(lastIndex) + 7}h-4`;
      return element('path', { ...look(theme, 'bracket'), d });
    }),
    ...(at.wide ? [cumulative(chart, at, theme)] : []),
  ].join('');
}

function heads({ dimensionLabel, bars }: ParetoChart, at: Columns, theme: Theme): string {
  const head = (x: number, text: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x, y: 11 }, escapeText(text));
  return [
    head(0, dimensionLabel),
    head(at.bars, 'Incidents'),
    head(at.share, '% of all', 'end'),
    ...(at.wide && bars.length > 0 ? [head(at.figure, 'cumulative %', 'end')] : []),
  ].join('');
}

function drawBar(
  bar: ParetoBar,
  index: number,
  { total }: ParetoChart,
  at: Columns,
  toX: (count: number) => number,
  theme: Theme,
): string {
  const y = middle(index);
  const end = toX(Math.max(bar.count, bar.comparison ?? 0));
  const text = (x: number, words: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x, y: y + 4 }, escapeText(words));
  const before = bar.comparison === null ? '' : `; before ${formatCount(bar.comparison)}`;
  return element(
    'g',
    {},
    title(`${bar.label}: ${formatFraction(bar.count, total)}, ${formatShare(bar.share)}${before}`),
    element(
      'text',
      { ...textLook(theme, 't-ink', 't-13'), x: 0, y: y + 4 },
      escapeText(fitText(bar.label, at.label, 13)),
    ),
    shape(bar, y, at, toX, theme),
    element('text', { ...textLook(theme, 't-ink', 't-13'), x: end + 6, y: y + 4 }, formatCount(bar.count)),
    text(at.share, formatPercent(bar.share), 'end'),
    ...(at.wide ? [text(at.figure, formatPercent(bar.cumulativeShare), 'end')] : []),
  );
}

/** The bar; its comparison is an outline where it was longer and a notch where it was shorter. */
function shape(bar: ParetoBar, y: number, at: Columns, toX: (count: number) => number, theme: Theme): string {
  const box = { x: at.bars, y: y - 7, width: toX(bar.count) - at.bars, height: 14 };
  const filled = bar.uncoded
    ? [
        element('rect', {
          ...look(theme, 'outline'),
          ...box,
          x: box.x + 0.5,
          y: box.y + 0.5,
          width: Math.max(1, box.width - 1),
          height: 13,
          ...hatchFill(theme),
        }),
      ]
    : [element('rect', { ...look(theme, 'bar'), ...box })];
  const { comparison } = bar;
  if (comparison === null || comparison === bar.count) return filled.join('');
  const before = toX(comparison);
  const ghost =
    comparison > bar.count
      ? element('path', {
          ...look(theme, 'ghost'),
          d: `M${rounded(toX(bar.count))} ${y - 6.5}H${rounded(before - 0.5)}v13H${rounded(toX(bar.count))}`,
        })
      : element('rect', { ...look(theme, 'notch'), x: before - 0.5, y: y - 7, width: 1, height: 14 });
  return [...filled, ghost].join('');
}

/** A style goes over an attribute, so on the page the pattern has to be part of the style. */
function hatchFill(theme: Theme) {
  const { fill } = hatched('mark');
  return theme === 'light' ? { fill } : { style: `fill:${fill};stroke:var(--ink-3);stroke-width:1` };
}

function cumulative({ bars }: ParetoChart, at: Columns, theme: Theme): string {
  const toX = scaleLinear([0, 1], [at.dots + 4, at.dots + DOTS - 4]);
  const points = bars.map(({ cumulativeShare }, index) => [toX(cumulativeShare), middle(index)] as const);
  const foot = HEAD + bars.length * ROW;
  const eighty = toX(0.8);
  return [
    element('path', { ...look(theme, 'eighty'), d: `M${rounded(eighty)} ${HEAD}V${foot}` }),
    element('text', { ...textLook(theme, 'mid'), x: eighty, y: foot + 13 }, '80'),
    element('polyline', { ...look(theme, 'cumulative'), points: pointList(points) }),
    ...points.map(([cx, cy]) => element('circle', { ...look(theme, 'dot'), cx, cy, r: 2.5 })),
  ].join('');
}

function middle(index: number): number {
  return HEAD + index * ROW + ROW / 2;
}

import { scaleLinear } from 'd3-scale';
import { drawParetoBar, endOfBar } from './draw-pareto-bar.ts';
import { formatPercent } from './format.ts';
import { hatchPatterns } from './hatch.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import { type ParetoChart, rangeOfBar } from './pareto-model.ts';
import { element, escapeText, pointList, rounded } from './svg.ts';
import { textWidth } from './text-fit.ts';

const ROW = 24;
const HEAD = 22;
const FOOT = 16;
const TOTAL = 28;
const LABEL = 162;
const SHARE = 42;
const DOTS = 70;
const FIGURE = 46;
const RANGE = 84;
const NARROW = 480;

/** The height that so many bars need. */
export function paretoHeight({ bars, withRanges }: ParetoChart): number {
  return HEAD + bars.length * ROW + (withRanges ? TOTAL : FOOT);
}

/** Where the columns of a Pareto chart begin or, of figures, end; narrow ones have no cumulative column. */
function columns({ brackets, withRanges }: ParetoChart, width: number) {
  const lanes = Math.max(2, ...brackets.map(({ lane }) => lane + 1));
  const wide = width >= NARROW;
  const beforeFigure = wide ? width - FIGURE - (withRanges ? 0 : DOTS) : width;
  const share = wide ? beforeFigure - 4 : width;
  const range = share - SHARE - 8;
  const bracket = (withRanges && wide ? range - RANGE : share - SHARE) - lanes * 6 - 4;
  const label = Math.min(LABEL, width * 0.42);
  return { label, bars: label + 8, bracket, range, share, dots: beforeFigure, figure: width, wide };
}

export type ParetoColumns = ReturnType<typeof columns>;

/** A Pareto chart as the inside of an SVG of this width. */
export function drawPareto(chart: ParetoChart, width: number, theme: Theme): string {
  const at = columns(chart, width);
  const ends = chart.bars.map((bar) => endOfBar(bar, chart));
  const widest = Math.max(...chart.bars.map(({ figure }) => textWidth(figure, 13)), 0);
  const toX = scaleLinear(
    [0, Math.max(Number.MIN_VALUE, ...ends)],
    [at.bars, at.bars + Math.max(10, at.bracket - at.bars - widest - 10)],
  );
  return [
    hatchPatterns(theme),
    heads(chart, at, theme),
    ...chart.bars.map((bar, index) => drawParetoBar(bar, middle(index), { chart, at, toX, theme })),
    ...chart.brackets.map(({ firstIndex, lastIndex, lane }) => {
      const x = at.bracket + 2 + lane * 6;
      const d = `M${rounded(x)} ${middle(firstIndex) - 7}h4V${middle(lastIndex) + 7}h-4`;
      return element('path', { ...look(theme, 'bracket'), d });
    }),
    chart.withRanges ? total(chart, at, theme) : at.wide ? cumulative(chart, at, theme) : '',
  ].join('');
}

function heads(chart: ParetoChart, at: ParetoColumns, theme: Theme): string {
  const { dimensionLabel, valueLabel, withRanges, bars } = chart;
  const head = (x: number, text: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x, y: 11 }, escapeText(text));
  const hasRange = bars.some((bar) => rangeOfBar(bar, chart));
  return [
    head(0, dimensionLabel),
    head(at.bars, withRanges && hasRange ? `${valueLabel}, 95\u00a0% range` : valueLabel),
    ...(withRanges && at.wide ? [head(at.range, '95\u00a0%', 'end')] : []),
    head(at.share, '% of all', 'end'),
    ...(at.wide && bars.length > 0 ? [head(at.figure, withRanges ? 'cum. %' : 'cumulative %', 'end')] : []),
  ].join('');
}

function total({ bars, totalFigure }: ParetoChart, at: ParetoColumns, theme: Theme): string {
  const top = HEAD + bars.length * ROW;
  const text = (x: number, words: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks, 't-13', 't-strong'), x, y: top + 19 }, escapeText(words));
  return [
    element('path', { ...look(theme, 'reference'), d: `M0 ${top + 0.5}H${rounded(at.figure)}` }),
    text(0, 'Total'),
    text(at.bars, totalFigure),
    text(at.share, '100', 'end'),
  ].join('');
}

function cumulative({ bars }: ParetoChart, at: ParetoColumns, theme: Theme): string {
  const toX = scaleLinear([0, 1], [at.dots + 4, at.dots + DOTS - 4]);
  const points = bars.map(({ cumulativeShare }, index) => [toX(cumulativeShare), middle(index)] as const);
  const foot = HEAD + bars.length * ROW;
  const eighty = toX(0.8);
  return [
    element('path', { ...look(theme, 'eighty'), d: `M${rounded(eighty)} ${HEAD}V${foot}` }),
    element('text', { ...textLook(theme, 'mid'), x: eighty, y: foot + 13 }, formatPercent(0.8, 0)),
    element('polyline', { ...look(theme, 'cumulative'), points: pointList(points) }),
    ...points.map(([cx, cy]) => element('circle', { ...look(theme, 'dot'), cx, cy, r: 2.5 })),
  ].join('');
}

function middle(index: number): number {
  return HEAD + index * ROW + ROW / 2;
}

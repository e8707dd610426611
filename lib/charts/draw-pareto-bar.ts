import type { ParetoColumns } from './draw-pareto.ts';
import { formatPercent, formatShare } from './format.ts';
import { hatched } from './hatch.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import { type ParetoBar, type ParetoChart, rangeOfBar } from './pareto-model.ts';
import { rangeWords } from './pareto-range.ts';
import { element, escapeText, rounded, title } from './svg.ts';
import { fitText } from './text-fit.ts';

interface Place {
  chart: ParetoChart;
  at: ParetoColumns;
  toX: (value: number) => number;
  theme: Theme;
}

/** How far a bar reaches with its comparison and its range. */
export function endOfBar(bar: ParetoBar, chart: ParetoChart): number {
  const range = chart.withRanges ? rangeOfBar(bar, chart) : null;
  return Math.max(bar.count, bar.comparison ?? 0, range?.[1] ?? 0);
}

/** One bar with its name and figures, about the line `y`. */
export function drawParetoBar(bar: ParetoBar, y: number, place: Place): string {
  const { chart, at, toX, theme } = place;
  const text = (x: number, words: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x, y: y + 4 }, escapeText(words));
  const before =
    bar.comparison === null ? '' : `; before ${formatShare(bar.comparison / chart.total)} as much`;
  const range = chart.withRanges && at.wide ? [text(at.range, rangeWords(bar, chart) ?? '', 'end')] : [];
  return element(
    'g',
    {},
    title(`${bar.label}: ${bar.figure} of ${chart.totalFigure}, ${formatShare(bar.share)}${before}`),
    text(0, fitText(bar.label, at.label, 13), 't-ink', 't-13'),
    shape(bar, y, place),
    text(toX(endOfBar(bar, chart)) + 6, bar.figure, 't-ink', 't-13'),
    ...range,
    text(at.share, formatPercent(bar.share), 'end'),
    ...(at.wide ? [text(at.figure, formatPercent(bar.cumulativeShare), 'end')] : []),
  );
}

/** The bar; its comparison is an outline where it was longer and a notch where it was shorter. */
function shape(bar: ParetoBar, y: number, { chart, at, toX, theme }: Place): string {
  const box = { x: at.bars, y: y - 7, width: toX(bar.count) - at.bars, height: 14 };
  const filled = bar.uncoded
    ? element('rect', {
        ...look(theme, 'outline'),
        ...box,
        x: box.x + 0.5,
        y: box.y + 0.5,
        width: Math.max(1, box.width - 1),
        height: 13,
        ...hatchFill(theme),
      })
    : element('rect', { ...look(theme, 'bar'), ...box });
  const range = chart.withRanges ? rangeOfBar(bar, chart) : null;
  return [filled, ghost(bar, y, toX, theme), range ? whisker(range.map(toX), y, theme) : ''].join('');
}

function ghost({ count, comparison }: ParetoBar, y: number, toX: (value: number) => number, theme: Theme) {
  if (comparison === null || comparison === count) return '';
  const before = toX(comparison);
  return comparison > count
    ? element('path', {
        ...look(theme, 'ghost'),
        d: `M${rounded(toX(count))} ${y - 6.5}H${rounded(before - 0.5)}v13H${rounded(toX(count))}`,
      })
    : element('rect', { ...look(theme, 'notch'), x: before - 0.5, y: y - 7, width: 1, height: 14 });
}

function whisker([low = 0, high = 0]: readonly number[], y: number, theme: Theme): string {
  const [from, to] = [rounded(low), rounded(high)];
  return element('path', {
    ...look(theme, 'bar-range'),
    d: `M${from} ${y}H${to}M${from} ${y - 3.5}v7M${to} ${y - 3.5}v7`,
  });
}

/** A style goes over an attribute, so on the page the pattern has to be part of the style. */
function hatchFill(theme: Theme) {
  const { fill } = hatched('mark');
  return theme === 'light' ? { fill } : { style: `fill:${fill};stroke:var(--ink-3);stroke-width:1` };
}

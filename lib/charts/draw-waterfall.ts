import { scaleLinear } from 'd3-scale';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import { element, escapeText, rounded, title } from './svg.ts';
import { fitText } from './text-fit.ts';
import type { WaterfallChart, WaterfallStep } from './waterfall-model.ts';

const ROW = 24;
const HEAD = 22;
const LABEL = 150;
const COUNTED = 90;
const CHANGE = 78;
const NARROW = 480;

/** The height that start, steps and end need. */
export function waterfallHeight({ steps }: WaterfallChart): number {
  return HEAD + (steps.length + 2) * ROW + 4;
}

/** A waterfall as the inside of an SVG of this width: filled falls, outlined rises, hairlines between them. */
export function drawWaterfall(chart: WaterfallChart, width: number, theme: Theme): string {
  const wide = width >= NARROW;
  const bars = { left: Math.min(LABEL, width * 0.42), right: width - CHANGE - (wide ? COUNTED : 0) };
  const toX = scaleLinear([...chart.domain], [bars.left, bars.right]);
  const row = (index: number, words: { label: string; counted: string; figure: string }, ...strong: Mark[]) =>
    rowText(index, words, { label: bars.left, counted: wide ? width - CHANGE : null, width }, theme, strong);
  const { start, end, steps } = chart;
  const last = steps.length + 1;
  return [
    head(chart, width, wide, theme),
    row(0, start),
    level(toX(start.value), 0, theme),
    ...steps.flatMap((step, index) => [
      connector(toX(step.from), index, theme),
      element(
        'g',
        {},
        title(`${step.label}: ${step.counted}, ${step.change}`),
        row(index + 1, { ...step, figure: step.change }),
        bar(step, index + 1, toX, theme),
      ),
    ]),
    connector(toX(end.value), steps.length, theme),
    row(last, end, 't-strong'),
    level(toX(end.value), last, theme),
  ].join('');
}

function head(
  { dimensionLabel, countedLabel, changeLabel }: WaterfallChart,
  width: number,
  wide: boolean,
  theme: Theme,
) {
  const text = (x: number, words: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x, y: 11 }, escapeText(words));
  return [
    text(0, dimensionLabel),
    ...(wide ? [text(width - CHANGE, fitText(countedLabel, COUNTED), 'end')] : []),
    text(width, changeLabel, 'end'),
  ].join('');
}

function rowText(
  index: number,
  { label, counted, figure }: { label: string; counted: string; figure: string },
  at: { label: number; counted: number | null; width: number },
  theme: Theme,
  strong: readonly Mark[],
): string {
  const y = middle(index) + 4;
  const named = element(
    'text',
    { ...textLook(theme, 't-ink', 't-13', ...strong), x: 0, y },
    escapeText(fitText(label, at.label - 8, 13)),
  );
  const beside =
    at.counted === null
      ? ''
      : element('text', { ...textLook(theme, 'end'), x: at.counted, y }, escapeText(counted));
  const told = element(
    'text',
    { ...textLook(theme, 't-ink', 't-13', 'end', ...strong), x: at.width, y },
    escapeText(figure),
  );
  return named + beside + told;
}

function bar(
  { from, to }: WaterfallStep,
  index: number,
  toX: (value: number) => number,
  theme: Theme,
): string {
  const [left, right] = [Math.min(toX(from), toX(to)), Math.max(toX(from), toX(to))];
  const box = { x: left, y: middle(index) - 7, width: Math.max(1, right - left), height: 14 };
  if (to < from) return element('rect', { ...look(theme, 'bar'), ...box });
  const inner = { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(0.5, box.width - 1), height: 13 };
  return element('rect', { ...look(theme, 'outline'), ...inner });
}

/** From the end of one row's bar to the beginning of the next. */
function connector(x: number, index: number, theme: Theme): string {
  return element('path', { ...look(theme, 'frame'), d: `M${rounded(x)} ${middle(index) + 7}v10` });
}

function level(x: number, index: number, theme: Theme): string {
  return element('rect', { ...look(theme, 'level'), x: x - 1, y: middle(index) - 7, width: 3, height: 14 });
}

function middle(index: number): number {
  return HEAD + index * ROW + ROW / 2;
}

import type { ChartEvent } from './chart-model.ts';
import { LEGEND_LINE, type LegendItem } from './event-legend.ts';
import type { EventRule } from './layout-events.ts';
import { look, type Theme, textLook } from './looks.ts';
import { element, escapeText, title } from './svg.ts';

/** The rule of an event down to the axis, with its label or number. */
export function drawEvent(
  { x, top, label }: EventRule,
  event: ChartEvent | undefined,
  bottom: number,
  theme: Theme,
): string {
  const rule = element('path', { ...look(theme, 'event'), d: `M${Math.floor(x) + 0.5} ${top}V${bottom}` });
  const day = label && element('tspan', look(theme, 't-ink'), escapeText(label.day));
  const words = label?.words ? ` ${escapeText(label.words)}` : '';
  const side = label?.anchor === 'end' ? (['end'] as const) : [];
  return element(
    'g',
    {},
    title(event ? `${event.day}: ${event.words}` : ''),
    rule,
    label ? element('text', { ...textLook(theme, ...side), x: label.x, y: label.y }, `${day}${words}`) : '',
  );
}

/** A line of the legend, from `top` on: "3 22 Jun billing release". */
export function drawLegendItem(
  { x, y, number, dayX, day, wordsX, lines }: LegendItem,
  top: number,
  theme: Theme,
): string {
  const ink = look(theme, 't-ink');
  const own = (at: number, words: string) =>
    words === '' ? '' : element('tspan', { ...ink, x: at }, escapeText(words));
  const told = lines.map((line, index) =>
    element('tspan', { x: wordsX, ...(index > 0 ? { dy: LEGEND_LINE } : {}) }, escapeText(line)),
  );
  return element('text', { ...textLook(theme), x, y: top + y }, own(x, number), own(dayX, day), ...told);
}

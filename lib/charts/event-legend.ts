import type { ChartEvent } from './chart-model.ts';
import { textWidth, wrapText } from './text-fit.ts';

/** What the numbers above a plot stand for, below it. */
export interface EventLegend {
  /** How high it is, the space above it among it; 0 for none. */
  height: number;
  items: readonly LegendItem[];
}

export interface LegendItem {
  /** Places of number, day and words; y is the base of the first line, from the top of the legend. */
  x: number;
  y: number;
  number: string;
  dayX: number;
  day: string;
  wordsX: number;
  /** The words, in lines that are `LEGEND_LINE` apart. */
  lines: readonly string[];
}

export const NO_LEGEND: EventLegend = { height: 0, items: [] };
export const LEGEND_LINE = 16;

const ABOVE = 6;
const BETWEEN = 24;
const GAP = 6;
/** With less room a legend has one column. */
const LEAST_COLUMN = 260;
/** Longer words end in an ellipsis; they stand whole in the table. */
const MOST_LINES = 3;
const MOST_IN_COLUMN = 12;

/** A legend in as many columns as there is room for, filled one after another. */
export function layoutLegend(
  events: readonly ChartEvent[],
  { left, right }: { left: number; right: number },
): EventLegend {
  const room = right - left;
  const columns = Math.max(1, Math.min(2, Math.floor((room + BETWEEN) / (LEAST_COLUMN + BETWEEN))));
  const width = (room - (columns - 1) * BETWEEN) / columns;
  const shown = events.slice(0, columns * MOST_IN_COLUMN);
  const toNumber = textWidth(String(shown.length)) + GAP;
  const toDay = Math.max(...shown.map(({ day }) => textWidth(day))) + GAP;
  const texts = shown.map(({ words }) => wrapText(words, width - toNumber - toDay, 12, MOST_LINES));
  const perColumn = Math.ceil(texts.reduce((sum, lines) => sum + lines.length, 0) / columns);
  const items: LegendItem[] = [];
  let [column, filled, highest] = [0, 0, 0];
  for (const [index, { day }] of shown.entries()) {
    const lines = texts[index] ?? [];
    if (filled >= perColumn && column < columns - 1) [column, filled] = [column + 1, 0];
    const x = left + column * (width + BETWEEN);
    const y = ABOVE + filled * LEGEND_LINE + 12;
    items.push({
      x,
      y,
      number: String(index + 1),
      dayX: x + toNumber,
      day,
      wordsX: x + toNumber + toDay,
      lines,
    });
    filled += lines.length;
    highest = Math.max(highest, filled);
  }
  const more = events.length - shown.length;
  if (more > 0) {
    items.push({
      ...NOTHING,
      x: left,
      wordsX: left,
      y: ABOVE + highest * LEGEND_LINE + 12,
      lines: [moreWords(more)],
    });
    highest += 1;
  }
  return { height: ABOVE + highest * LEGEND_LINE, items };
}

const NOTHING = { number: '', day: '', dayX: 0 };

function moreWords(count: number): string {
  return `and ${count} more, which are in the table`;
}

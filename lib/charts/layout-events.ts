import type { ChartEvent } from './chart-model.ts';
import { fitText, textWidth } from './text-fit.ts';

/** A thin rule over the plot where something happened, with its day and as many of its words as there is room for. */
export interface EventRule {
  x: number;
  /** Where the rule begins; it ends on the axis. */
  top: number;
  /** Null where not even the day finds room: the rule alone, its words in the tooltip. */
  label: { x: number; y: number; day: string; words: string } | null;
}

const ROW = 16;
const FIRST_LINE = 12;
const AFTER_RULE = 5;
const APART = 10;
/** Words cut shorter than this say less than the day alone. */
const LEAST_WORDS = 48;

/**
 * Places the labels of events in the rows above a plot, from the left. A label may run on over the rules of later
 * events, which then begin in a row below it; so no rule crosses a label.
 */
export function layoutEvents(
  events: readonly ChartEvent[],
  { rows, right, toX }: { rows: number; right: number; toX: (index: number) => number },
): EventRule[] {
  const placed: { row: number; end: number }[] = [];
  return events.map((event, index) => {
    const x = toX(event.index);
    const row = placed.filter(({ end }) => end > x).reduce((next, one) => Math.max(next, one.row + 1), 0);
    if (row >= rows) return { x, top: (rows - 1) * ROW + 3, label: null };
    const next = events[index + 1];
    // In the last row nothing can give way below: the words end before the next rule.
    const edge = row === rows - 1 && next ? Math.min(right, toX(next.index) - APART) : right;
    const label = labelOf(event, x + AFTER_RULE, edge, FIRST_LINE + row * ROW);
    if (label) placed.push({ row, end: label.x + widthOf(label) + APART });
    return { x, top: row * ROW + 3, label };
  });
}

function labelOf({ day, words }: ChartEvent, x: number, edge: number, y: number): EventRule['label'] {
  const room = edge - x - textWidth(`${day} `);
  if (room < 0) return null;
  return { x, y, day, words: room < Math.min(LEAST_WORDS, textWidth(words)) ? '' : fitText(words, room) };
}

function widthOf({ day, words }: { day: string; words: string }): number {
  return textWidth(words ? `${day} ${words}` : day);
}

import type { ListColumn } from './list-columns.ts';

/** In pixels of a table on A4: 725 at four fifths. */
const PAPER = 906;
const NUMBER = 86;
const MEASURE = 70;

/** As wide as the longest word that is usual in a column, with the gap behind it. */
const WIDTHS: Record<ListColumn, number> = {
  occurred: 128,
  trigger: 100,
  topic: 104,
  product: 76,
  outcome: 100,
  channel: 62,
  team: 82,
  severity: 60,
  emotion: 84,
  path: 86,
  close: 86,
  level: 84,
  state: 92,
  stage: 86,
  site: 78,
  kind: 78,
  status: 70,
  csat: 80,
  source: 100,
};

/** Those that go first where there is no room, the first of them first; then what stands last. */
const FIRST_OFF: readonly ListColumn[] = ['emotion', 'product', 'channel', 'topic'];

/** The columns of a list that a sheet of paper has no room for, in their order. */
export function columnsOffPaper(columns: readonly ListColumn[], hasMeasure: boolean): ListColumn[] {
  const first = FIRST_OFF.filter((column) => columns.includes(column));
  const going = [...first, ...columns.filter((column) => !first.includes(column)).reverse()];
  const off = new Set<ListColumn>();
  let wide = columns.reduce((sum, column) => sum + WIDTHS[column], NUMBER + (hasMeasure ? MEASURE : 0));
  for (const column of going) {
    if (wide <= PAPER) break;
    off.add(column);
    wide -= WIDTHS[column];
  }
  return columns.filter((column) => off.has(column));
}

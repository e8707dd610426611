import type { HeatMap } from './heat-model.ts';
import { textWidth, wrapText } from './text-fit.ts';

export const HEAT_ROW = 24;
export const HEAT_HEAD_LINE = 14;
export const HEAT_TOTALS = 28;
const KEY = 30;
const LABEL = 164;
const SUM = 48;
const NARROWEST = 40;
const PADDING = 8;

/** Where the rows and columns of a heat map stand, in pixels. */
export interface HeatGrid {
  width: number;
  height: number;
  label: number;
  /** Left edge of each column, and the right edge of the last. */
  edges: readonly number[];
  /** Heads of the columns, in lines, and how high they are. */
  heads: readonly (readonly string[])[];
  head: number;
}

/** Columns of one width, unless a word of a head needs more; wider than offered where the cells would not fit. */
export function layoutHeat({ rows, columns, rowTitle }: HeatMap, offered: number): HeatGrid {
  const names = [rowTitle, 'Total', ...rows.map((row) => row.label)];
  const label = Math.min(LABEL, Math.max(...names.map((name) => textWidth(name, 13))) + PADDING);
  const widths = columnWidths(columns.map(longestWord), offered - label - SUM);
  const edges = [label];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const heads = columns.map((column, index) => wrapText(column.label, (widths[index] ?? 0) - PADDING, 12, 2));
  const head = Math.max(1, ...heads.map((lines) => lines.length)) * HEAT_HEAD_LINE + 5;
  const width = (edges.at(-1) ?? label) + SUM;
  return { width, height: head + rows.length * HEAT_ROW + HEAT_TOTALS + KEY, label, edges, heads, head };
}

/** Columns that need more than an equal part get what they need, the others share the rest alike. */
function columnWidths(needs: readonly number[], offered: number): number[] {
  let equal = offered / Math.max(1, needs.length);
  for (let round = 0; round < needs.length; round++) {
    const large = needs.filter((need) => need > equal);
    const others = Math.max(1, needs.length - large.length);
    equal = (offered - large.reduce((sum, need) => sum + need, 0)) / others;
  }
  return needs.map((need) => Math.max(NARROWEST, need, equal));
}

function longestWord({ label }: { label: string }): number {
  return Math.min(LABEL, Math.max(...label.split(' ').map((word) => textWidth(word)))) + PADDING;
}

import { textWidth, wrapText } from '../text-fit.ts';
import type { SkillMatrix } from './matrix-model.ts';

export const MATRIX_ROW = 24;
export const MATRIX_GAP = 7;
export const MATRIX_HEAD_LINE = 14;
export const MATRIX_FOOT = 26;
const GROUP = 98;
const CELL = 60;
const NARROWEST_CELL = 44;
const SUM = 46;
const RANGE = 114;
const GAIN = { figure: 44, bar: 60, words: 112 };
const KEY = 44;

/** Where the rows and columns of a matrix stand, in pixels. */
export interface MatrixGrid {
  width: number;
  height: number;
  /** Left edges: of the names of techniques, of the cells, of what all have together, of its range, of the gain. */
  label: number;
  cells: number;
  cell: number;
  sum: number;
  range: readonly [from: number, to: number];
  gain: number;
  bar: readonly [from: number, to: number];
  /** Heads of the columns in lines, and how high they are. */
  heads: readonly (readonly string[])[];
  head: number;
  /** The top of each row, by group. */
  rows: readonly (readonly number[])[];
  body: number;
}

/** Cells of one width; wider than offered where they would not fit. */
export function layoutMatrix(matrix: SkillMatrix, offered: number): MatrixGrid {
  const { columns, groups, gainLabel, foot } = matrix;
  const names = groups.flatMap(({ rows }) => rows.map(({ label }) => label));
  const widest = Math.max(90, ...names.map((name) => textWidth(name, 13) + 12));
  const gain = gainLabel === null ? 0 : GAIN.words;
  const fixed = GROUP + widest + SUM + RANGE + gain;
  const room = (offered - fixed) / Math.max(1, columns.length);
  const cell = Math.max(NARROWEST_CELL, Math.min(CELL, room));
  const cells = GROUP + widest;
  const sum = cells + columns.length * cell + SUM;
  const heads = columns.map(({ label }) => wrapText(label, cell - 4, 12, 3));
  const lines = Math.max(gainLabel === null ? 1 : 2, ...heads.map((each) => each.length));
  const head = lines * MATRIX_HEAD_LINE + 8;
  let y = head;
  const rows = groups.map((group, place) => {
    if (place > 0) y += MATRIX_GAP;
    return group.rows.map(() => {
      y += MATRIX_ROW;
      return y - MATRIX_ROW;
    });
  });
  const range = [sum + 8, sum + RANGE - 8] as const;
  const gainAt = range[1] + 8 + GAIN.figure;
  return {
    width: sum + RANGE + gain,
    height: y + foot.length * MATRIX_FOOT + KEY,
    label: GROUP,
    cells,
    cell,
    sum,
    range,
    gain: gainAt,
    bar: [gainAt + 8, gainAt + 8 + GAIN.bar],
    heads,
    head,
    rows,
    body: y,
  };
}

/** The radius of a mark whose area is so many opportunities. */
export function sizeOfMark(opportunities: number): number {
  return Math.min(LARGEST_MARK, Math.max(SMALLEST_MARK, 0.62 * Math.sqrt(opportunities)));
}

const LARGEST_MARK = 7;
const SMALLEST_MARK = 1.2;

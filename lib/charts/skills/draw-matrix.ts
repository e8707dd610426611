import type { Token } from '../light-values.ts';
import { fill, look, type Mark, type Theme, textLook } from '../looks.ts';
import { signalShape } from '../shapes.ts';
import { element, escapeText, rounded, title } from '../svg.ts';
import { textWidth } from '../text-fit.ts';
import {
  layoutMatrix,
  MATRIX_FOOT,
  MATRIX_HEAD_LINE,
  MATRIX_ROW,
  type MatrixGrid,
  sizeOfMark,
} from './layout-matrix.ts';
import { GAP_STEPS } from './matrix-cells.ts';
import type { MatrixCell, MatrixRow, SkillMatrix } from './matrix-model.ts';

/** A matrix of skills as the inside of an SVG of this width. */
export function drawMatrix(matrix: SkillMatrix, width: number, theme: Theme): string {
  const grid = layoutMatrix(matrix, width);
  return [
    heads(matrix, grid, theme),
    ...matrix.groups.flatMap((group, place) => [
      text(theme, 0, (grid.rows[place]?.[0] ?? 0) + 16, group.label),
      ...group.rows.map((row, at) => drawRow(row, matrix, grid.rows[place]?.[at] ?? 0, grid, theme)),
    ]),
    foot(matrix, grid, theme),
    key(matrix, grid, theme),
  ].join('');
}

function heads(
  { columns, rangeLabel, ticks, gainLabel }: SkillMatrix,
  grid: MatrixGrid,
  theme: Theme,
): string {
  const base = grid.head - 8;
  const lines = columns.flatMap((_, place) =>
    (grid.heads[place] ?? []).map((line, at, all) =>
      text(theme, rightOf(grid, place) - 6, base - (all.length - 1 - at) * MATRIX_HEAD_LINE, line, 'end'),
    ),
  );
  const [from, to] = grid.range;
  return [
    ...lines,
    text(theme, grid.sum - 8, base, rangeLabel, 'end'),
    ...ticks.map(({ at, label }) => text(theme, from + at * (to - from), base, label, 'mid')),
    ...(gainLabel === null
      ? []
      : gainLabel
          .split(', ')
          .map((line, at) => text(theme, to + 14, base + (at - 1) * MATRIX_HEAD_LINE, line))),
  ].join('');
}

function drawRow(
  row: MatrixRow,
  { gainLabel }: SkillMatrix,
  y: number,
  grid: MatrixGrid,
  theme: Theme,
): string {
  const base = y + 16;
  const weight: Mark[] = row.strong ? ['t-strong'] : ['t-ink'];
  return [
    text(theme, grid.label, base, row.label, 't-13', ...weight),
    ...row.cells.map((cell, place) => drawCell(cell, rightOf(grid, place) - grid.cell, y, grid.cell, theme)),
    ...(row.range ? [text(theme, grid.sum - 8, base, row.range.words, 't-strong', 'end', 't-13')] : []),
    drawRange(row, y, grid, theme),
    gainLabel === null ? '' : drawGain(row, y, grid, theme),
  ].join('');
}

function drawCell(cell: MatrixCell, x: number, y: number, width: number, theme: Theme): string {
  if (cell.words === '') return '';
  const tone =
    cell.step === 0
      ? ''
      : element('rect', {
          ...fill(theme, `seq-${cell.step}` as Token),
          x: x + 0.5,
          y: y + 0.5,
          width: width - 1,
          height: MATRIX_ROW - 1,
        });
  const marks: Mark[] =
    cell.mark === 'dot' || cell.mark === 'none' ? (cell.step > 0 ? ['t-ink'] : []) : ['t-strong'];
  return element(
    'g',
    {},
    title(cell.title),
    tone,
    drawMark(cell, x + 14, y + MATRIX_ROW / 2, theme),
    text(theme, x + width - 8, y + 16, cell.words, 'end', ...marks),
    cell.alike
      ? element('rect', {
          ...look(theme, 'level'),
          x: x + 0.5,
          y: y + MATRIX_ROW - 2,
          width: width - 1,
          height: 2,
        })
      : '',
  );
}

function drawMark({ mark, size }: MatrixCell, x: number, y: number, theme: Theme): string {
  if (mark === 'none' || size === 0) return '';
  const r = sizeOfMark(size);
  if (mark === 'dot') return element('circle', { ...look(theme, 'mark-n'), cx: x, cy: y, r });
  return element('path', {
    ...look(theme, `pt-${mark}`),
    d: signalShape(mark, x, y, Math.min(7, Math.max(4, 1.2 * r))),
  });
}

function drawRange({ range }: MatrixRow, y: number, { range: [from, to] }: MatrixGrid, theme: Theme): string {
  if (!range) return '';
  const at = (share: number) => rounded(from + share * (to - from));
  const middle = y + MATRIX_ROW / 2;
  return [
    range.standard === null
      ? ''
      : element('path', { ...look(theme, 'target'), d: `M${at(range.standard)} ${y}v${MATRIX_ROW}` }),
    element('path', { ...look(theme, 'bar-range'), d: `M${at(range.low)} ${middle}H${at(range.high)}` }),
    element('circle', { ...look(theme, 'point'), cx: at(range.at), cy: middle, r: 3 }),
  ].join('');
}

function drawGain({ gain }: MatrixRow, y: number, grid: MatrixGrid, theme: Theme): string {
  if (!gain) return '';
  if (gain.bar === null) return text(theme, grid.range[1] + 14, y + 16, gain.words, 't-ink');
  const [from, to] = grid.bar;
  return [
    text(theme, grid.gain, y + 16, gain.words, 't-ink', 'end'),
    element('rect', { ...look(theme, 'bar'), x: from, y: y + 9, width: gain.bar * (to - from), height: 6 }),
  ].join('');
}

function foot({ foot: lines }: SkillMatrix, grid: MatrixGrid, theme: Theme): string {
  return [
    element('path', { ...look(theme, 'axis'), d: `M${grid.label} ${grid.body + 0.5}H${rounded(grid.sum)}` }),
    ...lines.flatMap(({ label, cells, sum }, at) => {
      const base = grid.body + at * MATRIX_FOOT + 18;
      return [
        text(theme, grid.label, base, label),
        ...cells.map((cell, place) => text(theme, rightOf(grid, place) - 8, base, cell.words, 'end')),
        text(theme, grid.sum - 8, base, sum, 'end'),
      ];
    }),
  ].join('');
}

/** The same as below the table of the page. */
function key({ key: words, foot: lines }: SkillMatrix, grid: MatrixGrid, theme: Theme): string {
  const top = grid.body + lines.length * MATRIX_FOOT + 14;
  const drawn: string[] = [];
  let x = 0;
  let y = top;
  const put = (width: number, draw: (x: number, y: number) => string) => {
    if (x > 0 && x + width > grid.width) [x, y] = [0, y + 18];
    drawn.push(draw(x, y));
    x += width;
  };
  const say = (content: string) =>
    put(textWidth(content) + 16, (at, base) => text(theme, at, base + 4, content));
  say('Number: estimate, %. Size: opportunities');
  say(words.below);
  put(GAP_STEPS.length * 16 + 6, (at, base) =>
    GAP_STEPS.map((_, step) =>
      element('rect', {
        ...fill(theme, `seq-${step + 1}` as Token),
        x: at + step * 16,
        y: base - 6,
        width: 16,
        height: 12,
      }),
    ).join(''),
  );
  say(GAP_STEPS.map((step) => step * 100).join(', '));
  put(18, (at, base) =>
    element('path', { ...look(theme, 'pt-concern'), d: signalShape('concern', at + 7, base, 5) }),
  );
  say(words.marked);
  if (words.improved) {
    put(18, (at, base) =>
      element('path', { ...look(theme, 'pt-improvement'), d: signalShape('improvement', at + 7, base, 5) }),
    );
    say(words.improved);
  }
  if (words.alike) {
    put(22, (at, base) =>
      element('rect', { ...look(theme, 'level'), x: at, y: base - 1, width: 16, height: 2 }),
    );
    say(words.alike);
  }
  say(`– under ${words.minimum}`);
  return drawn.join('');
}

function rightOf({ cells, cell }: MatrixGrid, place: number): number {
  return cells + (place + 1) * cell;
}

function text(theme: Theme, x: number, y: number, words: string, ...marks: Mark[]): string {
  return element('text', { ...textLook(theme, ...marks), x, y }, escapeText(words));
}

import { look, type Mark, type Theme, textLook } from '../looks.ts';
import { signalShape } from '../shapes.ts';
import { element, escapeText, rounded, title } from '../svg.ts';
import { wrapText } from '../text-fit.ts';
import type { EffectCell, EffectGrid, EffectMark } from './effect-model.ts';

const LABEL = 158;
const VALUE = 44;
const LEAST = 120;
const HEAD = 46;
const ROW = 38;
const FOOT = 24;

/** Wider than offered where the columns would not fit. */
export function effectsSize({ columns, rows }: EffectGrid, offered: number) {
  const width = Math.max(offered, LABEL + columns.length * LEAST);
  return { width, height: HEAD + rows.length * ROW + FOOT };
}

/** A grid of differences with their ranges as the inside of an SVG of this width. */
export function drawEffects(grid: EffectGrid, width: number, theme: Theme): string {
  const pitch = (width - LABEL) / Math.max(1, grid.columns.length);
  const left = (column: number) => LABEL + column * pitch;
  const foot = HEAD + grid.rows.length * ROW;
  const rule = (y: number) =>
    element('path', { ...look(theme, 'reference'), d: `M0 ${y + 0.5}H${rounded(width)}` });
  return [
    ...grid.columns.flatMap((column, at) => head(column, left(at), pitch, at === 0, theme)),
    ...grid.columns.map((_, at) =>
      element('path', {
        ...look(theme, 'axis'),
        d: `M${rounded(xOf(left(at), pitch, grid.axis.zero))} ${HEAD}V${foot}`,
      }),
    ),
    ...grid.rows.flatMap((row, place) => {
      const y = HEAD + place * ROW;
      return [
        rule(y),
        text(theme, 0, y + (row.note ? 17 : 23), row.label, 't-ink', 't-13'),
        ...(row.note ? [text(theme, 0, y + 31, row.note)] : []),
        ...row.cells.map((cell, at) => drawCell(cell, left(at), pitch, y, at === 0, theme)),
      ];
    }),
    rule(foot),
    text(theme, 0, foot + 16, grid.unit),
    ...grid.columns.flatMap((_, at) =>
      grid.axis.ticks.map((tick) => text(theme, xOf(left(at), pitch, tick.at), foot + 16, tick.label, 'mid')),
    ),
  ].join('');
}

function head(
  { label, count }: EffectGrid['columns'][number],
  x: number,
  pitch: number,
  isFirst: boolean,
  theme: Theme,
): string[] {
  const weight: Mark[] = isFirst ? ['t-strong'] : [];
  const [first = '', second] = wrapText(label, pitch - 8, 12, 2);
  return [
    text(theme, x, 14, second === undefined ? first : `${first}`, ...weight),
    ...(second === undefined ? [] : [text(theme, x, 27, second, ...weight)]),
    text(theme, x, second === undefined ? 28 : 40, `n\u00a0${count}`),
  ];
}

function drawCell(
  cell: EffectCell,
  x: number,
  pitch: number,
  y: number,
  isFirst: boolean,
  theme: Theme,
): string {
  if (cell.words === '') return '';
  const end = x + pitch - 12;
  if (!cell.mark) return element('g', {}, title(cell.title), text(theme, x, y + 23, cell.words, 'halo'));
  const strong = cell.mark.state !== 'common' || isFirst;
  return element(
    'g',
    {},
    title(cell.title),
    drawMark(cell.mark, (at) => xOf(x, pitch, at), y + 19, theme),
    text(theme, end, y + 16, cell.words, 'end', strong ? 't-strong' : 't-ink'),
    text(theme, end, y + 31, cell.count, 'end'),
  );
}

function drawMark(mark: EffectMark, place: (at: number) => number, y: number, theme: Theme): string {
  const [at, low, high] = [place(mark.at), place(mark.low), place(mark.high)];
  const line = (d: string) => element('path', { ...look(theme, 'bar-range'), d });
  const cap = (x: number, isCut: boolean, way: number) =>
    isCut
      ? `M${rounded(x + way * 4)} ${y - 3}L${rounded(x)} ${y}L${rounded(x + way * 4)} ${y + 3}`
      : `M${rounded(x)} ${y - 3}v6`;
  return [
    mark.crude === null
      ? ''
      : element('circle', { ...look(theme, 'crude'), cx: place(mark.crude), cy: y, r: 3.2 }),
    line(`M${rounded(low)} ${y}H${rounded(high)}`),
    line(cap(low, mark.isCut[0], 1)),
    line(cap(high, mark.isCut[1], -1)),
    mark.state === 'common'
      ? element('circle', { ...look(theme, 'point'), cx: at, cy: y, r: 3.2 })
      : element('path', { ...look(theme, `pt-${mark.state}`), d: signalShape(mark.state, at, y, 5) }),
  ].join('');
}

function xOf(left: number, pitch: number, at: number): number {
  return left + 6 + at * (pitch - 12 - VALUE);
}

function text(theme: Theme, x: number, y: number, words: string, ...marks: Mark[]): string {
  return element('text', { ...textLook(theme, ...marks), x, y }, escapeText(words));
}

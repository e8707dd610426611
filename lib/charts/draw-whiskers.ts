import { look, type Mark, type Theme, textLook } from './looks.ts';
import { element, escapeText, rounded, title } from './svg.ts';
import { fitText, textWidth } from './text-fit.ts';
import type { WhiskerChart, WhiskerRow } from './whisker-model.ts';

const ROW = 24;
const HEAD = 22;
const GAP = 12;
const NARROW = 480;
const LEAST_AXIS = 80;

/** The height that so many rows need. */
export function whiskersHeight({ rows, total }: WhiskerChart): number {
  return HEAD + (rows.length + (total ? 1 : 0)) * ROW + 4;
}

interface Columns {
  label: number;
  /** The right ends of the figures that there is room for, by their place. */
  figures: readonly { place: number; x: number }[];
  from: number;
  to: number;
  value: number;
}

/** Rows of dots and whiskers as the inside of an SVG of this width. */
export function drawWhiskers(chart: WhiskerChart, width: number, theme: Theme): string {
  const at = columns(chart, width);
  const foot = HEAD + chart.rows.length * ROW;
  const { reference } = chart.axis;
  return [
    heads(chart, at, theme),
    ...(reference === null
      ? []
      : [
          element('path', {
            ...look(theme, 'reference'),
            d: `M${rounded(placed(at, reference))} ${HEAD}V${foot}`,
          }),
        ]),
    ...chart.rows.map((row, index) => drawRow(row, HEAD + index * ROW + ROW / 2, at, theme)),
    chart.total ? drawTotal(chart.total, foot, at, width, theme) : '',
  ].join('');
}

function columns({ columns: figures, rows, total, valueLabel }: WhiskerChart, width: number): Columns {
  const isNarrow = width < NARROW;
  const shown = figures.flatMap(({ label, wide }, place) => {
    if (wide && isNarrow) return [];
    const words = [label, ...rows.map((row) => row.figures[place] ?? ''), total?.figures[place] ?? ''];
    return [{ place, width: widest(words) }];
  });
  const value = widest([valueLabel, ...rows.map((row) => row.value), total?.value ?? '']);
  const right = value + GAP;
  const between = shown.reduce((sum, each) => sum + each.width + GAP, 0);
  const longest = widest(rows.map(({ label }) => label));
  const room = width - right - between - LEAST_AXIS - GAP;
  const label = Math.max(70, Math.min(longest, room, width * 0.36));
  let x = label;
  const placesOfFigures = shown.map((each) => {
    x += GAP + each.width;
    return { place: each.place, x };
  });
  return { label, figures: placesOfFigures, from: x + GAP, to: width - right, value: width };
}

function widest(words: readonly string[]): number {
  return Math.max(0, ...words.map((each) => textWidth(each, 13)));
}

function placed({ from, to }: Columns, at: number): number {
  return from + at * (to - from);
}

function heads(chart: WhiskerChart, at: Columns, theme: Theme): string {
  const head = (x: number, text: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x, y: 11 }, escapeText(text));
  return [
    head(0, chart.rowLabel),
    ...at.figures.map(({ place, x }) => head(x, chart.columns[place]?.label ?? '', 'end')),
    ...readable(chart.axis.ticks, at).map((tick) => head(placed(at, tick.at), tick.label, 'mid')),
    head(at.value, chart.valueLabel, 'end'),
  ].join('');
}

/** Every second or third of the ticks where all of them would run into each other. */
function readable(ticks: WhiskerChart['axis']['ticks'], { from, to }: Columns) {
  const needed = ticks.reduce((sum, { label }) => sum + textWidth(label) + 8, 0);
  const step = Math.ceil(needed / (to - from));
  return ticks.filter((_, index) => index % step === 0);
}

function drawRow(row: WhiskerRow, y: number, at: Columns, theme: Theme): string {
  const [low, high, dot] = [row.low, row.high, row.at].map((place) => rounded(placed(at, place)));
  const text = (x: number, words: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks, 't-13'), x, y: y + 4 }, escapeText(words));
  return element(
    'g',
    {},
    title([row.label, ...row.figures, row.value].join(', ')),
    text(0, fitText(row.label, at.label, 13), 't-ink'),
    ...at.figures.map(({ place, x }) => text(x, row.figures[place] ?? '', 't-ink', 'end')),
    element('path', {
      ...look(theme, 'whisker'),
      d: `M${low} ${y}H${high}M${low} ${y - 3}v6M${high} ${y - 3}v6`,
    }),
    element('circle', {
      ...look(theme, row.few ? 'point-few' : 'point'),
      cx: dot,
      cy: y,
      r: row.few ? 3 : 3.5,
    }),
    text(at.value, row.value, 't-ink', 'end'),
  );
}

function drawTotal(
  { label, figures, value }: NonNullable<WhiskerChart['total']>,
  top: number,
  at: Columns,
  width: number,
  theme: Theme,
): string {
  const text = (x: number, words: string, ...marks: Mark[]) =>
    element(
      'text',
      { ...textLook(theme, ...marks, 't-strong', 't-13'), x, y: top + ROW / 2 + 4 },
      escapeText(words),
    );
  return [
    element('path', { ...look(theme, 'reference'), d: `M0 ${top + 0.5}H${rounded(width)}` }),
    text(0, label),
    ...at.figures.map(({ place, x }) => text(x, figures[place] ?? '', 'end')),
    text(at.value, value, 'end'),
  ].join('');
}

import { drawSpark } from './draw-spark.ts';
import { formatCount } from './format.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import type { ScanList, ScanRow } from './scan-model.ts';
import { element, escapeText, rounded, title } from './svg.ts';
import { fitText } from './text-fit.ts';

const ROW = 46;
const LINE = 16;
const HEAD = 22;
const SPARK = { width: 128, height: 30 };
const FIGURES = { lift: 104, found: 76, expected: 62, excess: 52, q: 56 };
/** "1,807 of 3,603", where there is room for it. */
const FOUND_IN_FULL = 104;
const AXIS = 130;
const NARROW = 760;

/** The height that so many patterns need. */
export function scanHeight({ rows, unshown }: ScanList): number {
  return HEAD + rows.reduce((sum, row) => sum + rowHeight(row), 0) + (unshown > 0 ? 24 : 4);
}

/** A line more for each fact more. */
function rowHeight({ also = [] }: ScanRow): number {
  return ROW + also.length * LINE;
}

/** Where columns begin or, of figures, end. Narrow ones have no course. */
function columns(width: number) {
  const q = width;
  const excess = q - FIGURES.q;
  const expected = excess - FIGURES.excess;
  const found = expected - FIGURES.expected;
  const lift = found - (width < NARROW ? FIGURES.found : FOUND_IN_FULL);
  const axisTo = lift - FIGURES.lift;
  const axisFrom = axisTo - AXIS;
  const spark = width < NARROW ? null : axisFrom - SPARK.width - 24;
  return {
    q,
    excess,
    expected,
    found,
    lift,
    axisFrom,
    axisTo,
    spark,
    name: 22,
    nameEnd: (spark ?? axisFrom) - 12,
  };
}

type Columns = ReturnType<typeof columns>;

/** Patterns as the inside of an SVG of this width: one row each. */
export function drawScan(list: ScanList, width: number, theme: Theme): string {
  const at = columns(width);
  const tops = list.rows.map((_, index) =>
    list.rows.slice(0, index).reduce((sum, row) => sum + rowHeight(row), HEAD),
  );
  const foot = list.rows.reduce((sum, row) => sum + rowHeight(row), HEAD);
  const x = rounded(placeOf(at, list.axis.reference));
  return [
    heads(list, at, theme),
    element('path', { ...look(theme, 'reference'), d: `M${x} ${HEAD}V${foot}` }),
    ...list.rows.map((row, index) => drawRow(row, tops[index] ?? HEAD, at, theme)),
    list.unshown > 0
      ? text(at.name, foot + 17, `${formatCount(list.unshown)} further patterns are in the table.`, theme)
      : '',
  ].join('');
}

function heads({ axis }: ScanList, at: Columns, theme: Theme): string {
  return [
    text(at.name, 11, 'Pattern; what there is more of', theme),
    ...(at.spark === null ? [] : [text(at.spark, 11, 'Course by week', theme)]),
    ...axis.ticks.map((tick) => text(placeOf(at, tick.at), 11, tick.label, theme, 'mid')),
    text(at.lift, 11, 'Lift (95\u00a0%)', theme, 'end'),
    text(at.found, 11, 'Found', theme, 'end'),
    text(at.expected, 11, 'Expected', theme, 'end'),
    text(at.excess, 11, 'Excess', theme, 'end'),
    text(at.q, 11, 'q', theme, 'end'),
  ].join('');
}

function drawRow(row: ScanRow, top: number, at: Columns, theme: Theme): string {
  const middle = top + rowHeight(row) / 2;
  const room = at.nameEnd - at.name;
  const figure = (x: number, words: string, ...marks: Mark[]) =>
    text(x, middle + 4, words, theme, 't-13', 'end', ...marks);
  const name = row.rising ? `${row.name}, rising` : row.name;
  return element(
    'g',
    {},
    title(row.sentence),
    text(14, top + 18, String(row.place), theme, 'end'),
    text(at.name, top + 18, fitText(name, room, 13), theme, 't-ink', 't-13'),
    ...[row.reason, ...(row.also ?? []).map(({ words }) => `also ${words}`)].map((words, line) =>
      text(at.name, top + 35 + line * LINE, fitText(words, room), theme),
    ),
    at.spark === null || row.spark === null ? '' : course(row.spark, at.spark, middle, theme),
    whisker(row, middle, at, theme),
    figure(at.lift, `${row.lift} (${row.interval})`, 't-ink'),
    figure(at.found, row.found, 't-ink'),
    figure(at.expected, row.expected),
    figure(at.excess, row.excess, 't-ink'),
    figure(at.q, row.q),
  );
}

function course(spark: NonNullable<ScanRow['spark']>, x: number, middle: number, theme: Theme): string {
  const transform = `translate(${Math.round(x)} ${middle - SPARK.height / 2})`;
  return element('g', { transform }, drawSpark(spark, SPARK, theme));
}

function whisker(row: ScanRow, y: number, at: Columns, theme: Theme): string {
  const [low, high, dot] = [row.low, row.high, row.at].map((place) => rounded(placeOf(at, place)));
  const end = row.beyond ? `M${Number(high) - 4} ${y - 3.5}l4 3.5l-4 3.5` : `M${high} ${y - 3}v6`;
  return [
    element('path', { ...look(theme, 'whisker'), d: `M${low} ${y}H${high}M${low} ${y - 3}v6${end}` }),
    element('circle', {
      ...look(theme, row.few ? 'point-few' : 'point'),
      cx: dot,
      cy: y,
      r: row.few ? 3 : 3.5,
    }),
  ].join('');
}

function placeOf({ axisFrom, axisTo }: Columns, at: number): number {
  return axisFrom + at * (axisTo - axisFrom);
}

function text(x: number, y: number, words: string, theme: Theme, ...marks: Mark[]): string {
  return element('text', { ...textLook(theme, ...marks), x, y }, escapeText(words));
}

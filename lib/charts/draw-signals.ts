import { drawSpark } from './draw-spark.ts';
import { formatCount } from './format.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import { signalShape } from './shapes.ts';
import type { SignalList, SignalRow } from './signal-model.ts';
import { STATE_WORDS } from './signal-words.ts';
import { element, escapeText, title } from './svg.ts';
import { fitText, wrapText } from './text-fit.ts';

const ROW = 32;
const LINE = 13;
const HEAD = 22;
const SPARK = { width: 104, height: 24 };
const NARROW = 620;

/** The height that so many signals need, with a line for the rest. */
export function signalsHeight({ rows }: SignalList): number {
  return HEAD + (rows.length + 1) * ROW;
}

/** Signals as the inside of an SVG of this width: one row each, and how many series are quiet. */
export function drawSignals(list: SignalList, width: number, theme: Theme): string {
  const at = columns(width);
  const text = (x: number, y: number, words: string, room: number, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x, y }, escapeText(fitText(words, room)));
  const quiet = `${formatCount(list.quiet)} series: common cause only; ${formatCount(list.few)} too few to judge`;
  return [
    text(0, 11, 'Since', 52),
    text(at.series, 11, 'Series', 80),
    text(at.rule, 11, 'Signal and rule', 100),
    text(at.latest, 11, 'Latest', 60, 'end'),
    text(width, 11, 'Usual range', 90, 'end'),
    ...list.rows.map((row, index) => drawRow(row, HEAD + index * ROW, at, width, theme)),
    text(0, HEAD + list.rows.length * ROW + ROW / 2 + 4, quiet, width),
  ].join('');
}

function columns(width: number) {
  const wide = width >= NARROW;
  const latest = width - 92;
  const spark = wide ? latest - 70 - SPARK.width : null;
  const series = 56;
  const rule = series + ((spark ?? latest - 60) - series) * 0.45;
  return { series, rule, spark, latest };
}

function drawRow(
  row: SignalRow,
  top: number,
  at: ReturnType<typeof columns>,
  width: number,
  theme: Theme,
): string {
  const middle = top + ROW / 2;
  const text = (x: number, words: string, room: number, ...marks: Mark[]) => {
    const lines = wrapText(words, room, 12, 2);
    const first = middle + 4 - (lines.length - 1) * (LINE / 2);
    return lines
      .map((line, at) =>
        element('text', { ...textLook(theme, ...marks), x, y: first + at * LINE }, escapeText(line)),
      )
      .join('');
  };
  const end = at.spark ?? at.latest - 60;
  return element(
    'g',
    {},
    title(row.sentence),
    text(0, row.fired, 52),
    text(at.series, row.series, at.rule - at.series - 8, 't-ink'),
    element('path', {
      ...look(theme, `pt-${row.state}`),
      d: signalShape(row.state, at.rule + 5, middle, 4.5),
    }),
    text(at.rule + 14, `${STATE_WORDS[row.state]} ${row.rule}`, end - at.rule - 22, `t-${row.state}`),
    ...(at.spark === null
      ? []
      : [
          element(
            'g',
            { transform: `translate(${Math.round(at.spark)} ${middle - SPARK.height / 2})` },
            drawSpark(row.spark, SPARK, theme),
          ),
        ]),
    text(at.latest, row.latest, 64, 't-ink', 'end'),
    text(width, row.usual, 88, 'end'),
  );
}

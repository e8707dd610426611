import { formatCount } from './format.ts';
import { hatched, hatchPatterns } from './hatch.ts';
import type { HeatCell, HeatMap } from './heat-model.ts';
import { HEAT_HEAD_LINE, HEAT_ROW, HEAT_TOTALS, type HeatGrid, layoutHeat } from './layout-heat.ts';
import type { Token } from './light-values.ts';
import { fill, look, type Mark, type Theme, textLook } from './looks.ts';
import { element, escapeText, title } from './svg.ts';
import { fitText, textWidth } from './text-fit.ts';

const STEPS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A heat map as the inside of an SVG of this width: cells, row and column totals, key. */
export function drawHeat(map: HeatMap, width: number, theme: Theme): string {
  const grid = layoutHeat(map, width);
  const body = grid.head + map.rows.length * HEAT_ROW;
  return [
    hatchPatterns(theme),
    heads(map, grid, theme),
    ...map.rows.map((row, index) => drawRow(map, row, index, grid, theme)),
    totals(map, grid, body, theme),
    key(map, body + HEAT_TOTALS, theme),
  ].join('');
}

function heads(
  { rowTitle }: HeatMap,
  { width, edges, head, heads: columns }: HeatGrid,
  theme: Theme,
): string {
  const base = head - 7;
  const lines = columns.flatMap((words, index) =>
    words.map((line, at) => {
      const y = base - (words.length - 1 - at) * HEAT_HEAD_LINE;
      return element(
        'text',
        { ...textLook(theme, 'end'), x: (edges[index + 1] ?? width) - 8, y },
        escapeText(line),
      );
    }),
  );
  return [
    element('text', { ...textLook(theme), x: 0, y: base }, escapeText(rowTitle)),
    ...lines,
    element('text', { ...textLook(theme, 't-strong', 'end'), x: width - 8, y: base }, 'Total'),
  ].join('');
}

function drawRow(
  map: HeatMap,
  row: HeatMap['rows'][number],
  index: number,
  grid: HeatGrid,
  theme: Theme,
): string {
  const y = grid.head + index * HEAT_ROW;
  const cells = (map.cells[index] ?? []).map((cell, at) => {
    const words = `${row.label}, ${map.columns[at]?.label ?? ''}: ${formatCount(cell.count)} of ${formatCount(row.total)}`;
    return element(
      'g',
      {},
      title(words),
      drawCell(cell, { left: grid.edges[at] ?? 0, right: grid.edges[at + 1] ?? 0, y }, theme),
    );
  });
  return [
    element(
      'g',
      {},
      title(row.label),
      element(
        'text',
        { ...textLook(theme, 't-ink', 't-13'), x: 0, y: y + 16 },
        escapeText(fitText(row.label, grid.label - 2, 13)),
      ),
    ),
    ...cells,
    element(
      'text',
      { ...textLook(theme, 't-strong', 'end'), x: grid.width - 8, y: y + 16 },
      formatCount(row.total),
    ),
  ].join('');
}

function drawCell(
  { count, step, unknown }: HeatCell,
  { left, right, y }: { left: number; right: number; y: number },
  theme: Theme,
): string {
  const box = { x: left + 0.5, y: y + 0.5, width: right - left - 1, height: HEAT_ROW - 1 };
  const words = formatCount(count);
  const at = { x: right - 8, y: y + 16 };
  if (unknown) {
    const plate = textWidth(words) + 4;
    return [
      element('rect', { ...hatched('cell'), ...box }),
      element('rect', {
        ...look(theme, 'paper'),
        x: at.x - plate + 2,
        y: y + 4,
        width: plate,
        height: HEAT_ROW - 8,
      }),
      element('text', { ...textLook(theme, 't-ink', 'end'), ...at }, words),
    ].join('');
  }
  const tone = step === 0 ? [] : [element('rect', { ...tint(theme, step), ...box })];
  return [...tone, element('text', { ...textLook(theme, 'end'), ...at, ...ink(theme, step) }, words)].join(
    '',
  );
}

function tint(theme: Theme, step: number) {
  return fill(theme, `seq-${step}` as Token);
}

/** Dark words on light tones, light words on dark ones; the fifth turns between the themes. */
function ink(theme: Theme, step: number) {
  if (step === 0) return {};
  return fill(theme, step < 5 ? 'ink' : step === 5 ? 'seq-text-5' : 'seq-text');
}

function totals({ columns, total }: HeatMap, { width, edges }: HeatGrid, y: number, theme: Theme): string {
  const figure = (x: number, words: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, 't-strong', ...marks), x, y: y + 18 }, escapeText(words));
  return [
    element('path', { ...look(theme, 'axis'), d: `M0 ${y + 0.5}H${Math.round(width)}` }),
    figure(0, 'Total'),
    ...columns.map((column, index) =>
      figure((edges[index + 1] ?? width) - 8, formatCount(column.total), 'end'),
    ),
    figure(width - 8, formatCount(total), 'end'),
  ].join('');
}

function key({ key: words }: HeatMap, y: number, theme: Theme): string {
  let x = 0;
  const text = (content: string) => {
    const drawn = element('text', { ...textLook(theme), x, y: y + 19 }, escapeText(content));
    x += textWidth(content) + 8;
    return drawn;
  };
  const swatch = (paint: object) => {
    const drawn = element('rect', { ...paint, x, y: y + 10, width: 20, height: 10 });
    x += 20;
    return drawn;
  };
  const drawn = [text(words.title), text(words.from), ...STEPS.map((step) => swatch(tint(theme, step)))];
  x += 8;
  drawn.push(text(words.to), text(words.steps));
  if (words.unknown) {
    drawn.push(
      element('rect', { ...look(theme, 'frame'), x, y: y + 10.5, width: 20, height: 9 }),
      swatch(hatched('cell')),
    );
    x += 8;
    drawn.push(text('unknown'));
  }
  return drawn.join('');
}

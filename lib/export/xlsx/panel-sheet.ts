import type { CellValue, ColumnDef, WriteSheet } from 'hucre/xlsx';
import type { TwinColumn } from '../../charts/chart-model.ts';
import { isFigure } from '../../charts/format.ts';
import type { PackPanel } from '../../packs/pack.ts';
import { toCellText } from './cell-text.ts';

/** Headline and subtitle, an empty line, and the names of the columns. */
const HEAD_ROW = 3;

/** How a figure is shown; what is known of it stays whole. */
const FORMATS: Record<TwinColumn['form'], string | null> = {
  text: null,
  count: '#,##0',
  share: '0.0%',
  decimal: '#,##0.0',
  hundredths: '#,##0.00',
  thousandths: '#,##0.000',
  date: 'd mmm yyyy',
  minutes: '#,##0.0',
};

/** A panel as a sheet: what it says above, then its rows with raw figures, which files hold in full, then the total. */
export function panelSheet({ name, headline, subtitle, table }: PackPanel): WriteSheet {
  const { columns, rows, total } = table;
  const lines = [...rows.map(({ cells }) => cells), ...(total ? [total] : [])];
  const bold = { style: { font: { bold: true } } };
  const cells: NonNullable<WriteSheet['cells']> = new Map([
    ['0,0', bold],
    ...columns.map(({ form }, at): [string, typeof bold] => [
      `${HEAD_ROW},${at}`,
      { style: { ...bold.style, ...(isFigure(form) ? { alignment: { horizontal: 'right' } } : {}) } },
    ]),
  ]);
  if (total)
    columns.forEach(({ form }, at) => {
      cells.set(`${HEAD_ROW + lines.length},${at}`, { style: { ...bold.style, ...formatOf(form) } });
    });
  return {
    name,
    columns: columns.map((column, at) =>
      toColumn(
        column,
        lines.map((line) => line[at] ?? null),
      ),
    ),
    rows: [
      [toCellText(headline)],
      [toCellText(subtitle)],
      [],
      columns.map(({ label, form }) => toCellText(form === 'minutes' ? `${label} (minutes)` : label)),
      ...lines.map((line) => columns.map(({ form }, at) => toCell(line[at] ?? null, form))),
    ],
    cells,
    freezePane: { rows: HEAD_ROW + 1 },
  };
}

function toColumn({ label, form }: TwinColumn, values: readonly (string | number | null)[]): ColumnDef {
  const longest = Math.max(label.length, ...values.map((value) => String(value ?? '').length));
  const width = form === 'text' ? longest : Math.max(label.length, 10);
  return { width: Math.min(60, width + 3), ...formatOf(form) };
}

function formatOf(form: TwinColumn['form']): { numFmt?: string } {
  const format = FORMATS[form];
  return format === null ? {} : { numFmt: format };
}

/** A figure as a number, a day as a date, and anything else as text, which no program runs as a formula. */
function toCell(value: string | number | null, form: TwinColumn['form']): CellValue {
  if (typeof value !== 'string') return value;
  return form === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? new Date(`${value}T00:00:00Z`)
    : toCellText(value);
}

import type { CSSProperties } from 'react';
import { formatCount } from '@/lib/charts/format.ts';
import type { HeatCell, HeatMap } from '@/lib/charts/heat-model.ts';
import { textWidth } from '@/lib/charts/text-fit.ts';
import style from './heat.module.css';
import { HeatKey } from './heat-key.tsx';
import { HeatRows, type LinkedCell, type LinkedRow, Total } from './heat-rows.tsx';
import type { LinksOf } from './mark-links.ts';
import { Marks } from './marks.tsx';

interface HeatTableProps {
  chart: HeatMap;
  linksOf: LinksOf;
  /** Width of the column of row names, and the least width of the whole before it scrolls. */
  labelWidth: number;
  leastWidth: number;
}

/** Counts in a grid, shaded in seven steps. A cell toggles its two values; a total opens its incidents. */
export function HeatTable({ chart, linksOf, labelWidth, leastWidth }: HeatTableProps) {
  const { rowTitle, rows, columns, total, key } = chart;
  return (
    <>
      <Marks className={style.scroll}>
        <table className={style.heat} style={{ minWidth: leastWidth }}>
          <colgroup>
            <col style={{ width: labelWidth }} />
            {columns.map(({ id, label }) => (
              <col key={id} className={style.roomy} style={widthFor(label)} />
            ))}
            <col style={{ width: 46 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className={`${style.label} ${style.corner}`}>
                {rowTitle}
              </th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col">
                  <span className={style.head}>{label}</span>
                </th>
              ))}
              <th scope="col" className={style.sum}>
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            <HeatRows
              rows={rows.map((row, index) => toRow(row, chart.cells[index] ?? [], linksOf))}
              columns={columns.map(({ id, label }) => ({ id, label }))}
            />
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={style.label}>
                Total
              </th>
              {columns.map((column) => (
                <td key={column.id}>
                  <Total count={column.total} href={column.open ? linksOf(column.open).open : null} />
                </td>
              ))}
              <td>{formatCount(total)}</td>
            </tr>
          </tfoot>
        </table>
      </Marks>
      <HeatKey {...key} />
    </>
  );
}

const ROOMY = 70;

/** Columns share the width equally; where it is scarce, one with a longer word than most takes what that needs. */
function widthFor(label: string): CSSProperties | undefined {
  const widest = Math.max(...label.split(' ').map((word) => textWidth(word)));
  return widest > ROOMY ? ({ '--needed': `${Math.ceil(widest + 6)}px` } as CSSProperties) : undefined;
}

function toRow(row: HeatMap['rows'][number], cells: readonly HeatCell[], linksOf: LinksOf): LinkedRow {
  const { id, label, total, open } = row;
  return {
    id,
    label,
    total,
    open: open ? linksOf(open).open : null,
    cells: cells.map((cell) => toCell(cell, linksOf)),
  };
}

function toCell({ count, step, unknown, open }: HeatCell, linksOf: LinksOf): LinkedCell {
  const shade = unknown ? 'unknown' : `s${step}`;
  if (!open) return { count, shade };
  const { toggle, exclude } = linksOf(open);
  return { count, shade, links: { toggle, exclude } };
}

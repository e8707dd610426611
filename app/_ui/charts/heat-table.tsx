import type { CSSProperties } from 'react';
import { formatCount, formatFraction, formatShare } from '@/lib/charts/format.ts';
import type { HeatMap } from '@/lib/charts/heat-model.ts';
import { textWidth } from '@/lib/charts/text-fit.ts';
import style from './heat.module.css';
import { HeatKey } from './heat-key.tsx';
import { type LinksOf, markProps } from './mark-links.ts';
import { Marks } from './marks.tsx';
import ramp from './ramp.module.css';

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
  const first = firstLinked(chart);
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
            {rows.map((row, index) => (
              <HeatRow key={row.id} chart={chart} index={index} linksOf={linksOf} first={first} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={style.label}>
                Total
              </th>
              {columns.map((column) => (
                <td key={column.id}>
                  <Figure count={column.total} href={column.open ? linksOf(column.open).open : null} />
                </td>
              ))}
              <td>
                <span>{formatCount(total)}</span>
              </td>
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

interface HeatRowProps {
  chart: HeatMap;
  index: number;
  linksOf: LinksOf;
  /** Which cell the Tab key reaches. */
  first: string;
}

function HeatRow({ chart, index, linksOf, first }: HeatRowProps) {
  const row = chart.rows[index];
  if (!row) return null;
  return (
    <tr>
      <th scope="row" className={style.label} title={row.label}>
        {row.label}
      </th>
      {chart.columns.map((column, place) => {
        const cell = chart.cells[index]?.[place];
        if (!cell) return <td key={column.id} />;
        const shade = cell.unknown ? ramp.unknown : ramp[`s${cell.step}`];
        const words = `${row.label}, ${column.label}: ${formatFraction(cell.count, row.total)}`;
        const share = row.total > 0 ? `, ${formatShare(cell.count / row.total)}` : '';
        return (
          <td key={column.id} className={shade}>
            {cell.open ? (
              <a
                {...markProps(linksOf(cell.open))}
                tabIndex={first === `${index} ${place}` ? 0 : -1}
                title={words + share}
              >
                <span>{formatCount(cell.count)}</span>
              </a>
            ) : (
              <span>{formatCount(cell.count)}</span>
            )}
          </td>
        );
      })}
      <td className={style.sum}>
        <Figure count={row.total} href={row.open ? linksOf(row.open).open : null} />
      </td>
    </tr>
  );
}

function Figure({ count, href }: { count: number; href: string | null }) {
  return href ? <a href={href}>{formatCount(count)}</a> : <span>{formatCount(count)}</span>;
}

function firstLinked({ cells }: HeatMap): string {
  for (const [index, row] of cells.entries()) {
    const place = row.findIndex((cell) => cell.open);
    if (place >= 0) return `${index} ${place}`;
  }
  return '';
}

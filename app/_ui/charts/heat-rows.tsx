'use client';

import { memo, type ReactNode } from 'react';
import { formatCount, formatFraction, formatShare } from '@/lib/charts/format.ts';
import style from './heat.module.css';
import { type MarkLinks, markProps } from './mark-links.ts';
import ramp from './ramp.module.css';

/** A cell with what it leads to; its shade is a name of the ramp's. */
export interface LinkedCell {
  count: number;
  shade: string;
  links?: Omit<MarkLinks, 'open'>;
}

export interface LinkedRow {
  id: string;
  label: string;
  total: number;
  open: string | null;
  cells: readonly LinkedCell[];
}

interface HeatRowsProps {
  rows: readonly LinkedRow[];
  columns: readonly { id: string; label: string }[];
}

/** The rows of a heat map. They are made where they are shown: as elements they would take twice as much to send. */
export const HeatRows = memo(function HeatRows({ rows, columns }: HeatRowsProps) {
  const first = rows.flatMap(({ cells }) => cells).find(({ links }) => links);
  return rows.map((row) => (
    <tr key={row.id}>
      <th scope="row" className={style.label} title={row.label}>
        {row.label}
      </th>
      {row.cells.map((cell, place) => (
        <td key={columns[place]?.id} className={ramp[cell.shade]}>
          {cell.links ? (
            <a
              {...markProps(cell.links)}
              tabIndex={cell === first ? 0 : -1}
              title={words(row, columns[place]?.label ?? '', cell.count)}
            >
              {figure(cell)}
            </a>
          ) : (
            figure(cell)
          )}
        </td>
      ))}
      <td className={style.sum}>
        <Total count={row.total} href={row.open} />
      </td>
    </tr>
  ));
});

/** A total, which opens its incidents where there are any. */
export function Total({ count, href }: { count: number; href: string | null }) {
  return href ? <a href={href}>{formatCount(count)}</a> : formatCount(count);
}

/** Only on hatching a figure needs ground of its own: there are hundreds of them on a page. */
function figure({ count, shade }: LinkedCell): ReactNode {
  return shade === 'unknown' ? <span>{formatCount(count)}</span> : formatCount(count);
}

function words({ label, total }: LinkedRow, column: string, count: number): string {
  const share = total > 0 ? `, ${formatShare(count / total)}` : '';
  return `${label}, ${column}: ${formatFraction(count, total)}${share}`;
}

'use client';

import { FlexRender } from '@tanstack/react-table';
import Link from 'next/link';
import { toListParams } from '@/lib/filters/list-state.ts';
import { toOpenParam } from '@/lib/filters/open-incident.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { COLUMN_LABELS, type ListColumn } from '@/lib/preferences/list-columns.ts';
import { FoundWords } from './found-words.tsx';
import { classOf } from './incident-columns.tsx';
import style from './incidents.module.css';
import selected from './selection.module.css';
import type { TableModel } from './table-model.ts';
import type { TableRow as Row, Selection } from './use-incident-table.ts';

interface TableRowProps {
  row: Row;
  /** Which of the page it is, from 0. */
  place: number;
  model: TableModel;
  selection: Selection;
  /** Is given the row, to learn how high it is. */
  measure: ((element: HTMLElement | null) => void) | null;
}

/** An incident, and under it where its words say what was looked for. */
export function TableRow({ row, place, model, selection, measure }: TableRowProps) {
  const { number, name, found, marked } = row.original;
  const { query, list, mayExport } = model;
  const isSelected = mayExport && selection.has(row);
  const cells = row.getAllCells();
  return (
    <tbody ref={measure} data-index={place} className={isSelected ? selected.selected : undefined}>
      <tr
        className={found ? style.hasFound : undefined}
        aria-rowindex={place + 2}
        aria-current={number === model.open ? 'true' : undefined}
      >
        {mayExport ? (
          <td className={selected.box}>
            <input
              type="checkbox"
              aria-label={`Select ${name}`}
              checked={isSelected}
              onChange={({ nativeEvent }) =>
                selection.toggle(row, { shiftKey: (nativeEvent as MouseEvent).shiftKey === true })
              }
            />
          </td>
        ) : null}
        <th scope="row" className={style.name}>
          <Link
            className={style.open}
            href={toHref('/incidents', query, toListParams(list), toOpenParam(number))}
            prefetch={false}
            scroll={false}
            data-row={number}
          >
            {name}
          </Link>
        </th>
        {cells.map((cell) => {
          const id = cell.column.id as ListColumn;
          return (
            <td key={cell.id} className={classOf(model, id)} data-label={COLUMN_LABELS[id]}>
              <FlexRender cell={cell} />
            </td>
          );
        })}
        {model.measure ? (
          <td className={style.mark} data-label={model.measure}>
            {marked ? 'yes' : <span className="quiet">no</span>}
          </td>
        ) : null}
      </tr>
      {found ? (
        <tr className={style.foundRow}>
          {mayExport ? <td className={selected.box} /> : null}
          <td colSpan={cells.length + (model.measure ? 2 : 1)}>
            <FoundWords fragments={found} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

'use client';

import { useRef } from 'react';
import style from './incidents.module.css';
import { ListKeys } from './list-keys.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TableHead } from './table-head.tsx';
import type { TableModel } from './table-model.ts';
import { TableRow } from './table-row.tsx';
import { useIncidentTable } from './use-incident-table.ts';
import { useWindowOfRows } from './use-window-of-rows.ts';

/** One page of incidents. The first cell of a row holds its only link, which covers the row. */
export function IncidentTable({ model }: { model: TableModel }) {
  const place = useRef<HTMLTableElement>(null);
  const { rows, selection } = useIncidentTable(model);
  const shown = useWindowOfRows(place, rows.length, model.density);
  return (
    <>
      <div className={lookOf(model)}>
        <table ref={place} className={style.table} aria-rowcount={rows.length + 1}>
          <caption className="unseen">Incidents</caption>
          <TableHead model={model} rows={rows} selection={selection} />
          <Space height={shown.above} />
          {shown.places.map((place) => {
            const row = rows[place];
            return row ? (
              <TableRow
                key={row.id}
                row={row}
                place={place}
                model={model}
                selection={selection}
                measure={shown.measure}
              />
            ) : null;
          })}
          <Space height={shown.below} />
        </table>
      </div>
      <ListKeys rows={rows} selection={selection} reveal={shown.reveal} />
      {model.mayExport ? <SelectionBar model={model} rows={rows} selection={selection} /> : null}
    </>
  );
}

/** Where somebody chose the columns, none is left away for lack of room: the page is as wide as they are. */
function lookOf({ density, isChosen }: TableModel): string {
  return `${isChosen ? style.chosen : style.fitting} ${density === 'compact' ? style.compact : ''}`;
}

const BARE = { padding: 0, border: 0 };

/** Stands for the rows that are too far away to be drawn. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={BARE}>
        <td style={{ ...BARE, height }} />
      </tr>
    </tbody>
  );
}

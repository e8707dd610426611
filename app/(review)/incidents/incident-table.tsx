'use client';

import { lazy, Suspense, useRef } from 'react';
import { COLUMN_LABELS } from '@/lib/preferences/list-columns.ts';
import style from './incidents.module.css';
import { ListKeys } from './list-keys.tsx';
import { useRowFocus } from './row-focus.ts';
import { SelectionBar } from './selection-bar.tsx';
import { TableHead } from './table-head.tsx';
import type { TableModel } from './table-model.ts';
import { TableRow } from './table-row.tsx';
import { useFollowOpen } from './use-follow-open.ts';
import { useIncidentTable } from './use-incident-table.ts';

/** Up to so many rows are all drawn. */
const ALL_DRAWN = 100;
const WindowOfRows = lazy(() => import('./window-of-rows.tsx'));

/** One page of incidents. The first cell of a row holds its only link, which covers the row. */
export function IncidentTable({ model }: { model: TableModel }) {
  const table = useRef<HTMLTableElement>(null);
  const { rows, selection } = useIncidentTable(model);
  const reveal = useRef<(place: number) => void>(NOTHING);
  const numbers = model.rows.map(({ number }) => number);
  const focus = useRowFocus(numbers, reveal);
  useFollowOpen(model.open, numbers, focus, reveal);
  const row = (place: number, measure?: (element: HTMLElement | null) => void) => {
    const one = rows[place];
    return one ? (
      <TableRow
        key={one.id}
        row={one}
        place={place}
        model={model}
        selection={selection}
        measure={measure ?? null}
      />
    ) : null;
  };
  return (
    <>
      <div className={lookOf(model)}>
        <table ref={table} className={style.table} aria-rowcount={rows.length + 1}>
          <caption className="unseen">Incidents</caption>
          <TableHead model={model} rows={rows} selection={selection} />
          {rows.length > ALL_DRAWN ? (
            <Suspense>
              <WindowOfRows
                table={table}
                count={rows.length}
                density={model.density}
                reveal={reveal}
                row={row}
              />
            </Suspense>
          ) : (
            rows.map((_, place) => row(place))
          )}
        </table>
        {model.offPaper.length > 0 ? (
          <p className={style.notOnPaper}>
            Not on paper: {model.offPaper.map((column) => COLUMN_LABELS[column].toLowerCase()).join(', ')}.
          </p>
        ) : null}
      </div>
      <ListKeys rows={rows} selection={selection} focus={focus} />
      {model.mayExport ? <SelectionBar model={model} rows={rows} selection={selection} /> : null}
    </>
  );
}

const NOTHING = () => {};

/** Where somebody chose the columns, none is left away for lack of room: the page is as wide as they are. */
function lookOf({ density, isChosen }: TableModel): string {
  return `${isChosen ? style.chosen : style.fitting} ${density === 'compact' ? style.compact : ''}`;
}

'use client';

import { formatCount } from '@/lib/charts/format.ts';
import type { ListState } from '@/lib/filters/list-state.ts';
import { COLUMN_LABELS } from '@/lib/preferences/list-columns.ts';
import { COLUMNS, classOf } from './incident-columns.tsx';
import style from './incidents.module.css';
import selected from './selection.module.css';
import { SortLink } from './sort-link.tsx';
import type { TableModel } from './table-model.ts';
import type { Selection, TableRow } from './use-incident-table.ts';

interface TableHeadProps {
  model: TableModel;
  rows: readonly TableRow[];
  selection: Selection;
}

export function TableHead({ model, rows, selection }: TableHeadProps) {
  const { list, query, measure, mayExport } = model;
  return (
    <thead>
      <tr>
        {mayExport ? (
          <th scope="col" className={selected.box}>
            <PageBox rows={rows} selection={selection} />
          </th>
        ) : null}
        <th scope="col" className={style.name} aria-sort={sortOf('number', list)}>
          <SortLink label="Incident" sort="number" list={list} query={query} />
        </th>
        {model.columns.map((id) => {
          const { sort } = COLUMNS[id];
          return (
            <th key={id} scope="col" className={classOf(model, id)} aria-sort={sort && sortOf(sort, list)}>
              {sort ? (
                <SortLink label={COLUMN_LABELS[id]} sort={sort} list={list} query={query} />
              ) : (
                <span>{COLUMN_LABELS[id]}</span>
              )}
            </th>
          );
        })}
        {measure ? (
          <th scope="col" className={style.mark}>
            <span>{measure.charAt(0).toUpperCase() + measure.slice(1)}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

/** Selects all rows of the page, or none of them. */
function PageBox({ rows, selection }: Omit<TableHeadProps, 'model'>) {
  const chosen = rows.filter((row) => selection.has(row)).length;
  const isEach = rows.length > 0 && chosen === rows.length;
  return (
    <input
      type="checkbox"
      aria-label={`Select the ${formatCount(rows.length)} on this page`}
      checked={isEach}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && !isEach;
      }}
      onChange={selection.togglePage}
    />
  );
}

function sortOf(sort: ListState['sort'], list: ListState) {
  if (list.sort !== sort) return undefined;
  return list.descending ? 'descending' : 'ascending';
}

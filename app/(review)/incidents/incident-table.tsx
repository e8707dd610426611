import Link from 'next/link';
import { Fragment } from 'react';
import type { IncidentRow, OptionalColumn } from '@/lib/analysis/incident-row.ts';
import { type ListState, toListParams } from '@/lib/filters/list-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { FoundWords } from './found-words.tsx';
import { COLUMNS, type Column } from './incident-columns.tsx';
import style from './incidents.module.css';
import { SortLink } from './sort-link.tsx';

interface IncidentTableProps {
  rows: readonly IncidentRow[];
  columns: readonly OptionalColumn[];
  list: ListState;
  /** The filters, so that an incident's page leads back to this list. */
  query: string;
  /** What marked incidents count as: "escalated"; null without a measure. */
  measure: string | null;
}

/** One page of incidents. The first cell holds the row's only link, which covers the row. */
export function IncidentTable({ rows, columns, list, query, measure }: IncidentTableProps) {
  const shown = COLUMNS.filter(({ id, optional }) =>
    id === 'topic' ? rows.some((row) => row.topic !== null) : !optional || columns.includes(optional),
  );
  const back = toListParams(list);
  return (
    <table className={style.table}>
      <caption className="unseen">Incidents</caption>
      <thead>
        <tr>
          <th scope="col" className={style.name} aria-sort={sortOf('number', list)}>
            <SortLink label="Incident" sort="number" list={list} query={query} />
          </th>
          {shown.map((column) => (
            <Head key={column.id} column={column} list={list} query={query} />
          ))}
          {measure ? (
            <th scope="col" className={style.mark}>
              <span>{measure.charAt(0).toUpperCase() + measure.slice(1)}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.number}>
            <tr className={row.found ? style.hasFound : undefined}>
              <th scope="row" className={style.name}>
                <Link
                  className={style.open}
                  href={toHref(`/incidents/${row.number}`, query, back)}
                  prefetch={false}
                  data-row
                >
                  {row.name}
                </Link>
              </th>
              {shown.map((column) => (
                <td key={column.id} className={column.className} data-label={column.label}>
                  {column.cell(row)}
                </td>
              ))}
              {measure ? (
                <td className={style.mark} data-label={measure}>
                  {row.marked ? 'yes' : <span className="quiet">no</span>}
                </td>
              ) : null}
            </tr>
            {row.found ? (
              <tr className={style.foundRow}>
                <td colSpan={shown.length + (measure ? 2 : 1)}>
                  <FoundWords fragments={row.found} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Head({ column, list, query }: { column: Column; list: ListState; query: string }) {
  const { label, sort, className } = column;
  if (!sort) {
    return (
      <th scope="col" className={className}>
        <span>{label}</span>
      </th>
    );
  }
  return (
    <th scope="col" className={className} aria-sort={sortOf(sort, list)}>
      <SortLink label={label} sort={sort} list={list} query={query} />
    </th>
  );
}

function sortOf(sort: ListState['sort'], list: ListState) {
  if (list.sort !== sort) return undefined;
  return list.descending ? 'descending' : 'ascending';
}

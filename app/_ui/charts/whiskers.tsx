import type { CSSProperties, ReactNode } from 'react';
import type { WhiskerChart, WhiskerRow } from '@/lib/charts/whisker-model.ts';
import { type LinksOf, markProps } from './mark-links.ts';
import { Marks } from './marks.tsx';
import style from './whiskers.module.css';

interface WhiskersProps {
  chart: WhiskerChart;
  linksOf: LinksOf;
}

/** Names, figures and dots with their ranges. The name of a row toggles its value. */
export function Whiskers({ chart, linksOf }: WhiskersProps) {
  const firstId = chart.rows.find(({ open }) => open)?.id;
  return (
    <Marks>
      <WhiskerTable
        chart={chart}
        nameOf={({ id, label, open }) =>
          open ? (
            <a
              {...markProps(linksOf(open))}
              tabIndex={id === firstId ? 0 : -1}
              title={`${label}: click filters, Alt-click excludes`}
            >
              {label}
            </a>
          ) : (
            label
          )
        }
      />
    </Marks>
  );
}

interface WhiskerTableProps {
  chart: WhiskerChart;
  nameOf: (row: WhiskerRow) => ReactNode;
}

/** The rows, each with its name as given. */
export function WhiskerTable({ chart, nameOf }: WhiskerTableProps) {
  const { rowLabel, columns, axis, valueLabel, rows, total } = chart;
  return (
    <table className={style.whiskers} style={{ '--figures': columns.length } as CSSProperties}>
      <thead>
        <tr>
          <th scope="col">{rowLabel}</th>
          {columns.map(({ label, wide }) => (
            <th key={label} scope="col" className={figure(wide)}>
              {label}
            </th>
          ))}
          <td className={style.axis}>
            {axis.ticks.map(({ at, label }) => (
              <span key={label} style={{ '--at': at } as CSSProperties}>
                {label}
              </span>
            ))}
          </td>
          <th scope="col" className={figure(false)}>
            {valueLabel}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={style.name} title={row.label}>
              {nameOf(row)}
            </th>
            {columns.map(({ label, wide }, place) => (
              <td key={label} className={figure(wide)}>
                {row.figures[place]}
              </td>
            ))}
            <Whisker row={row} reference={axis.reference} />
            <td className={figure(false)}>{row.value}</td>
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            <th scope="row">{total.label}</th>
            {columns.map(({ label, wide }, place) => (
              <td key={label} className={figure(wide)}>
                {total.figures[place]}
              </td>
            ))}
            <td />
            <td className={figure(false)}>{total.value}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function figure(wide: boolean): string {
  return [style.figure, wide ? style.wide : ''].join(' ');
}

function Whisker({ row: { at, low, high, few }, reference }: { row: WhiskerRow; reference: number | null }) {
  const place = { '--at': at, '--low': low, '--reach': high - low, '--line': reference ?? 0 };
  return (
    <td className={style.range} style={place as CSSProperties}>
      {reference === null ? null : <i className={style.line} />}
      <i className={style.whisker} />
      <i className={few ? style.few : style.dot} />
    </td>
  );
}

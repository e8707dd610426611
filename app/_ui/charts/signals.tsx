import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatCount } from '@/lib/charts/format.ts';
import type { SaidOfSignal, SignalList, SignalRow } from '@/lib/charts/signal-model.ts';
import { STATE_WORDS } from '@/lib/charts/signal-words.ts';
import table from '../table/table.module.css';
import { Glyph } from './glyph.tsx';
import type { LinksOf } from './mark-links.ts';
import style from './signals.module.css';
import { Sparkline } from './sparkline.tsx';

interface SignalsProps {
  list: SignalList;
  linksOf: LinksOf;
  /** The page with a series in the main chart. */
  chartHref: (row: SignalRow) => string;
  /** What can be done about a signal. */
  actions?: (row: SignalRow) => ReactNode;
  /** How what somebody said is taken back. */
  undo?: (said: SaidOfSignal, of: string) => ReactNode;
  /** Where all of them are listed; null where they are. */
  moreHref: string | null;
}

/** So many rows stand on a page whose other panels want to be seen. */
const ROWS = 12;

/** One row a signal, the latest first: its series opens its chart, its latest figure its incidents. */
export function Signals({ list, linksOf, chartHref, actions, undo, moreHref }: SignalsProps) {
  const rows = moreHref ? list.rows.slice(0, ROWS) : list.rows;
  const left = list.rows.length - rows.length;
  const columns = actions ? 5 : 4;
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${style.signals}`}>
        <colgroup>
          <col className={style.week} />
          <col />
          <col className={`${style.course} ${style.wide}`} />
          <col className={style.newest} />
          <col className={style.range} />
          {actions ? <col className={style.acts} /> : null}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Since</th>
            <th scope="col">Series, signal and rule</th>
            <th scope="col" className={style.wide}>
              Course
            </th>
            <th scope="col" className={table.figure}>
              Latest
            </th>
            <th scope="col" className={table.figure}>
              Usual range
            </th>
            {actions ? (
              <th scope="col">
                <span className="unseen">What to do</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} {...{ row, linksOf, chartHref, actions, undo }} />
          ))}
          {moreHref && left > 0 ? (
            <tr>
              <td />
              <td colSpan={columns}>
                <Link href={moreHref} scroll={false} prefetch={false}>
                  Show {formatCount(left)} more
                </Link>
              </td>
            </tr>
          ) : null}
          {list.muted.map((said) => (
            <tr key={said.reviewId} className="quiet">
              <td />
              <td colSpan={columns} className={style.said}>
                {said.series}: {said.words} {undo?.(said, said.series)}
              </td>
            </tr>
          ))}
          <tr className="quiet">
            <td />
            <td colSpan={columns} className={style.said}>
              {formatCount(list.quiet)} series: common cause only. {formatCount(list.few)} too few to judge,
              not among the {formatCount(list.judged)}.
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  linksOf,
  chartHref,
  actions,
  undo,
}: { row: SignalRow } & Omit<SignalsProps, 'list' | 'moreHref'>) {
  return (
    <tr title={row.sentence}>
      <td className="quiet">{row.fired}</td>
      <td className={style.series}>
        <Link href={chartHref(row)} prefetch={false}>
          {row.series}
        </Link>
        <span className={style.rule}>
          <span className={style[row.state]}>
            <Glyph state={row.state} /> {STATE_WORDS[row.state]}
          </span>{' '}
          {row.rule}
        </span>
        {row.seen ? (
          <span className={style.seen}>
            {row.seen.words} {undo?.(row.seen, row.series)}
          </span>
        ) : null}
      </td>
      <td className={`${style.spark} ${style.wide}`}>
        <Sparkline chart={row.spark} name={row.series} width={104} height={24} />
      </td>
      <td className={`${table.figure} ${style.figure}`}>
        <a
          href={linksOf(row.open.narrowing).open}
          aria-label={`${row.latest}, ${row.series}: ${row.open.label}`}
        >
          {row.latest}
        </a>
      </td>
      <td className={`quiet ${table.figure} ${style.figure}`}>{row.usual}</td>
      {actions ? <td className={style.actions}>{actions(row)}</td> : null}
    </tr>
  );
}

import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import { formatCount } from '@/lib/charts/format.ts';
import type { ScanList, ScanRow } from '@/lib/charts/scan-model.ts';
import table from '../table/table.module.css';
import type { LinksOf } from './mark-links.ts';
import style from './scan.module.css';
import { Sparkline } from './sparkline.tsx';
import whiskers from './whiskers.module.css';

interface ScanProps {
  list: ScanList;
  linksOf: LinksOf;
  /** How a pattern that is not kept yet is kept; nothing for those who may not. */
  keep?: (row: ScanRow) => ReactNode;
  keptHref: (patternId: number) => string;
  /** Where all patterns are listed; null where they are. */
  moreHref: string | null;
}

/** One row a pattern, rising ones first. Its name narrows the page to it, what was found opens its incidents. */
export function Scan({ list, linksOf, keep, keptHref, moreHref }: ScanProps) {
  const hasState = keep !== undefined || list.rows.some(({ kept }) => kept !== null);
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${style.scan}`}>
        <colgroup>
          <col className={style.place} />
          <col />
          <col className={style.course} />
          <col className={style.axis} />
          <col className={style.lift} />
          <col className={style.found} />
          <col className={style.expected} />
          <col className={style.excess} />
          <col className={style.q} />
          {hasState ? <col className={style.state} /> : null}
        </colgroup>
        <Head axis={list.axis} hasState={hasState} />
        <tbody>
          {list.rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              reference={list.axis.reference}
              linksOf={linksOf}
              state={hasState ? <State row={row} keep={keep} keptHref={keptHref} /> : null}
            />
          ))}
          {moreHref && list.unshown > 0 ? (
            <tr className={style.more}>
              <td />
              <td colSpan={hasState ? 9 : 8}>
                <Link href={moreHref} scroll={false} prefetch={false}>
                  Show {formatCount(list.unshown)} more
                </Link>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function Head({ axis, hasState }: { axis: ScanList['axis']; hasState: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="unseen">Place</span>
        </th>
        <th scope="col">Pattern; what there is more of</th>
        <th scope="col">Found by week</th>
        <td className={style.ticks}>
          {axis.ticks.map(({ at, label }) => (
            <span key={label} style={{ '--at': at } as CSSProperties}>
              {label}
            </span>
          ))}
        </td>
        {['Lift (95\u00a0%)', 'Found', 'Expected', 'Excess', 'q'].map((label) => (
          <th key={label} scope="col" className={table.figure}>
            {label}
          </th>
        ))}
        {hasState ? (
          <th scope="col" className={table.figure}>
            <span className="unseen">Kept</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

interface RowProps {
  row: ScanRow;
  reference: number;
  linksOf: LinksOf;
  state: ReactNode;
}

function Row({ row, reference, linksOf, state }: RowProps) {
  const { place, name, reason, also, rising, sentence, spark, open } = row;
  return (
    <tr title={sentence}>
      <td className={`quiet ${table.figure} ${style.wide}`}>{place}</td>
      <td className={style.pattern}>
        <Link href={linksOf(row.keep.narrowing).toggle} prefetch={false}>
          {name}
        </Link>
        <span className={style.reason}>
          {rising ? <b>Rising: </b> : null}
          {reason}
        </span>
        {(also ?? []).map((fact) => (
          <span key={fact.words} className={style.reason}>
            also{' '}
            <a href={linksOf(fact.open.narrowing).open} aria-label={`${fact.words}: ${fact.open.label}`}>
              {fact.words}
            </a>
          </span>
        ))}
      </td>
      <td className={`${style.spark} ${style.wide}`}>
        <Sparkline chart={spark} name={`${name}: found`} width={128} height={30} />
      </td>
      <Range row={row} reference={reference} />
      <td className={`${table.figure} ${style.of}`}>
        {row.lift} <span className="quiet">({row.interval})</span>
      </td>
      <td className={`${table.figure} ${style.said}`} data-of="found">
        <a href={linksOf(open.narrowing).open} aria-label={`${row.found}, ${name}: ${open.label}`}>
          {row.found}
        </a>
      </td>
      <td className={`quiet ${table.figure} ${style.said}`} data-of="expected">
        {row.expected}
      </td>
      <td className={`${table.figure} ${style.said}`} data-of="excess">
        {row.excess}
      </td>
      <td className={`quiet ${table.figure} ${style.said}`} data-of="q">
        {row.q}
      </td>
      {state}
    </tr>
  );
}

function Range({ row: { at, low, high, few, beyond }, reference }: Pick<RowProps, 'row' | 'reference'>) {
  const place = { '--at': at, '--low': low, '--reach': high - low, '--line': reference };
  return (
    <td className={`${style.range} ${whiskers.range}`} style={place as CSSProperties}>
      <i className={whiskers.line} />
      <i className={beyond ? `${whiskers.whisker} ${style.beyond}` : whiskers.whisker} />
      <i className={few ? whiskers.few : whiskers.dot} />
    </td>
  );
}

function State({ row, keep, keptHref }: Pick<ScanProps, 'keep' | 'keptHref'> & { row: ScanRow }) {
  const { kept } = row;
  return (
    <td className={`${table.figure} ${style.kept}`}>
      {kept ? (
        <Link
          href={keptHref(kept.patternId)}
          prefetch={false}
          title={kept.name}
          aria-label={`Kept as ${kept.name}: ${kept.status.toLowerCase()}`}
        >
          {kept.status}
        </Link>
      ) : (
        keep?.(row)
      )}
    </td>
  );
}

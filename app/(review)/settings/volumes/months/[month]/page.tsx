import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import table from '@/app/_ui/table/table.module.css';
import { type MonthRow, volumesOfMonthReport } from '@/db/reports/volumes.ts';
import { formatCount, formatMonth } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { isLocalDate } from '@/lib/filters/local-dates.ts';
import style from '../../../settings.module.css';

export const metadata: Metadata = { title: 'Contacts of a month' };

export default async function MonthPage({ params }: { params: Promise<{ month: string }> }) {
  const viewer = await requireRight('administer');
  const month = `${(await params).month}-01`;
  if (!isLocalDate(month)) notFound();
  const rows = await volumesOfMonthReport(viewer, month).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return (
    <>
      <p>
        <PageLink href="/settings/volumes" className="link">
          ‹ Contact volumes
        </PageLink>
      </p>
      <h1>Contacts in {formatMonth(month)}</h1>
      <p className="quiet">
        Missing: days without a number between the first and the last one of the same team and channel.
      </p>
      <section className={style.section} aria-label="Contacts by team and channel">
        <SeriesTable rows={rows} />
      </section>
    </>
  );
}

function SeriesTable({ rows }: { rows: readonly MonthRow[] }) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Channel</th>
          <th scope="col" className={table.figure}>
            Contacts
          </th>
          <th scope="col" className={table.figure}>
            Days
          </th>
          <th scope="col" className={table.after}>
            Missing days
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.teamId} ${row.channelLabel}`}>
            <th scope="row" className={table.wrapped}>
              {row.teamName}
            </th>
            <td>{row.channelLabel}</td>
            <td className={table.figure} data-label="Contacts">
              {formatCount(row.contacts)}
            </td>
            <td className={table.figure} data-label="Days">
              {formatCount(row.days)}
            </td>
            <td className={`${table.wrapped} ${table.after}`} data-label="Missing days">
              <Missing row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each stretch leads to its first day, so that it can be filled. */
function Missing({ row }: { row: MonthRow }) {
  if (row.missing.length === 0) return 'none';
  return row.missing.map((stretch, index) => (
    <span key={stretch.from}>
      {index > 0 ? ', ' : ''}
      <Link
        className="link"
        href={`/settings/volumes/day?team=${row.teamId}&day=${stretch.from}`}
        prefetch={false}
      >
        {windowWords(stretch)}
      </Link>
    </span>
  ));
}

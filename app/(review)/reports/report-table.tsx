import Link from 'next/link';
import { AskFirst } from '@/app/_ui/form/ask-first.tsx';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import table from '@/app/_ui/table/table.module.css';
import type { ListedReport } from '@/db/reports/kept-reports.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { NOTHING_KNOWN } from '@/lib/charts/format.ts';
import { formatBytes } from '@/lib/charts/format-bytes.ts';
import { dayWords } from '@/lib/filters/day-words.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { hasEnded } from '@/lib/reports/report-states.ts';
import { removeTheReport, tryReportAgain } from './actions.ts';
import { LiveState } from './live-state.tsx';
import style from './reports.module.css';

interface ReportTableProps {
  reports: readonly ListedReport[];
  timeZone: string;
  /** Whether those of others are among them. */
  everybody: boolean;
}

/** What was asked for and taken out, the newest first; each leads to what it was made of. */
export function ReportTable({ reports, timeZone, everybody }: ReportTableProps) {
  return (
    <table className={`${table.table} ${style.list}`}>
      <thead>
        <tr>
          <th scope="col">Report</th>
          <th scope="col">Of</th>
          <th scope="col">Asked for</th>
          {everybody ? <th scope="col">By</th> : null}
          <th scope="col">Format</th>
          <th scope="col">State</th>
          <th scope="col" className={table.figure}>
            Size
          </th>
          <th scope="col" className={style.after}>
            Kept until
          </th>
          <th scope="col">
            <span className="unseen">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <Row key={report.code} report={report} timeZone={timeZone} everybody={everybody} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ report, timeZone, everybody }: Omit<ReportTableProps, 'reports'> & { report: ListedReport }) {
  const { code, title, filterWords, format, askedAt, by, isOwn, bytes, keptUntil, state } = report;
  return (
    <tr>
      <th scope="row">
        <Link href={`/reports/${code}`} className="link" prefetch={false}>
          {code}
        </Link>
      </th>
      <td className={table.wrapped}>
        {title}
        {filterWords ? <span className={style.filters}>{filterWords}</span> : null}
      </td>
      <td data-label="Asked for">{describeInstant(askedAt, timeZone)}</td>
      {everybody ? (
        <td className={table.wrapped} data-label="By">
          {by}
        </td>
      ) : null}
      <td className={table.wrapped} data-label="Format">
        {format}
      </td>
      <td className={table.wrapped} data-label="State">
        <LiveState report={report} />
      </td>
      <td className={table.figure} data-label="Size">
        {bytes === null ? <span title={sizeMissing(report)}>{NOTHING_KNOWN}</span> : formatBytes(bytes)}
      </td>
      <td className={style.after} data-label="Kept until">
        {dayWords(localDateAt(keptUntil, timeZone))}
      </td>
      <td>
        <div className={style.does}>
          {isOwn && report.hasFile ? (
            <a className="link" href={`/api/reports/${code}/file`} aria-label={`Download ${code}`}>
              Download
            </a>
          ) : null}
          {isOwn && (state === 'failed' || state === 'refused') ? (
            <OneButtonForm action={tryReportAgain} fields={{ code }} label="Try again" during="Asking" />
          ) : null}
          {isOwn && hasEnded(state) ? (
            <AskFirst action={removeTheReport} fields={{ code }} label="Remove" of={code} during="Removing">
              Its figures and its file go, for everybody who has its id. This cannot be undone.
            </AskFirst>
          ) : null}
        </div>
      </td>
    </tr>
  );
}

function sizeMissing({ leftAtOnce }: ListedReport): string {
  return leftAtOnce ? 'Not known: its download did not come to its end' : 'It is not made';
}

import type { ReactNode } from 'react';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import type { TableImportReport } from '@/db/reports/table-imports.ts';
import { describeSums } from '@/lib/analysis/import-summary.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { Problems } from '../import/[run]/problems.tsx';
import style from './settings.module.css';

interface TableImportProps {
  report: TableImportReport;
  /** The page that it belongs to: where it is and what it is called. */
  back: { href: string; label: string };
  /** What a row becomes: "event". */
  noun: string;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** What became of the rows of a small table. */
export function TableImportResult({ report, back, noun, children }: TableImportProps) {
  const { run, encoding, timeZone, counts, shown } = report;
  const { read, created, updated, unchanged, merged, rejected } = run.counts;
  const figures = { Read: read, Created: created, Updated: updated, Unchanged: unchanged };
  return (
    <>
      <p>
        <PageLink href={back.href} className="link">
          ‹ {back.label}
        </PageLink>
      </p>
      <h1>{run.fileName}</h1>
      <p className="quiet">
        {[
          describeInstant(run.startedAt, timeZone),
          run.coverage ? windowWords(run.coverage) : 'nothing came in',
          encoding,
          run.undoneAt === null ? null : `undone ${describeInstant(run.undoneAt, timeZone)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl className={style.figures}>
        {Object.entries({ ...figures, Merged: merged, Rejected: rejected }).map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {describeSums(run.counts, noun).map((sum) => (
        <p key={sum} className="note">
          {sum}.
        </p>
      ))}
      {children}
      {shown ? (
        <Problems runId={run.id} at={`${back.href}/imports/${run.id}`} counts={counts} shown={shown} />
      ) : null}
    </>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { requireRight } from '@/app/_server/session.ts';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { keptReportsReport } from '@/db/reports/kept-reports.ts';
import { may } from '@/lib/access.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { ReportForm } from './report-form.tsx';
import { ReportTable } from './report-table.tsx';
import style from './reports.module.css';
import { ReportsNav } from './reports-nav.tsx';
import { sourceChoices } from './source-choices.ts';

export const metadata: Metadata = { title: 'Reports' };

interface ReportsPageProps {
  searchParams: Promise<{ from?: string | string[]; of?: string | string[] }>;
}

/** Reports that the viewer asked for, and the way to another one. */
export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const viewer = await requireRight('take_out');
  const { from, of } = await searchParams;
  const mayBuild = may(viewer, 'build_reports');
  const everybody = mayBuild && of === 'everybody';
  const given = typeof from === 'string' ? from : null;
  const [{ reports, timeZone, days }, groups] = await Promise.all([
    keptReportsReport(viewer, { everybody }),
    mayBuild ? sourceChoices(viewer, given) : [],
  ]);
  return (
    <>
      <Page>
        {mayBuild ? <ReportsNav here="reports" /> : null}
        <h1>Reports</h1>
        <p className="quiet">{mayBuild ? OF_BUILDERS : OF_OTHERS}</p>
        {mayBuild ? (
          <section className={style.section} aria-labelledby="make">
            <h2 id="make">Make a report</h2>
            <ReportForm key={given ?? ''} groups={groups} />
          </section>
        ) : null}
        <section className={style.section} aria-labelledby="made">
          <div className={style.listHead}>
            <h2 id="made">{everybody ? 'Reports of everybody' : 'Your reports'}</h2>
            {mayBuild && viewer.teams === 'all' ? (
              <Link href={everybody ? '/reports' : '/reports?of=everybody'} className="link" prefetch={false}>
                {everybody ? 'Only yours' : 'Those of everybody'}
              </Link>
            ) : null}
          </div>
          {reports.length === 0 ? (
            <p className="quiet">{noneWords(everybody, mayBuild)}</p>
          ) : (
            <ReportTable reports={reports} timeZone={timeZone} everybody={everybody} />
          )}
        </section>
      </Page>
      <Footer>
        <span>
          Reports are kept for {formatCounted(days, 'day')}, and only you can download yours. Times in{' '}
          {timeZone}.
        </span>
      </Footer>
    </>
  );
}

const OF_BUILDERS =
  'Figures of a page in one file, or all incidents of its filters. A report is made in the background and keeps its figures as they were; the id printed on it opens them again. What is taken out by “Download” on a page stands here, too; words that were searched are not kept, since they can name people.';
const OF_OTHERS =
  'What you took out by “Download” on a page. Its figures are kept as they were; the id printed on it opens them again.';

function noneWords(everybody: boolean, mayBuild: boolean): string {
  if (!mayBuild) return 'You have not taken a page out yet.';
  return `${everybody ? 'Nobody has' : 'You have not'} asked for a report or taken a page out yet.`;
}

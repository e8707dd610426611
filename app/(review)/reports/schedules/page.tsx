import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { schedulesReport } from '@/db/reports/report-schedules.ts';
import { env } from '@/lib/env.ts';
import style from '../reports.module.css';
import { ReportsNav } from '../reports-nav.tsx';
import { sourceChoices } from '../source-choices.ts';
import { ScheduleForm } from './schedule-form.tsx';
import { ScheduleList } from './schedule-list.tsx';

export const metadata: Metadata = { title: 'Schedules' };

interface SchedulesPageProps {
  searchParams: Promise<{ from?: string | string[] }>;
}

/** Reports that are made again and again, and where they went. */
export default async function SchedulesPage({ searchParams }: SchedulesPageProps) {
  const viewer = await requireRight('build_reports');
  const { from } = await searchParams;
  const given = typeof from === 'string' ? from : null;
  const [{ schedules, timeZone }, groups] = await Promise.all([
    schedulesReport(viewer),
    sourceChoices(viewer, given),
  ]);
  return (
    <>
      <Page>
        <ReportsNav here="schedules" />
        <h1>Schedules</h1>
        <p className="quiet">
          A report that is made again and again and sent by mail or put into a folder. It has the filters that
          it was set up with, and shows what you may see at that moment. When no figure has changed, nothing
          is sent, and that is noted.
        </p>
        <section className={style.section} aria-labelledby="yours">
          <h2 id="yours">Your schedules</h2>
          <ScheduleList schedules={schedules} timeZone={timeZone} />
        </section>
        <section className={style.section} aria-labelledby="plan">
          <h2 id="plan">Set up a schedule</h2>
          <ScheduleForm key={given ?? ''} groups={groups} timeZone={timeZone} hasMail={env().mail !== null} />
        </section>
      </Page>
      <Footer>
        <span>
          Hours are those of the clocks in {timeZone}. What was missed while Lookback was off is made once,
          when it is back.
        </span>
      </Footer>
    </>
  );
}

import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { eventsReport } from '@/db/reports/events.ts';
import { tableImportsReport } from '@/db/reports/table-imports.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { toPageNumber } from '@/lib/workspace/row-number.ts';
import { FileForm } from '../file-form.tsx';
import { ImportTable } from '../import-table.tsx';
import { Pages } from '../pages.tsx';
import style from '../settings.module.css';
import { AddEventForm } from './add-event-form.tsx';
import { EventTable } from './event-table.tsx';

export const metadata: Metadata = { title: 'Events' };

interface EventsPageProps {
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function EventsPage({ searchParams }: EventsPageProps) {
  const viewer = await requireRight('administer');
  const page = toPageNumber((await searchParams).page);
  const [report, { runs, timeZone }] = await Promise.all([
    eventsReport(viewer, { page }),
    tableImportsReport(viewer, 'events'),
  ]);
  return (
    <>
      <h1>Events</h1>
      <p className="quiet">
        What happened and may show in the figures. Charts of time carry each as a thin rule with its words.
      </p>
      <section className={`${style.section} ${style.entry}`} aria-labelledby="add">
        <h2 id="add">Add an event</h2>
        <AddEventForm teams={report.teams} />
      </section>
      <section className={style.section} aria-labelledby="all">
        <h2 id="all">{report.all === 0 ? 'Events' : formatCounted(report.all, 'event')}</h2>
        <EventTable events={report.events} />
        <Pages
          label="Pages of events"
          page={report.page}
          pages={report.pages}
          hrefOf={(to) => `/settings/events?page=${to}`}
        />
      </section>
      <section className={`${style.section} ${style.entry}`} aria-labelledby="file">
        <h2 id="file">From a file</h2>
        <p className="quiet">
          CSV with the columns day and what happened, and where there are any kind, last day and teams (with
          semicolons between). The same file twice changes nothing. Rows that cannot be read are listed with
          their line and reason.
        </p>
        <FileForm subject="events" at="/settings/events" label="Import events" />
        <ImportTable runs={runs} timeZone={timeZone} at="/settings/events" />
      </section>
    </>
  );
}

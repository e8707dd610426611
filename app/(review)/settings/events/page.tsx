import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { eventsReport } from '@/db/reports/events.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { toPageNumber } from '@/lib/workspace/row-number.ts';
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
  const report = await eventsReport(viewer, { page });
  return (
    <>
      <h1>Events</h1>
      <p className="quiet">
        What happened and may show in the figures. Charts of time carry each as a thin rule with its words.
      </p>
      <section className={style.section} aria-labelledby="add">
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
    </>
  );
}

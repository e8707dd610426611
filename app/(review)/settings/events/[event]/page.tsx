import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { eventReport } from '@/db/reports/events.ts';
import { NotFound } from '@/lib/errors.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import style from '../../settings.module.css';
import { deleteEvent } from '../actions.ts';
import { ChangeEventForm } from './change-event-form.tsx';

export const metadata: Metadata = { title: 'Change an event' };

export default async function EventPage({ params }: { params: Promise<{ event: string }> }) {
  const viewer = await requireRight('administer');
  const eventId = toRowNumber((await params).event);
  if (eventId === null) notFound();
  const { event, teams } = await eventReport(viewer, eventId).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const concerned = event.teams.map(({ teamId }) => teamId);
  return (
    <>
      <p>
        <PageLink href="/settings/events" className="link">
          ‹ Events
        </PageLink>
      </p>
      <h1>{event.label}</h1>
      <section className={style.section} aria-label="Change the event">
        <ChangeEventForm
          event={event}
          given={{ ...event, lastDay: event.lastDay ?? '', teams: concerned }}
          teams={teams}
        />
      </section>
      <section className={style.section} aria-labelledby="delete">
        <h2 id="delete">Delete</h2>
        <p className="quiet">It then stands on no chart any more, also of the past.</p>
        <OneButtonForm
          action={deleteEvent}
          fields={{ eventId: event.eventId }}
          label="Delete the event"
          during="Deleting"
        />
      </section>
    </>
  );
}

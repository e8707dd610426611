import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { volumesOfDayReport } from '@/db/reports/volumes.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import { isLocalDate } from '@/lib/filters/local-dates.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import style from '../../settings.module.css';
import { DayForm } from './day-form.tsx';

export const metadata: Metadata = { title: 'Contacts of a day' };

interface DayPageProps {
  searchParams: Promise<{ day?: string | string[]; team?: string | string[] }>;
}

export default async function DayPage({ searchParams }: DayPageProps) {
  const viewer = await requireRight('administer');
  const { day, team } = await searchParams;
  const teamId = typeof team === 'string' ? toRowNumber(team) : null;
  if (typeof day !== 'string' || !isLocalDate(day) || teamId === null) notFound();
  const report = await volumesOfDayReport(viewer, { day, teamId }).catch((error) => {
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
      <h1>
        {report.team.name}, {formatDate(day)}
      </h1>
      <p className="quiet">
        Contacts handled by channel. An empty field means that nothing is known; 0 means that nobody was in
        contact.
      </p>
      <section className={style.section} aria-label="Contacts by channel">
        <DayForm key={`${day} ${teamId}`} day={day} teamId={teamId} cells={report.cells} />
      </section>
    </>
  );
}

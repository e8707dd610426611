import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { tableImportsReport } from '@/db/reports/table-imports.ts';
import { volumesReport } from '@/db/reports/volumes.ts';
import { FileForm } from '../file-form.tsx';
import { ImportTable } from '../import-table.tsx';
import style from '../settings.module.css';
import { DayChooser } from './day-chooser.tsx';
import { MonthTable } from './month-table.tsx';

export const metadata: Metadata = { title: 'Contact volumes' };

const HERE = '/settings/volumes';

export default async function VolumesPage() {
  const viewer = await requireRight('administer');
  const [{ months, teams, today }, { runs, timeZone }] = await Promise.all([
    volumesReport(viewer),
    tableImportsReport(viewer, 'contact_volumes'),
  ]);
  return (
    <>
      <h1>Contact volumes</h1>
      <p className="quiet">
        How many contacts each team handled a day, by channel. They turn counts into rates: incidents per
        1,000 contacts. Without them a count stays a count, and teams are not compared by it.
      </p>
      <div className={style.pair}>
        <section className={`${style.section} ${style.entry}`} aria-labelledby="file">
          <h2 id="file">From a file</h2>
          <p className="quiet">
            CSV with the columns day, team, channel and contacts, a row for each day, team and channel. The
            same file twice changes nothing; a number that is there already is replaced. Rows that cannot be
            read are listed with their line and reason.
          </p>
          <FileForm subject="contact_volumes" at={HERE} label="Import contact volumes" />
        </section>
        <section className={`${style.section} ${style.entry}`} aria-labelledby="day">
          <h2 id="day">By hand</h2>
          {teams.length === 0 ? (
            <p className="quiet">There is no team yet. Teams come with the incidents that name them.</p>
          ) : (
            <DayChooser teams={teams} today={today} />
          )}
        </section>
      </div>
      <section className={style.section} aria-labelledby="there">
        <h2 id="there">What is there</h2>
        <MonthTable months={months} />
      </section>
      <section className={style.section} aria-labelledby="files">
        <h2 id="files">Files so far</h2>
        <ImportTable runs={runs} timeZone={timeZone} at={HERE} />
      </section>
    </>
  );
}
